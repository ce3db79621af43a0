#include "cli/check_text.h"

#include "cli/terminal.h"
#include "report/phrases.h"

#include <algorithm>
#include <fmt/format.h>

namespace offramp::cli {

namespace {

Style styleOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::affected: return Style::affected;
    case Verdict::traces:
    case Verdict::moved: return Style::attention;
    case Verdict::clean: return Style::fine;
    case Verdict::exempt:
    case Verdict::unclear:
    case Verdict::couldNotTell: break;
    }
    return Style::strong;
}

std::string_view markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::affected: return "◆";
    case Verdict::traces:
    case Verdict::moved: return "▲";
    case Verdict::clean: return "●";
    case Verdict::exempt: return "⊘";
    case Verdict::unclear:
    case Verdict::couldNotTell: break;
    }
    return "◌";
}

std::string sourceLine(const SourceLink& source)
{
    const std::string& named = source.citation.empty() ? source.title : source.citation;
    return fmt::format("Source: {} ({})", named, inEnglish(offramp::markOf(source.verification)));
}

// The sentences, then each source once.
void addSourcedReasons(std::string& out, const std::vector<Reason>& reasons, std::size_t indent)
{
    std::vector<std::string> sources;
    for (const Reason& reason : reasons) {
        out += wrapped(inEnglish(reason), indent) + "\n";
        if (!reason.source) {
            continue;
        }
        if (std::string line = sourceLine(*reason.source);
            std::find(sources.begin(), sources.end(), line) == sources.end()) {
            sources.push_back(std::move(line));
        }
    }
    for (const std::string& line : sources) {
        out += styled(Style::quiet, wrapped(line, indent)) + "\n";
    }
}

// "HKLM\…\AVP21.3 · running", "process 44 · file version 21.3.10.391"
std::string placeAndActivity(const Evidence& evidence)
{
    std::string line = evidence.readFrom;
    if (const std::string_view activity = activityInEnglish(evidence); !activity.empty()) {
        line.append(" · ").append(activity);
    }
    if (!evidence.fileVersion.empty()) {
        line.append(" · file version ").append(evidence.fileVersion);
    }
    return line;
}

void addInstallations(std::string& out, const CheckResult& result, Detail detail, std::optional<std::size_t> leading)
{
    if (result.installations.empty()) {
        return;
    }
    out += "\n" + styled(Style::strong, "Found") + "\n";
    for (const Assessment& assessment : result.assessment.assessments) {
        const Installation& installation = result.installations[assessment.installation];
        std::string line = plain(titleOf(installation));
        if (!installation.version.empty()) {
            line += " " + plain(installation.version);
        }
        out += "  " + styled(Style::strong, line) + "\n";
        // Of parts found beside a list that could not be read, nobody knows what they are parts of.
        const bool known = installation.state != InstallationState::leftover || assessment.status == Status::leftover;
        out += wrapped(fmt::format("{} · {} · {}", inEnglish(assessment.status),
                                   known ? inEnglish(installation.state) : std::string_view("parts of it are here"),
                                   inEnglish(installation.confidence)),
                       4)
               + "\n";
        addSourcedReasons(out, installation.reasons, 4);
        // The leading product's reasons already stand under the headline.
        if (leading != assessment.installation && installation.state != InstallationState::leftover) {
            addSourcedReasons(out, assessment.reasons, 4);
        }
        if (detail == Detail::evidence || installation.state == InstallationState::leftover) {
            for (const MatchedEvidence& matched : installation.evidence) {
                out += styled(Style::quiet, wrapped("- " + inEnglish(matched.reason), 4)) + "\n";
                if (detail == Detail::evidence) {
                    out += styled(Style::quiet, wrapped(placeAndActivity(matched.evidence), 8)) + "\n";
                }
            }
        }
    }
}

std::string onOff(const ProtectionEntry& entry)
{
    const std::string active = !entry.active ? "state not known" : *entry.active ? "on" : "off";
    if (!entry.upToDate || !entry.active || !*entry.active) {
        return active;
    }
    return active + (*entry.upToDate ? ", says it is up to date" : ", says it is out of date");
}

void addProtection(std::string& out, const CheckResult& result)
{
    if (result.protection.empty()) {
        return;
    }
    out += "\n" + styled(Style::strong, "Protecting this computer now") + "\n";
    for (const ProtectionEntry& entry : result.protection) {
        out += fmt::format("  {}: {}\n", plain(entry.name), onOff(entry));
    }
}

void addCoverage(std::string& out, const CheckResult& result, Detail detail)
{
    std::size_t applicable = 0;
    std::size_t complete = 0;
    std::string gaps;
    for (const SourceReport& report : result.snapshot.reports) {
        if (report.coverage == Coverage::notApplicable) {
            continue;
        }
        ++applicable;
        if (report.coverage == Coverage::complete) {
            ++complete;
            continue;
        }
        gaps += fmt::format("  {}{}\n", inEnglish(report.source),
                            report.coverage == Coverage::denied ? ": not read" : ": read in part");
        const std::size_t shown =
            detail == Detail::evidence ? report.issues.size() : std::min<std::size_t>(report.issues.size(), 2);
        for (std::size_t index = 0; index < shown; ++index) {
            gaps += styled(Style::quiet, wrapped(describe(report.issues[index]), 4)) + "\n";
        }
        if (shown < report.issues.size()) {
            gaps += styled(Style::quiet, fmt::format("    and {} more", report.issues.size() - shown)) + "\n";
        }
    }
    if (!gaps.empty()) {
        out += "\n" + styled(Style::strong, "Could not be checked completely") + "\n" + gaps;
    }
    out += fmt::format("\n{} of {} places read completely. Facts dated {}. Nothing was sent from this computer.\n",
                       complete, applicable, inEnglish(result.catalog.factsAsOf));
}

}   // namespace

