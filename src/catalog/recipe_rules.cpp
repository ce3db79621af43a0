#include "catalog/recipe_rules.h"

#include <algorithm>
#include <initializer_list>

namespace offramp {

namespace {

struct Sentence {
    ReasonCode code;
    std::string_view english;
};

constexpr Sentence sentences[] = {
#define OFFRAMP_REASON(code, sentence) {ReasonCode::code, sentence},
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
};

constexpr EvidenceKind lastKind = EvidenceKind::kernelExtension;

}   // namespace

bool mayActOn(LeftoverVerb verb, EvidenceKind kind)
{
    const auto isOneOf = [&](std::initializer_list<EvidenceKind> kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    switch (verb) {
    case LeftoverVerb::move:
        return isOneOf({EvidenceKind::folder, EvidenceKind::file, EvidenceKind::browserExtension,
                        EvidenceKind::nativeMessagingHost});
    case LeftoverVerb::removeKey: return isOneOf({EvidenceKind::registryKey, EvidenceKind::nativeMessagingHost});
    case LeftoverVerb::removeService: return isOneOf({EvidenceKind::service});
    case LeftoverVerb::removeUnit: return isOneOf({EvidenceKind::systemdUnit});
    case LeftoverVerb::removeCertificate: return isOneOf({EvidenceKind::rootCertificate});
    case LeftoverVerb::removeBrowserPolicy: return isOneOf({EvidenceKind::browserExtension});
    case LeftoverVerb::purgePackage: return isOneOf({EvidenceKind::package});
    case LeftoverVerb::explain: return true;
    }
    return false;
}

std::vector<std::string_view> kindsFor(LeftoverVerb verb)
{
    std::vector<std::string_view> kinds;
    for (int kind = 0; kind <= static_cast<int>(lastKind); ++kind) {
        if (mayActOn(verb, static_cast<EvidenceKind>(kind))) {
            kinds.push_back(toString(static_cast<EvidenceKind>(kind)));
        }
    }
    return kinds;
}

bool isPlainReason(ReasonCode code)
{
    return std::any_of(std::begin(sentences), std::end(sentences), [&](const Sentence& sentence) {
        return sentence.code == code && sentence.english.find('%') == std::string_view::npos;
    });
}

std::vector<std::string> everyPlainReason()
{
    std::vector<std::string> codes;
    for (const Sentence& sentence : sentences) {
        if (isPlainReason(sentence.code)) {
            codes.emplace_back(toString(sentence.code));
        }
    }
    return codes;
}

}   // namespace offramp
