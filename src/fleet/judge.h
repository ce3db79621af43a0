// From what is known of a computer to where it stands: the same matcher and rules as a check of one computer.
#pragma once

#include "catalog/catalog_store.h"
#include "domain/assessment.h"
#include "fleet/host_rows.h"

#include <string>
#include <vector>

namespace offramp::fleet {

// A place of the computer, and how much of it the engine told.
struct PlaceRead {
    SourceKind source = SourceKind::windowsPrograms;
    std::string tables;   // the ones it is from, or would be from: "services, drivers"
    Coverage coverage = Coverage::denied;
    Weight weight = Weight::supporting;
    std::size_t rows = 0;
    std::string missing;   // English; empty when nothing is
};

struct HostAnswer {
    std::string host;
    OsFamily system = OsFamily::windows;
    MachineAssessment assessment;
    std::vector<Installation> installations;
    std::vector<PlaceRead> coverage;
};

struct Question {
    const Catalog& catalog;
    Person person = Person::us;
    Instant asOf{};
    Instant
        today{};   // when the rows were read; tells whether the facts are too old to say that something is not there
};

[[nodiscard]] Result<HostAnswer> judge(HostRows& host, const Question& question);
// Of a scanned machine, which may be recorded in a folder.
[[nodiscard]] Result<HostAnswer> judge(const HostSnapshot& snapshot, const Question& question);

// A verdict that matters more comes first.
[[nodiscard]] int rankOf(Verdict verdict);

}   // namespace offramp::fleet
