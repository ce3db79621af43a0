#include "session/boot_safety.h"

#include "inventory/boot_check.h"
#include "platform/host.h"
#include "report/phrases.h"

#include <utility>
#include <vector>

namespace offramp {

BootSafety bootSafetyOf(const Host& host, const Catalog& catalog)
{
    const BootCheck check(host);
    // The same judgement that finds products decides which drivers are theirs.
    const auto found = judge(check.named(), catalog, {}, host.clock().now());
    if (!found) {
        BootSafety safety;
        safety.findings = {Reason{ReasonCode::bootPlaceUnread, {describe(found.error())}, {}}};
        safety.todo = {Reason{ReasonCode::bootDoCouldNotTell, {}, {}}};
        return safety;
    }
    std::vector<Evidence> ours;
    for (const Installation& installation : found->installations) {
        for (const MatchedEvidence& matched : installation.evidence) {
            ours.push_back(matched.evidence);
        }
    }
    return check.judged(ours);
}

std::string inEnglish(const BootSafety& safety)
{
    std::string text = inEnglish(safety.title) + ".";
    for (const Reason& finding : safety.findings) {
        text += " " + inEnglish(finding);
    }
    return text;
}

}   // namespace offramp
