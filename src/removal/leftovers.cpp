#include "removal/leftovers.h"

#include "base/pattern.h"
#include "base/text.h"
#include "removal/leftover_facts.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace offramp {

namespace {

// A thing of the machine and the line of the map that speaks for it.
struct Mapped {
    const Evidence* evidence = nullptr;
    Confidence strength = Confidence::notSure;
    RecipeBook::Line line;
    const Installation* blocker = nullptr;   // a product that is still there and may use it
};

bool matches(const std::vector<std::string>& patterns, const std::string& folded, std::size_t& literal)
{
    if (patterns.empty()) {
        return true;
    }
    bool any = false;
    for (const std::string& source : patterns) {
        const Pattern pattern(source);
        if (pattern.match(folded)) {
            any = true;
            literal = std::max(literal, pattern.literalLength());
        }
    }
    return any;
}

// Whether the verb acts on things that stand where this one was read.
bool fits(LeftoverVerb verb, const Evidence& evidence)
{
    const bool inRegistry = isRegistryPlace(evidence.readFrom);
    switch (verb) {
    case LeftoverVerb::move: return !inRegistry;
    case LeftoverVerb::removeKey: return inRegistry;
    case LeftoverVerb::removeBrowserPolicy: return isPolicyPlace(evidence.readFrom);
    case LeftoverVerb::purgePackage:
        return evidence.source == SourceKind::dpkg && evidence.packageState == PackageState::configFiles;
    default: return true;
    }
}

// How many letters of the rule matched; none when it does not speak of this thing.
std::optional<std::size_t> matchLength(const LeftoverRule& rule, const Evidence& evidence)
{
    const bool kind = std::find(rule.kinds.begin(), rule.kinds.end(), evidence.kind) != rule.kinds.end();
    std::size_t literal = 0;
    const auto& place = evidence.location.empty() ? evidence.readFrom : evidence.location;
    if (!kind || !fits(rule.verb, evidence) || !matches(rule.ids, text::foldId(evidence.id), literal)
        || !matches(rule.names, text::foldName(evidence.name), literal)
        || !matches(rule.paths, text::foldPath(place), literal)) {
        return std::nullopt;
    }
    return literal;
}

// The most specific line: of the most specific product, then the one that says most, then the most careful one.
std::optional<RecipeBook::Line> lineFor(const Evidence& evidence, const std::vector<RecipeBook::Line>& lines)
{
    std::optional<RecipeBook::Line> best;
    std::tuple<std::size_t, std::size_t, int> bestRank;
    for (const auto& line : lines) {
        const auto length = matchLength(*line.rule, evidence);
        if (!length) {
            continue;
        }
        const std::tuple rank{line.depth, *length, -static_cast<int>(line.rule->confidence)};
        if (!best || rank > bestRank) {
            best = line;
            bestRank = rank;
        }
    }
    return best;
}

class Finder {
public:
    Finder(const HostSnapshot& snapshot, const std::vector<Installation>& installations, const RecipeBook& book)
        : m_facts(snapshot), m_snapshot(snapshot), m_installations(installations), m_book(book)
    {}

    std::vector<Leftover> find()
    {
        map();
        std::vector<Leftover> all;
        for (const Mapped& mapped : m_mapped) {
            if (auto leftover = judge(mapped)) {
                all.push_back(std::move(*leftover));
            }
        }
        const auto depth = [](const Leftover& leftover) { return leftover.place.size(); };
        std::stable_sort(all.begin(), all.end(), [&](const Leftover& left, const Leftover& right) {
            return std::tuple(!left.step.has_value(), rankOf(left), right.place.size(), left.id)
                   < std::tuple(!right.step.has_value(), rankOf(right), depth(left), right.id);
        });
        return all;
    }

private:
    // Packages first, because they take their own files along; folders last, because everything else may lie in them.
    static int rankOf(const Leftover& leftover)
    {
        switch (leftover.kind) {
        case EvidenceKind::package: return 0;
        case EvidenceKind::service:
        case EvidenceKind::systemdUnit: return 1;
        case EvidenceKind::browserExtension:
        case EvidenceKind::nativeMessagingHost: return 2;
        case EvidenceKind::rootCertificate: return 3;
        case EvidenceKind::registryKey: return 4;
        default: return 5;
        }
    }

