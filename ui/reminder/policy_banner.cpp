#include "reminder/policy_banner.h"

#include "text/reason_text.h"
#include "widgets/banner.h"

#include <utility>

namespace offramp::ui {

QWidget* makePolicyBanner(const PolicyAnswer& answer, const std::optional<PolicyDeferrals>& deferrals)
{
    std::vector<Reason> sentences = policySentences(answer, deferrals);
    const QString first = sentences.empty() ? QString() : reasonText(sentences.front());
    if (!sentences.empty()) {
        sentences.erase(sentences.begin());
    }
    const Tone tone = answer.policy && !answer.policy->deadline && !answer.authorizes() ? Tone::note : Tone::attention;
    auto* banner = new Banner(tone, first, reasonTexts(sentences), nullptr, false);
    banner->setObjectName(QStringLiteral("policy"));
    return banner;
}

}   // namespace offramp::ui