std::string renderRecommendations(const std::vector<Recommendation>& recommendations, const Needs& needs,
                                  const Catalog& catalog, std::size_t limit)
{
    std::string out;
    const auto nameOf = [&](const std::string& featureId) {
        const auto feature = std::find_if(catalog.features.begin(), catalog.features.end(),
                                          [&](const Feature& candidate) { return candidate.id == featureId; });
        return feature == catalog.features.end() ? featureId : feature->name;
    };
    std::string wanted;
    for (const std::string& feature : needs.features) {
        wanted += (wanted.empty() ? "" : ", ") + nameOf(feature);
    }
    out += wrapped("To keep: " + wanted, 2) + "\n";
    for (const Feature& feature : catalog.features) {
        const bool isWanted =
            std::find(needs.features.begin(), needs.features.end(), feature.id) != needs.features.end();
        if (!isWanted || feature.alternatives.empty()) {
            continue;
        }
        std::string alternatives;
        for (const std::string& alternative : feature.alternatives) {
            alternatives += (alternatives.empty() ? "" : ", ") + alternative;
        }
        out += wrapped(fmt::format("{} on its own: {}", feature.name, alternatives), 2) + "\n";
    }
    std::size_t shown = 0;
    for (const Recommendation& recommendation : recommendations) {
        if (shown >= limit && !recommendation.baseline) {
            continue;
        }
        shown += recommendation.baseline ? 0 : 1;
        const auto replacement =
            std::find_if(catalog.replacements.begin(), catalog.replacements.end(),
                         [&](const Replacement& candidate) { return candidate.id == recommendation.replacementId; });
        if (replacement == catalog.replacements.end()) {
            continue;
        }
        out += fmt::format("  {}\n", styled(Style::strong, replacement->name));
        for (Reason reason : recommendation.reasons) {
            if (reason.code == ReasonCode::missesFeature) {
                reason.arguments = {nameOf(std::get<std::string>(reason.arguments.front()))};
            }
            out += wrapped(inEnglish(reason), 4) + "\n";
        }
        const bool sure = mayDecide(replacement->countryVerification);
        std::string owner = fmt::format("Owner: {}", replacement->owner.empty() ? "not known" : replacement->owner);
        if (!sure) {
            owner += " (not confirmed)";
        }
        const std::string price = replacement->priceBand.empty()
                                      ? "Price not known"
                                      : fmt::format("Price: {} ({})", replacement->priceBand,
                                                    inEnglish(offramp::markOf(replacement->priceSource.verification)));
        out += styled(Style::quiet, wrapped(owner + ". " + price + ".", 4)) + "\n";
        if (!replacement->homeUrl.empty()) {
            out += styled(Style::quiet, "    " + replacement->homeUrl) + "\n";
        }
    }
    return out;
}

std::string renderCheck(const CheckResult& result, const Catalog& catalog, Detail detail)
{
    std::string out;
    const MachineInfo& machine = result.snapshot.machine;
    std::string about = machine.name.empty() ? "this computer" : plain(machine.name);
    if (!machine.osVersion.empty()) {
        about += ", " + plain(machine.osVersion);
    }
    out += styled(Style::quiet, fmt::format("{} · as of {} · rules for: {}", about,
                                            inEnglish(dayIn(easternZone(), result.asOf)), inEnglish(result.person)))
           + "\n\n";
    const MachineAssessment& assessment = result.assessment;
    const Reason headline = headlineOf(assessment, result.installations, result.asOf);
    out += styled(styleOf(assessment.verdict),
                  fmt::format("{} {}", markOf(assessment.verdict), plain(inEnglish(headline))))
           + "\n";
    const auto leading = leadingInstallation(assessment, result.installations);
    if (leading) {
        addSourcedReasons(out, assessment.assessments[*leading].reasons, 2);
    }
    if (assessment.managed) {
        out += wrapped(inEnglish(Reason{ReasonCode::headlineManaged, {}, {}}), 2) + "\n";
    }
    for (const Reason& reason : assessment.reasons) {
        // Places that were not read stand at the end, and that it is managed was just said.
        if (reason.code != ReasonCode::placeNotRead && reason.code != ReasonCode::managedByOrganisation) {
            out += wrapped(inEnglish(reason), 2) + "\n";
        }
    }
    addInstallations(out, result, detail, leading);
    addProtection(out, result);
    const bool switching = assessment.verdict == Verdict::affected || assessment.verdict == Verdict::moved
                           || assessment.verdict == Verdict::unclear;
    if (switching && !result.recommendations.empty()) {
        out += "\n" + styled(Style::strong, "What fits best instead") + "\n";
        out += renderRecommendations(result.recommendations, result.needs, catalog, 2);
    }
    addCoverage(out, result, detail);
    return out;
}

}   // namespace offramp::cli
