#include "cli/assess_text.h"

#include "cli/terminal.h"
#include "report/phrases.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <utility>

namespace offramp::cli {

namespace {

constexpr std::size_t mostHosts = 40;
constexpr std::size_t mostFaults = 10;

struct VerdictWords {
    Verdict verdict;
    std::string_view mark;
    std::string_view words;
    Style style;
};

// In the order people should look at them.
constexpr std::array<VerdictWords, 7> verdictWords{{
    {Verdict::affected, "◆", "affected", Style::affected},
    {Verdict::moved, "▲", "moved to a successor", Style::attention},
    {Verdict::unclear, "◌", "unclear", Style::strong},
    {Verdict::traces, "▲", "only traces left", Style::attention},
    {Verdict::couldNotTell, "◌", "could not tell", Style::strong},
    {Verdict::exempt, "⊘", "only what the rules leave out", Style::plain},
    {Verdict::clean, "●", "clean", Style::fine},
}};

const VerdictWords& wordsOf(Verdict verdict)
{
    return *std::find_if(verdictWords.begin(), verdictWords.end(),
                         [&](const VerdictWords& words) { return words.verdict == verdict; });
}

}   // namespace

void FleetSummary::add(const fleet::HostAnswer& answer)
{
    ++m_hosts;
    const Verdict verdict = answer.assessment.verdict;
    ++m_counts[static_cast<std::size_t>(verdict)];
    if (m_detail == Detail::counts) {
        return;
    }
    if (answer.installations.empty()) {
        for (const fleet::PlaceRead& place : answer.coverage) {
            if (verdict == Verdict::couldNotTell && place.weight == Weight::essential
                && place.coverage != Coverage::complete) {
                ++m_missing[std::string(inEnglish(place.source))];
            }
        }
        return;
    }
    Line line;
    line.host = answer.host;
    line.verdict = verdict;
    line.headline = inEnglish(headlineOf(answer.assessment, answer.installations, m_asOf));
    for (const Installation& installation : answer.installations) {
        ++m_products[titleOf(installation)];
        line.products.push_back(fmt::format("{}{}{} ({})", titleOf(installation),
                                            installation.version.empty() ? "" : " ", installation.version,
                                            inEnglish(installation.state)));
    }
    m_lines.push_back(std::move(line));
}

std::vector<FleetSummary::Line> FleetSummary::worstFirst() const
{
    std::vector<Line> lines = m_lines;
    std::sort(lines.begin(), lines.end(), [](const Line& left, const Line& right) {
        return std::tuple(fleet::rankOf(left.verdict), std::string_view(left.host))
               < std::tuple(fleet::rankOf(right.verdict), std::string_view(right.host));
    });
    return lines;
}

std::vector<std::pair<std::string, std::size_t>> FleetSummary::products() const
{
    std::vector<std::pair<std::string, std::size_t>> all(m_products.begin(), m_products.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    return all;
}

std::string renderFaults(const fleet::Faults& faults)
{
    if (faults.count() == 0) {
        return {};
    }
    std::string out =
        fmt::format("{} {} skipped:\n", faults.count(), faults.count() == 1 ? "entry was" : "entries were");
    const std::size_t shown = std::min(faults.located().size(), mostFaults);
    for (std::size_t index = 0; index < shown; ++index) {
        const fleet::SkippedLine& skipped = faults.located()[index];
        out += "  " + plain(skipped.file) + (skipped.line > 0 ? ":" + std::to_string(skipped.line) : "") + ": "
               + plain(skipped.what) + "\n";
    }
    if (faults.count() > shown) {
        out += fmt::format("  and {} more\n", faults.count() - shown);
    }
    return out;
}

std::string renderSummary(const FleetSummary& summary, const fleet::Faults& faults)
{
    std::string out =
        styled(Style::strong, fmt::format("{} {}", summary.hosts(), summary.hosts() == 1 ? "computer" : "computers"))
        + "\n";
    for (const VerdictWords& words : verdictWords) {
        if (summary.count(words.verdict) > 0) {
            out += fmt::format("  {} {:>7}  {}\n", styled(words.style, words.mark), summary.count(words.verdict),
                               words.words);
        }
    }
    if (const auto products = summary.products(); !products.empty()) {
        out += "\n" + styled(Style::strong, "What was found") + "\n";
        for (const auto& [name, count] : products) {
            out += fmt::format("  {:>9}  {}\n", count, plain(name));
        }
    }
    const auto lines = summary.worstFirst();
    if (!lines.empty()) {
        out += "\n" + styled(Style::strong, "Where, worst first") + "\n";
    }
    for (std::size_t index = 0; index < std::min(lines.size(), mostHosts); ++index) {
        const VerdictWords& words = wordsOf(lines[index].verdict);
        out += fmt::format("  {} {}: {}\n", styled(words.style, words.mark), plain(lines[index].host), words.words);
        for (const std::string& product : lines[index].products) {
            out += wrapped(product, 6) + "\n";
        }
    }
    if (lines.size() > mostHosts) {
        out += fmt::format("  and {} more; --json, --csv and --html list all of them\n", lines.size() - mostHosts);
    }
    if (!summary.missing().empty()) {
        out += "\n" + styled(Style::strong, "Nothing found, but not everything was collected") + "\n";
        for (const auto& [place, count] : summary.missing()) {
            out += fmt::format("  {:>9}  without {}\n", count, place);
        }
    }
    if (faults.count() > 0) {
        out += "\n" + styled(Style::attention, renderFaults(faults));
    }
    return out;
}

json::Value summaryJson(const FleetSummary& summary, const fleet::Faults& faults, const Catalog& catalog)
{
    json::Value counts = json::Value::array();
    for (const VerdictWords& words : verdictWords) {
        if (summary.count(words.verdict) > 0) {
            counts.push_back({{"verdict", std::string(toString(words.verdict))},
                              {"words", std::string(words.words)},
                              {"count", summary.count(words.verdict)}});
        }
    }
    json::Value products = json::Value::array();
    for (const auto& [name, count] : summary.products()) {
        products.push_back({{"name", name}, {"count", count}});
    }
    json::Value hosts = json::Value::array();
    for (const FleetSummary::Line& line : summary.worstFirst()) {
        hosts.push_back({{"host", line.host},
                         {"verdict", std::string(toString(line.verdict))},
                         {"words", std::string(wordsOf(line.verdict).words)},
                         {"headline", line.headline},
                         {"products", line.products}});
    }
    json::Value missing = json::Value::array();
    for (const auto& [place, count] : summary.missing()) {
        missing.push_back({{"place", place}, {"count", count}});
    }
    json::Value skipped = json::Value::array();
    for (const fleet::SkippedLine& each : faults.located()) {
        skipped.push_back({{"file", each.file}, {"line", each.line}, {"what", each.what}});
    }
    return {{"computers", summary.hosts()},
            {"asOf", toString(summary.asOf())},
            {"catalog", {{"serial", catalog.info.serial}, {"factsAsOf", toString(catalog.info.factsAsOf)}}},
            {"counts", std::move(counts)},
            {"products", std::move(products)},
            {"hosts", std::move(hosts)},
            {"missing", std::move(missing)},
            {"skipped", faults.count()},
            {"skippedLines", std::move(skipped)}};
}

}   // namespace offramp::cli
