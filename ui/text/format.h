// Dates, times and counted words in the reader's language.
#pragma once

#include "base/calendar.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace offramp::ui {

[[nodiscard]] QDate toQDate(const Day& day);
[[nodiscard]] QDateTime toLocal(Instant instant);

// "September 29, 2024": the locale's long format without the day of the week.
[[nodiscard]] QString longDate(const QDate& date);
[[nodiscard]] QString longDate(const Day& day);
// "June 2024", where no more is known.
[[nodiscard]] QString monthAndYear(const QDate& date);
[[nodiscard]] QString clockTime(Instant instant);
// "September 29, 2024, 12:00 PM", by the computer's own clock.
[[nodiscard]] QString longMoment(Instant instant);

// "a, b and c" in the reader's language.
[[nodiscard]] QString joined(const QStringList& parts);
[[nodiscard]] QString number(qint64 value);

// First letter upper-case, for a word that begins a line.
[[nodiscard]] QString capitalized(const QString& text);

}   // namespace offramp::ui
