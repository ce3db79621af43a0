// The report of a removal: what was, what was done and what is, sealed. Format: docs/data-formats.md, "Report of a
// removal"; schema: resources/schema/removal-report.schema.json.
#pragma once

#include "removal/journal.h"
#include "report/json.h"
#include "session/removal_session.h"
#include "session/report_seal.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace offramp {

// One removal with its steps; a part of offramp.removal/1 and of the report.
[[nodiscard]] json::Value removalJson(const MigrationRecord& record, const Moment& now);

// "done, but only after a restart".
[[nodiscard]] std::string_view inEnglish(StepState state);
[[nodiscard]] std::string inEnglish(const ProtectionGap& gap);

struct RemovalReportWishes {
    RemovalReportFormat format = RemovalReportFormat::json;
    Redaction redaction = Redaction::on;
    bool rehearsal = false;
    std::filesystem::path keyFile;
    PageLanguage language = {};   // of an HTML page
};

// Of that removal, with the leftovers that were taken away after it; for leftovers, of the removal before them.
[[nodiscard]] Result<std::string> writeRemovalReport(const Journal& journal, std::int64_t removal, const Moment& now,
                                                     const RemovalReportWishes& wishes);

// Foreign bytes, JSON or HTML. The error says what was changed.
[[nodiscard]] Result<SealCheck> verifyRemovalReport(std::string_view bytes);

// "report.key" beside the journal.
[[nodiscard]] std::filesystem::path reportKeyFile(const std::filesystem::path& journal);

}   // namespace offramp
