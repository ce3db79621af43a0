// From what is known of a computer to where it stands: the same matcher and rules as a check of one computer.
#pragma once

#include "catalog/catalog_store.h"
#include "domain/assessment.h"
#include "fleet/host_rows.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::fleet {

// A place of the computer, and how much of it the engine told.
struct PlaceRead {
    SourceKind source = SourceKind::windowsPrograms;
    std::string_view tables;   // the ones it is from, or would be from: "services, drivers"
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

// Remembers what the catalog said of a piece of evidence: computers of a fleet have the same programs. For one thread.
class Judge {
public:
    // The question must outlive this.
    explicit Judge(const Question& question);
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    // Errors come from a damaged catalog only.
    [[nodiscard]] Result<HostAnswer> judge(HostRows& host);
    // Of a scanned machine, which may be recorded in a folder.
    [[nodiscard]] Result<HostAnswer> judge(const HostSnapshot& snapshot);

private:
    class Knowledge;
    const Question& m_question;
    std::unique_ptr<Knowledge> m_knowledge;
};

// A verdict that matters more comes first.
[[nodiscard]] int rankOf(Verdict verdict);

}   // namespace offramp::fleet
