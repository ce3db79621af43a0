// HistoryModel: every remembered check with what changed since the one before.
#pragma once

#include "removal/migration.h"
#include "state/check_history.h"
#include "widgets/status.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace offramp::ui {

struct HistoryEntry {
    std::int64_t id = 0;
    Tone tone = Tone::unknown;
    QString verdict;       // "Affected"
    QString when;          // "November 23, 2026, 12:00 PM"
    QString seen;          // "Said the same 4 times, last on …"; empty when once
    QString found;         // "Kaspersky Plus 21.3 and UltraAV 1.0"
    QStringList changes;   // since the one before; empty for the first
    QString basis;         // whom the rules were for, which facts, what could not be read
    bool first = false;    // there is none before it
};

struct RemovalEntry {
    std::int64_t id = 0;
    Tone tone = Tone::unknown;
    QString state;   // "Finished"
    QString when;
    QString what;   // what it was for
};

struct HistoryModel {
    QList<RemovalEntry> removals;   // newest first
    QString removalsProblem;        // why they cannot be listed; may be empty
    QList<HistoryEntry> entries;    // newest first
    QString problem;                // why nothing is remembered; may be empty
    QString setAside;               // that a damaged memory was set aside; may be empty
};

// Of the journal, newest first.
[[nodiscard]] QList<RemovalEntry> removalEntries(const std::vector<MigrationRecord>& records);
[[nodiscard]] HistoryModel historyModel(const std::vector<RememberedCheck>& checks);

}   // namespace offramp::ui
