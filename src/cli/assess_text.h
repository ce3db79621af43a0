// The summary of an assessment: how many computers, and which of them to look at first.
#pragma once

#include "catalog/catalog_store.h"
#include "fleet/faults.h"
#include "fleet/judge.h"
#include "report/json.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace offramp::cli {

class FleetSummary {
public:
    enum class Detail {
        counts,      // how many of which verdict
        computers,   // and a line about every computer on which something was found
    };
    FleetSummary(Instant asOf, Detail detail) : m_asOf(asOf), m_detail(detail) {}

    void add(const fleet::HostAnswer& answer);

    struct Line {
        std::string host;
        Verdict verdict = Verdict::clean;
        std::string headline;                // English
        std::vector<std::string> products;   // "Kaspersky Plus 21.3 (installed)"
    };

    [[nodiscard]] std::size_t count(Verdict verdict) const { return m_counts[static_cast<std::size_t>(verdict)]; }
    [[nodiscard]] std::size_t hosts() const { return m_hosts; }
    // Every computer that is not clean, worst first, then by name. Of those nothing was found on, only their number
    // and the reason is kept.
    [[nodiscard]] std::vector<Line> worstFirst() const;
    // Products with the number of computers that have them, most common first.
    [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> products() const;
    // What was not collected, with the number of computers it is missing of.
    [[nodiscard]] const std::map<std::string, std::size_t>& missing() const { return m_missing; }
    [[nodiscard]] Instant asOf() const { return m_asOf; }

private:
    Instant m_asOf;
    Detail m_detail;
    std::size_t m_hosts = 0;
    std::array<std::size_t, 7> m_counts{};
    std::vector<Line> m_lines;
    std::map<std::string, std::size_t> m_products;
    std::map<std::string, std::size_t> m_missing;
};

[[nodiscard]] std::string renderSummary(const FleetSummary& summary, const fleet::Faults& faults);
[[nodiscard]] std::string renderFaults(const fleet::Faults& faults);
// For fleetHtmlReport().
[[nodiscard]] json::Value summaryJson(const FleetSummary& summary, const fleet::Faults& faults, const Catalog& catalog);

}   // namespace offramp::cli
