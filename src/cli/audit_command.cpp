#include "cli/audit_command.h"

#include "base/utf8_path.h"
#include "catalog/built_in_catalog.h"
#include "catalog/trust_anchors.h"
#include "cli/answer.h"
#include "cli/terminal.h"
#include "cli/update_settings.h"
#include "platform/platform.h"
#include "report/json.h"
#include "report/phrases.h"
#include "session/check_record.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

namespace offramp::cli {

namespace {

constexpr std::array verifications{Verification::read, Verification::quoted,   Verification::claimed,
                                   Verification::weak, Verification::inferred, Verification::memory};
constexpr std::array marks{VerificationMark::readAtSource, VerificationMark::readInQuotations,
                           VerificationMark::notConfirmed};
constexpr std::size_t mostListed = 20;

Result<Catalog> wholeCatalog(const CommonOptions& options)
{
    const CatalogPlaces places = catalogPlaces(options);
    const auto opened = openBestCatalog(places, updateSettings().keys);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    const auto& file = opened->catalog.info.file;
    return file.empty() ? loadBuiltInCatalog(places.builtIn) : loadCatalog(file);
}

FactKind kindAt(std::size_t index)
{
    return static_cast<FactKind>(index);
}

std::string_view nameOf(FactKind kind)
{
    switch (kind) {
    case FactKind::product: return "products";
    case FactKind::usStatus: return "where U.S. law stands";
    case FactKind::signature: return "signatures";
    case FactKind::event: return "timeline events";
    case FactKind::feature: return "features";
    case FactKind::productNeeds: return "what users need";
    case FactKind::replacement: return "replacements";
    case FactKind::price: return "prices";
    case FactKind::country: return "countries";
    case FactKind::sale: return "sold in the U.S.";
    case FactKind::cover: return "features covered";
    case FactKind::recipe: return "recipes";
    case FactKind::leftover: return "leftovers";
    case FactKind::labResult: break;
    }
    return "laboratory results";
}

std::string_view wordOf(VerificationMark mark)
{
    switch (mark) {
    case VerificationMark::readAtSource: return "readAtSource";
    case VerificationMark::readInQuotations: return "readInQuotations";
    case VerificationMark::notConfirmed: break;
    }
    return "notConfirmed";
}

std::size_t countOf(const CatalogAudit& audit, VerificationMark mark)
{
    std::size_t sum = 0;
    for (const Verification verification : verifications) {
        sum += markOf(verification) == mark ? audit.count(verification) : 0;
    }
    return sum;
}

json::Value factJson(const AuditedFact& fact)
{
    return {{"kind", std::string(toString(fact.kind))},
            {"place", fact.place},
            {"verification", std::string(toString(fact.verification))},
            {"mark", std::string(wordOf(markOf(fact.verification)))}};
}

std::string auditJson(const Catalog& catalog, const CatalogAudit& audit)
{
    json::Value value = catalogJson(catalog.info);
    value["format"] = "offramp.catalogAudit/1";
    value["file"] = pathToUtf8(catalog.info.file);
    value["asOf"] = toString(audit.asOf);
    value["ageDays"] = daysBetween(catalog.info.factsAsOf, audit.asOf);
    value["olderThanMonths"] = audit.oldAfterMonths;
    value["facts"] = json::Value::array();
    for (std::size_t index = 0; index < factKindCount; ++index) {
        json::Value row{{"kind", std::string(toString(kindAt(index)))}, {"total", audit.count(kindAt(index))}};
        for (const Verification verification : verifications) {
            row[std::string(toString(verification))] = audit.facts[index][static_cast<std::size_t>(verification)];
        }
        value["facts"].push_back(std::move(row));
    }
    value["total"] = audit.total();
    for (const VerificationMark mark : marks) {
        value["marks"][std::string(wordOf(mark))] = countOf(audit, mark);
    }
    value["dated"] = audit.dated;
    value["old"] = json::Value::array();
    for (const DatedFact& fact : audit.old) {
        value["old"].push_back({{"kind", std::string(toString(fact.kind))},
                                {"place", fact.place},
                                {"month", fact.month},
                                {"ageMonths", fact.ageMonths}});
    }
    value["withoutAddress"] = json::Value::array();
    for (const AuditedFact& fact : audit.withoutAddress) {
        value["withoutAddress"].push_back(factJson(fact));
    }
    value["deciding"] = json::Value::array();
    for (const DecidingFact& deciding : audit.deciding) {
        json::Value fact = factJson(deciding.fact);
        fact["standing"] = std::string(toString(deciding.standing));
        value["deciding"].push_back(std::move(fact));
    }
    value["neverFound"] = audit.neverFound;
    value["faults"] = json::Value::array();
    for (const AuditFault& fault : audit.faults) {
        value["faults"].push_back({{"code", std::string(toString(fault.code))},
                                   {"place", fault.place},
                                   {"text", fault.place + " " + std::string(sentenceOf(fault.code))},
                                   {"detail", fault.detail}});
    }
    return json::dump(value) + "\n";
}

std::string heading(std::string_view text)
{
    return "\n" + styled(Style::strong, text) + "\n";
}

// The first of a long list, and how many more there are.
template <class Items, class Line> std::string listed(const Items& items, const Line& line)
{
    std::string out;
    const auto shown = std::min(items.size(), mostListed);
    for (std::size_t index = 0; index < shown; ++index) {
        out += wrapped(line(items[index]), 2) + "\n";
    }
    return items.size() > shown ? out + fmt::format("  … and {} more; --json lists all\n", items.size() - shown) : out;
}

std::string factTable(const CatalogAudit& audit)
{
    std::string out = fmt::format("{:<22}{:>7}", "", "facts");
    for (const Verification verification : verifications) {
        out += fmt::format("{:>9}", toString(verification));
    }
    out += "\n";
    for (std::size_t index = 0; index < factKindCount; ++index) {
        out += fmt::format("{:<22}{:>7}", nameOf(kindAt(index)), audit.count(kindAt(index)));
        for (const Verification verification : verifications) {
            out += fmt::format("{:>9}", audit.facts[index][static_cast<std::size_t>(verification)]);
        }
        out += "\n";
    }
    out += fmt::format("{:<22}{:>7}", "all", audit.total());
    for (const Verification verification : verifications) {
        out += fmt::format("{:>9}", audit.count(verification));
    }
    out += "\n";
    for (const VerificationMark mark : marks) {
        out += fmt::format("{}{} {}", mark == marks.front() ? "" : ", ", countOf(audit, mark), inEnglish(mark));
    }
    return out + "\n";
}

std::string decidingText(const CatalogAudit& audit)
{
    std::map<Standing, std::size_t> counts;
    std::vector<DecidingFact> softened;
    for (const DecidingFact& deciding : audit.deciding) {
        ++counts[deciding.standing];
        if (deciding.standing != Standing::decides) {
            softened.push_back(deciding);
        }
    }
    std::string out = heading("What decides a verdict");
    out += wrapped(fmt::format(
                       "{} facts. {} may decide; {} were not read, so the program says \"probably\" or \"not sure\" "
                       "instead; {} decide without having been read.",
                       audit.deciding.size(), counts[Standing::decides], counts[Standing::softened],
                       counts[Standing::mayNot]),
                   0)
           + "\n";
    return out + listed(softened, [](const DecidingFact& deciding) {
               return fmt::format("{} ({})", deciding.fact.place, toString(deciding.fact.verification));
           });
}

std::string auditText(const Catalog& catalog, const CatalogAudit& audit)
{
    const CatalogInfo& info = catalog.info;
    std::string out = fmt::format("Catalog {} of {}: {} facts\n\n", info.serial,
                                  offramp::inEnglish(dayIn(easternZone(), info.issuedAt)), audit.total());
    out += factTable(audit);
    out += decidingText(audit);

    out += heading("Age");
    out += wrapped(fmt::format("The facts are as of {} ({} days). {} carry a date of their own; {} of these are older "
                               "than {} months.",
                               offramp::inEnglish(info.factsAsOf), daysBetween(info.factsAsOf, audit.asOf), audit.dated,
                               audit.old.size(), audit.oldAfterMonths),
                   0)
           + "\n";
    out += listed(audit.old, [](const DatedFact& fact) {
        return fmt::format("{} ({} months): {}", fact.month, fact.ageMonths, fact.place);
    });

    out += heading("Without an address");
    std::map<FactKind, std::size_t> without;
    for (const AuditedFact& fact : audit.withoutAddress) {
        ++without[fact.kind];
    }
    std::string kinds;
    for (const auto& [kind, count] : without) {
        kinds += fmt::format("{}{} {}", kinds.empty() ? ": " : ", ", nameOf(kind), count);
    }
    out += wrapped(fmt::format("{} facts name no page{}. --json lists all.", audit.withoutAddress.size(), kinds), 0)
           + "\n";

    if (!audit.neverFound.empty()) {
        out += heading("Products without a signature");
        out += wrapped("Nothing on a computer leads to these, nor to anything that is a kind of them: "
                           + fmt::format("{}", fmt::join(audit.neverFound, ", ")) + ".",
                       0)
               + "\n";
    }

    out += heading("Faults");
    if (audit.faults.empty()) {
        return out + "None: nothing contradicts itself, and nothing that decides was left unread.\n";
    }
    for (const AuditFault& fault : audit.faults) {
        const auto detail = fault.detail.empty() ? std::string() : " (" + fault.detail + ")";
        out += styled(Style::attention, wrapped(fmt::format("{} {}{}", fault.place, sentenceOf(fault.code), detail), 2))
               + "\n";
    }
    return out;
}

}   // namespace

ExitCode runAudit(const CommonOptions& options, const AuditOptions& wishes)
{
    const auto catalog = wholeCatalog(options);
    if (!catalog) {
        return reportBadInput(catalog.error());
    }
    Instant now = SystemClock().now();
    if (!options.asOf.empty()) {
        const auto asOf = parseAsOf(options.asOf);
        if (!asOf) {
            return reportBadInput(asOf.error());
        }
        now = *asOf;
    }
    const CatalogAudit audit = auditCatalog(*catalog, dayIn(easternZone(), now), wishes.oldAfterMonths);
    const bool isFault = wishes.strict && !audit.faults.empty();
    return print(options.format() == Format::json ? auditJson(*catalog, audit) : auditText(*catalog, audit),
                 isFault ? ExitCode::catalogFault : ExitCode::clean);
}

}   // namespace offramp::cli
