#include "base/utf8_path.h"
#include "cli/answer.h"
#include "cli/check_text.h"
#include "cli/options.h"
#include "cli/saved_check.h"
#include "cli/terminal.h"
#include "inventory/scanner.h"
#include "platform/durable_file.h"
#include "platform/platform.h"
#include "report/html.h"
#include "report/json.h"
#include "report/phrases.h"
#include "session/check_record.h"
#include "session/session.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace offramp::cli {

namespace {

ExitCode exitCodeOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::affected:
    case Verdict::moved:
    case Verdict::unclear: return ExitCode::actNeeded;
    case Verdict::traces: return ExitCode::tracesOnly;
    case Verdict::couldNotTell: return ExitCode::couldNotTell;
    case Verdict::clean:
    case Verdict::exempt: break;
    }
    return ExitCode::clean;
}

struct Checked {
    Catalog catalog;
    CheckResult result;
};

Result<Checked> checkWith(const CommonOptions& options)
{
    CheckOptions wanted;
    wanted.person = personFromString(options.person).value_or(Person::us);
    if (!options.asOf.empty()) {
        const auto asOf = parseAsOf(options.asOf);
        if (!asOf) {
            return tl::unexpected(asOf.error());
        }
        wanted.asOf = *asOf;
    }
    auto catalog = openCatalog(options);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    auto host = openHost(options);
    if (!host) {
        return tl::unexpected(host.error());
    }
    ProgressLine line;
    auto result = check(**host, *catalog, wanted, [&](const Progress& progress) { line.show(progress); }, {});
    if (!result) {
        return tl::unexpected(result.error());
    }
    return Checked{std::move(*catalog), std::move(*result)};
}

// Wishes about things the catalog does not have would be ignored without a word; they are refused instead.
std::optional<std::string> unknownWish(const std::vector<std::string>& wishes, const std::set<std::string>& known,
                                       std::string_view what)
{
    for (const std::string& wish : wishes) {
        if (!known.contains(wish)) {
            std::string all;
            for (const std::string& each : known) {
                all += " " + each;
            }
            return fmt::format("there is no {} \"{}\"; known are:{}", what, wish, all);
        }
    }
    return std::nullopt;
}

std::optional<std::string> unknownWish(const RecommendOptions& wishes, const Catalog& catalog)
{
    std::set<std::string> features;
    std::set<std::string> countries;
    std::set<std::string> owners;
    for (const Feature& feature : catalog.features) {
        features.insert(feature.id);
    }
    for (const Replacement& replacement : catalog.replacements) {
        countries.insert(replacement.countries.begin(), replacement.countries.end());
        owners.insert(replacement.ownershipGroup);
    }
    if (auto unknown = unknownWish(wishes.keep, features, "feature")) {
        return unknown;
    }
    if (auto unknown = unknownWish(wishes.withoutCountries, countries, "country")) {
        return unknown;
    }
    return unknownWish(wishes.withoutOwners, owners, "owner");
}

// All of the page or nothing of it, and never over something that is there.
Result<void> writePage(const std::filesystem::path& file, std::string_view page)
{
    std::error_code fault;
    const std::filesystem::path whole = std::filesystem::absolute(file, fault);
    if (fault) {
        return fail(ErrorCode::io, "\"" + pathToUtf8(file) + "\"", fault.value());
    }
    const auto there = std::filesystem::symlink_status(whole, fault);
    if (std::filesystem::exists(there)) {
        return fail(ErrorCode::io, "\"" + pathToUtf8(file) + "\" is there already, and is left as it is");
    }
    return replaceDurably(whole, page);
}

std::string renderInventory(const HostSnapshot& snapshot)
{
    std::string out;
    for (const SourceReport& report : snapshot.reports) {
        if (report.coverage == Coverage::notApplicable) {
            continue;
        }
        out += styled(Style::strong, inEnglish(report.source))
               + fmt::format(": {} entries, {}\n", report.evidence.size(), toString(report.coverage));
        for (const Error& issue : report.issues) {
            out += styled(Style::attention, wrapped(describe(issue), 2)) + "\n";
        }
        for (const Evidence& entry : report.evidence) {
            const std::string& name = entry.name.empty() ? entry.id : entry.name;
            const std::string& version = entry.version.empty() ? entry.fileVersion : entry.version;
            const std::string_view activity = activityInEnglish(entry);
            out += fmt::format("  {}{}{}{}{}\n", plain(name.empty() ? entry.location : name),
                               version.empty() ? "" : " ", plain(version), activity.empty() ? "" : " · ", activity);
        }
    }
    return out;
}

}   // namespace

