// ReportBuilder: keeps the coverage of one source honest while it reads.
//
// Every place a source looks at is told to the builder with what happened there; the coverage follows: all places
// read is complete, some refused is partial, nothing read and something refused is denied, no place exists at all is
// complete when absence is an answer ("no such key" on Windows) and notApplicable when the source says so itself.
#pragma once

#include "domain/evidence.h"

namespace offramp {

class ReportBuilder {
public:
    explicit ReportBuilder(SourceKind source) { m_report.source = source; }

    // A place was read, with so many entries in it.
    void read(std::size_t entries);
    // A machine-wide place or a part of one could not be read; notFound counts as absent().
    void failed(const Error& error);
    // One person's own part could not be read; the machine-wide part may still be complete.
    void failedForUser(const Error& error);
    // Part of a machine-wide place that was read is damaged; the rest counts.
    void damaged(const Error& error);
    // The person stopped the scan: the report is partial.
    void stopped();

    void add(Evidence evidence) { m_report.evidence.push_back(std::move(evidence)); }

    // `whenNothingExists`: what it means that none of the places is there.
    [[nodiscard]] SourceReport finish(Coverage whenNothingExists);

private:
    SourceReport m_report;
    std::size_t m_read = 0;
    std::size_t m_failed = 0;
};

}   // namespace offramp
