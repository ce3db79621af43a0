#include "text/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace offramp::ui {

QDate toQDate(const Day& day)
{
    return QDate(static_cast<int>(day.date.year()), static_cast<int>(static_cast<unsigned>(day.date.month())),
                 static_cast<int>(static_cast<unsigned>(day.date.day())));
}

QDateTime toLocal(Instant instant)
{
    return QDateTime::fromSecsSinceEpoch(instant.time_since_epoch().count());
}

QString longDate(const QDate& date)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    // "dddd, MMMM d, yyyy": the weekday and what joins it to the rest go.
    const auto weekday = format.indexOf(QLatin1String("dddd"));
    if (weekday >= 0) {
        qsizetype end = weekday + 4;
        while (end < format.size() && !format[end].isLetter() && format[end] != u'\'') {
            ++end;
        }
        format.remove(weekday, end - weekday);
        while (!format.isEmpty() && (format.back().isSpace() || format.back() == u',')) {
            format.chop(1);
        }
    }
    return locale.toString(date, format);
}

QString longDate(const Day& day)
{
    return longDate(toQDate(day));
}

QString monthAndYear(const QDate& date)
{
    //: A date without a day, in the letters of Qt's date formats: MMMM is the month's name, yyyy the year.
    return QLocale().toString(date, QCoreApplication::translate("Format", "MMMM yyyy"));
}

QString clockTime(Instant instant)
{
    return QLocale().toString(toLocal(instant).time(), QLocale::ShortFormat);
}

QString longMoment(Instant instant)
{
    return longDate(toLocal(instant).date()) + QStringLiteral(", ") + clockTime(instant);
}

QString joined(const QStringList& parts)
{
    return QLocale().createSeparatedList(parts);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString capitalized(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

}   // namespace offramp::ui