ExitCode runCheck(const CommonOptions& options, const CheckWishes& wishes)
{
    const auto checked = checkWith(options);
    if (!checked) {
        return reportBadInput(checked.error());
    }
    const json::Value value = checkJson(checked->result, checked->catalog.replacements);
    const std::string answer =
        options.format() == Format::json
            ? json::dump(value) + "\n"
            : renderCheck(checked->result, checked->catalog, wishes.evidence ? Detail::evidence : Detail::brief);
    const ExitCode code = print(answer, exitCodeOf(checked->result.assessment.verdict));
    if (wishes.save) {
        const auto saved = saveCheck(options, checked->result, *wishes.save);
        if (!saved) {
            fmt::print(stderr, "offramp-cli: the check was not saved: {}\n", describe(saved.error()));
            return ExitCode::outputFailed;
        }
        fmt::print(stderr, "Saved as {}\n", *saved);
    }
    if (wishes.page.empty()) {
        return code;
    }
    if (const auto written = writePage(pathFromUtf8(wishes.page), htmlReport(value)); !written) {
        fmt::print(stderr, "offramp-cli: the page was not written: {}\n", describe(written.error()));
        return ExitCode::outputFailed;
    }
    return code;
}

ExitCode runInventory(const CommonOptions& options)
{
    auto host = openHost(options);
    if (!host) {
        return reportBadInput(host.error());
    }
    ProgressLine line;
    const auto snapshot = scan(**host, [&](const Progress& progress) { line.show(progress); }, {});
    if (!snapshot) {
        return reportBadInput(snapshot.error());
    }
    const ExitCode code = snapshot->isConclusive() ? ExitCode::clean : ExitCode::couldNotTell;
    if (options.format() == Format::text) {
        return print(renderInventory(*snapshot), code);
    }
    json::Value evidence = json::Value::array();
    for (const SourceReport& report : snapshot->reports) {
        for (const Evidence& entry : report.evidence) {
            evidence.push_back(json::of(entry));
        }
    }
    return print(json::dump({{"format", "offramp.inventory/1"},
                             {"machine", json::of(snapshot->machine)},
                             {"takenAt", toString(snapshot->takenAt)},
                             {"conclusive", snapshot->isConclusive()},
                             {"coverage", coverageJson(*snapshot)},
                             {"evidence", std::move(evidence)}})
                     + "\n",
                 code);
}

ExitCode runRecommend(const CommonOptions& options, const RecommendOptions& wishes)
{
    const auto checked = checkWith(options);
    if (!checked) {
        return reportBadInput(checked.error());
    }
    if (const auto unknown = unknownWish(wishes, checked->catalog)) {
        fmt::print(stderr, "offramp-cli: {}\n", *unknown);
        return ExitCode::usage;
    }
    Needs needs = checked->result.needs;
    needs.freeOnly = needs.freeOnly || wishes.freeOnly;
    needs.excludedCountries = wishes.withoutCountries;
    needs.excludedOwners = wishes.withoutOwners;
    if (!wishes.segment.empty()) {
        needs.segment = wishes.segment;
    }
    if (!wishes.keep.empty()) {
        needs.features.clear();
        for (const std::string& wanted : wishes.keep) {
            if (std::find(needs.features.begin(), needs.features.end(), wanted) == needs.features.end()) {
                needs.features.push_back(wanted);
            }
        }
    }
    const auto recommendations = recommend(checked->catalog.replacements, needs);
    if (options.format() == Format::text) {
        return print(renderRecommendations(recommendations, needs, checked->catalog, recommendations.size()),
                     ExitCode::clean);
    }
    return print(json::dump({{"format", "offramp.recommend/1"},
                             {"platform", std::string(toString(needs.platform))},
                             {"segment", needs.segment},
                             {"freeOnly", needs.freeOnly},
                             {"needs", needs.features},
                             {"recommendations", recommendationsJson(recommendations, checked->catalog.replacements)},
                             {"catalog", catalogJson(checked->catalog.info)}})
                     + "\n",
                 ExitCode::clean);
}

}   // namespace offramp::cli