    void map()
    {
        std::set<std::string> seen;
        for (const Installation& installation : m_installations) {
            const auto lines = m_book.everyLeftoverBeside(installation.productId);
            const auto take = [&](const Evidence& evidence, Confidence strength) {
                const auto line = lineFor(evidence, lines);
                // What is a path or key of its own is one thing however it was found.
                const bool named = evidence.kind != EvidenceKind::folder && evidence.kind != EvidenceKind::file
                                   && evidence.kind != EvidenceKind::registryKey;
                const auto key = std::string(toString(evidence.kind)) + " " + text::foldPath(placeOf(evidence)) + " "
                                 + (named ? evidence.id : std::string{});
                if (line && seen.insert(key).second) {
                    m_mapped.push_back({&evidence, strength, *line, blockerOf(*line, installation)});
                }
            };
            for (const MatchedEvidence& matched : installation.evidence) {
                // Traces join whatever product is there; its working parts are its own.
                if (matched.shows == Shows::trace || !mayStillWork(installation)) {
                    take(matched.evidence, matched.strength);
                    for (const Evidence* above : m_facts.above(matched.evidence)) {
                        take(*above, matched.strength);
                    }
                }
            }
        }
    }

    // A product that is still there and, as far as we know, uses things of this kind.
    [[nodiscard]] const Installation* blockerOf(const RecipeBook::Line& line, const Installation& owner) const
    {
        for (const Installation& other : m_installations) {
            if (!mayStillWork(other) || other.vendorId != owner.vendorId) {
                continue;
            }
            const bool related = m_book.isA(other.productId, line.product) || m_book.isA(line.product, other.productId);
            bool uses = related;
            if (line.rule->shared == SharedBy::vendor) {
                uses = true;
            } else if (line.rule->shared == SharedBy::antivirus) {
                // What is only known as "a product of the vendor" may be one that protects.
                uses = other.role == ProductRole::antivirus || other.role == ProductRole::component;
            }
            if (uses) {
                return &other;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<Leftover> judge(const Mapped& mapped) const
    {
        const Evidence& evidence = *mapped.evidence;
        const LeftoverRule& rule = *mapped.line.rule;
        if (mapped.blocker != nullptr && (rule.shared == SharedBy::nobody || !somethingIsGone(*mapped.blocker))) {
            return std::nullopt;   // not left behind: it belongs to a product that is there
        }
        Leftover leftover;
        leftover.kind = evidence.kind;
        leftover.product = std::string(mapped.line.product);
        leftover.place = placeOf(evidence);
        leftover.subject = evidence.name.empty() ? lastPart(leftover.place) : evidence.name;
        leftover.source = rule.source;
        leftover.confidence = std::min(rule.confidence, mapped.strength == Confidence::notSure ? Confidence::notSure
                                                                                               : Confidence::certain);
        if (leftover.confidence == Confidence::certain && !mayDecide(rule.source.verification)) {
            leftover.confidence = Confidence::likely;
        }
        if (rule.because) {
            leftover.reasons.push_back({*rule.because, {}, rule.source});
        }
        if (!mayDecide(rule.source.verification)) {
            leftover.reasons.push_back({ReasonCode::leftoverNotConfirmed, {}, {}});
        }
        auto action = actionFor(rule.verb, evidence, leftover);
        if (mapped.blocker != nullptr) {
            leftover.reasons.push_back({ReasonCode::leftoverStaysFor, {mapped.blocker->name}, {}});
            action.reset();
        } else if (action) {
            if (const auto held = heldBy(*action, leftover.place)) {
                leftover.reasons.push_back({ReasonCode::leftoverHolds, {*held}, {}});
                action.reset();
            }
        }
        leftover.id = "leftover:" + std::string(toString(rule.verb)) + ":" + text::foldPath(leftover.place);
        // Several of these stand in one place.
        if (rule.verb == LeftoverVerb::removeBrowserPolicy || evidence.kind == EvidenceKind::classFilter
            || evidence.kind == EvidenceKind::networkFilter) {
            leftover.id += ":" + text::foldId(evidence.id);
        }
        if (action) {
            makeStep(leftover, evidence, std::move(*action));
        }
        return leftover;
    }

    void makeStep(Leftover& leftover, const Evidence& evidence, StepAction action) const
    {
        Step step;
        step.id = leftover.id;
        step.product = leftover.product;
        step.subject = leftover.subject;
        step.undo = std::holds_alternative<PurgePackage>(action) ? Undo::impossible : Undo::possible;
        step.rights = evidence.scope == Scope::user ? Rights::person : Rights::administrator;
        step.confidence = leftover.confidence;
        step.action = std::move(action);
        if (step.undo == Undo::possible) {
            leftover.reasons.push_back({ReasonCode::leftoverMoved, {}, {}});
        }
        step.says = leftover.reasons;
        leftover.preselected = leftover.confidence == Confidence::certain && m_snapshot.isConclusive();
        leftover.step = std::move(step);
    }

    // What the verb does to this very thing; none, with the reason added, where it must be left alone.
    [[nodiscard]] std::optional<StepAction> actionFor(LeftoverVerb verb, const Evidence& evidence,
                                                      Leftover& leftover) const
    {
        const auto leave = [&](ReasonCode because) -> std::optional<StepAction> {
            leftover.reasons.push_back({because, {}, {}});
            return std::nullopt;
        };
        switch (verb) {
        case LeftoverVerb::move:
            if (evidence.presence == Presence::absent || !isPlainAbsolute(leftover.place)) {
                return std::nullopt;
            }
            return MovePath{leftover.place, isFolder(evidence)};
        case LeftoverVerb::removeKey: return RemoveRegistryKey{evidence.readFrom};
        case LeftoverVerb::removeService:
            if (evidence.presence == Presence::present || evidence.running.value_or(false)) {
                return leave(ReasonCode::leftoverProgramThere);
            }
            if (evidence.presence == Presence::unknown) {
                return leave(ReasonCode::leftoverProgramUnknown);
            }
            return RemoveService{evidence.id};
        case LeftoverVerb::removeUnit:
            if (evidence.presence == Presence::present || evidence.running.value_or(false)) {
                return leave(ReasonCode::leftoverProgramThere);
            }
            if (evidence.presence == Presence::unknown) {
                leftover.confidence = std::min(leftover.confidence, Confidence::likely);
            }
            return RemoveSystemdUnit{evidence.id, evidence.readFrom};
        case LeftoverVerb::removeCertificate: return RemoveCertificate{evidence.id, evidence.readFrom};
        case LeftoverVerb::removeBrowserPolicy: return RemoveBrowserPolicy{evidence.readFrom, evidence.id};
        case LeftoverVerb::purgePackage: return PurgePackage{PackageManager::dpkg, evidence.id};
        case LeftoverVerb::explain:
            for (Reason& reason : m_facts.judgementOf(evidence)) {
                leftover.reasons.push_back(std::move(reason));
            }
            return std::nullopt;
        }
        return std::nullopt;
    }

    // What lies below a folder or key and must stay: the file of a driver or of a running program, a vault, anything of
    // a product that is there.
    [[nodiscard]] std::optional<std::string> heldBy(const StepAction& action, const std::string& place) const
    {
        const bool folder = std::holds_alternative<MovePath>(action);
        if (!folder && !std::holds_alternative<RemoveRegistryKey>(action)) {
            return std::nullopt;
        }
        if (folder) {
            if (const auto program = m_facts.programBelow(place)) {
                return program;
            }
        }
        for (const Mapped& other : m_mapped) {
            const bool stays = other.line.rule->verb == LeftoverVerb::explain || other.blocker != nullptr;
            const auto otherPlace = placeOf(*other.evidence);
            if (stays && liesBelow(otherPlace, place)) {
                return lastPart(otherPlace);
            }
        }
        for (const Installation& installation : m_installations) {
            if (!mayStillWork(installation)) {
                continue;
            }
            for (const MatchedEvidence& matched : installation.evidence) {
                const auto otherPlace = placeOf(matched.evidence);
                const bool traceOnly = matched.shows == Shows::trace;
                if (!traceOnly && (liesBelow(otherPlace, place) || liesBelow(matched.evidence.readFrom, place))) {
                    return installation.name;
                }
            }
        }
        return std::nullopt;
    }

    // Whether something of that vendor is gone, so that a person asks why this is still here.
    [[nodiscard]] bool somethingIsGone(const Installation& there) const
    {
        return std::any_of(m_mapped.begin(), m_mapped.end(), [&](const Mapped& mapped) {
            return mapped.blocker == nullptr && m_book.isA(mapped.line.product, rootOf(there.productId));
        });
    }

    [[nodiscard]] std::string rootOf(std::string_view product) const
    {
        const auto lines = m_book.everyLeftoverBeside(product);
        for (const auto& line : lines) {
            if (line.depth == 0) {
                return std::string(line.product);
            }
        }
        return std::string(product);
    }

    LeftoverFacts m_facts;
    const HostSnapshot& m_snapshot;
    const std::vector<Installation>& m_installations;
    const RecipeBook& m_book;
    std::vector<Mapped> m_mapped;
};

}   // namespace

bool mayStillWork(const Installation& installation)
{
    if (installation.state == InstallationState::installed) {
        return true;
    }
    if (installation.state != InstallationState::broken) {
        return false;
    }
    if (installation.uninstall) {
        return true;   // what it can uninstall itself is not a leftover
    }
    return std::any_of(installation.evidence.begin(), installation.evidence.end(), [](const MatchedEvidence& matched) {
        const Evidence& evidence = matched.evidence;
        const bool program = evidence.kind == EvidenceKind::service || evidence.kind == EvidenceKind::process
                             || evidence.kind == EvidenceKind::systemdUnit;
        return evidence.running.value_or(false) || (program && evidence.presence != Presence::absent)
               || (evidence.kind == EvidenceKind::package && evidence.packageState != PackageState::configFiles);
    });
}

std::vector<Leftover> findLeftovers(const HostSnapshot& snapshot, const std::vector<Installation>& installations,
                                    const RecipeBook& book)
{
    return Finder(snapshot, installations, book).find();
}

Result<RemovalPlan> leftoversPlan(const std::vector<Leftover>& leftovers, const std::set<std::string>& chosen,
                                  const MachineInfo& machine, long catalogSerial)
{
    RemovalPlan plan;
    plan.kind = RemovalPlan::Kind::leftovers;
    plan.machine = machine.name;
    plan.catalogSerial = catalogSerial;
    for (const std::string& id : chosen) {
        const auto found = std::find_if(leftovers.begin(), leftovers.end(),
                                        [&](const Leftover& leftover) { return leftover.id == id; });
        if (found == leftovers.end()) {
            return fail(ErrorCode::notFound, "there is no leftover " + id);
        }
        if (!found->step) {
            return fail(ErrorCode::unsupported, "this is only shown, never taken away: " + id);
        }
    }
    for (const Leftover& leftover : leftovers) {
        if (chosen.contains(leftover.id)) {
            plan.steps.push_back(*leftover.step);
        }
    }
    return plan;
}

}   // namespace offramp
