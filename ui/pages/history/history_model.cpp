#include "pages/history/history_model.h"

#include "text/format.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <string_view>

namespace offramp::ui {

namespace {

struct History {
    Q_DECLARE_TR_FUNCTIONS(History)
};

struct VerdictWords {
    Tone tone;
    QString word;
};

VerdictWords verdictWords(Verdict verdict)
{
    switch (verdict) {
    case Verdict::affected: return {Tone::affected, History::tr("Affected")};
    case Verdict::traces: return {Tone::attention, History::tr("Traces left")};
    case Verdict::moved: return {Tone::attention, History::tr("Moved to UltraAV")};
    case Verdict::exempt: return {Tone::exempt, History::tr("Exempt")};
    case Verdict::unclear: return {Tone::unknown, History::tr("Unclear")};
    case Verdict::clean: return {Tone::fine, History::tr("Nothing found")};
    case Verdict::couldNotTell: break;
    }
    return {Tone::unknown, History::tr("Could not tell")};
}

QString stateWords(InstallationState state)
{
    switch (state) {
    case InstallationState::installed: return History::tr("installed");
    case InstallationState::broken: return History::tr("installed, but damaged");
    case InstallationState::leftover: return History::tr("only traces left");
    case InstallationState::portable: return History::tr("a copy that is not installed");
    }
    return {};
}

// The value of a word that CheckChange carries.
template <class Enum> Enum valueOf(const std::string& word, Enum last)
{
    for (int value = 0; value < static_cast<int>(last); ++value) {
        if (toString(static_cast<Enum>(value)) == word) {
            return static_cast<Enum>(value);
        }
    }
    return last;
}

QString versionOr(const std::string& version)
{
    return version.empty() ? History::tr("not known") : QString::fromStdString(version);
}

QString personOf(const std::string& word)
{
    return personName(personFromString(word).value_or(Person::us));
}

QString factsDay(const std::string& day)
{
    const auto parsed = parseDay(day);
    return parsed ? longDate(*parsed) : QString::fromStdString(day);
}

QString changeText(const CheckChange& change)
{
    using Kind = CheckChange::Kind;
    const QString title = QString::fromStdString(change.title);
    switch (change.kind) {
    case Kind::verdict:
        return History::tr("The answer was: %1").arg(verdictWords(valueOf(change.from, Verdict::couldNotTell)).word);
    case Kind::appeared: return History::tr("New: %1").arg(title);
    case Kind::gone: return History::tr("Gone: %1").arg(title);
    case Kind::version:
        return History::tr("%1: version %2, before %3").arg(title, versionOr(change.to), versionOr(change.from));
    case Kind::state:
        return History::tr("%1: %2, before %3")
            .arg(title, stateWords(valueOf(change.to, InstallationState::portable)),
                 stateWords(valueOf(change.from, InstallationState::portable)));
    case Kind::status:
        return History::tr("%1: %2, before %3")
            .arg(title, statusWords(valueOf(change.to, Status::leftover)).word,
                 statusWords(valueOf(change.from, Status::leftover)).word);
    case Kind::tracesLeft:
        return History::tr("%1: traces left %2, before %3")
            .arg(title, number(QString::fromStdString(change.to).toLongLong()),
                 number(QString::fromStdString(change.from).toLongLong()));
    case Kind::person: return History::tr("Rules for: %1, before %2").arg(personOf(change.to), personOf(change.from));
    case Kind::facts: return History::tr("Facts of %1, before %2").arg(factsDay(change.to), factsDay(change.from));
    case Kind::places:
        if (change.from == change.to) {   // as many, but not the same ones
            return History::tr("Other places could not be read completely");
        }
        return History::tr("Places not read completely: %1, before %2")
            .arg(number(QString::fromStdString(change.to).toLongLong()),
                 number(QString::fromStdString(change.from).toLongLong()));
    }
    return {};
}

QString foundText(const CheckOutcome& outcome)
{
    QStringList products;
    for (const RememberedProduct& each : outcome.found) {
        QString text = QString::fromStdString(each.title);
        if (!each.version.empty()) {
            text += u' ' + QString::fromStdString(each.version);
        }
        if (each.state != InstallationState::installed) {
            text += QStringLiteral(" (%1)").arg(stateWords(each.state));
        }
        products.append(text);
    }
    return products.isEmpty() ? History::tr("No product was found.") : joined(products);
}

QString basisText(const CheckOutcome& outcome)
{
    QString text = History::tr("Rules for: %1. Facts of %2 (catalog %3).")
                       .arg(personName(outcome.person), longDate(outcome.factsAsOf), number(outcome.catalogSerial));
    const auto open = std::count_if(outcome.places.begin(), outcome.places.end(),
                                    [](const RememberedPlace& place) { return place.coverage != Coverage::complete; });
    if (open > 0) {
        const auto count = static_cast<int>(open);
        text += u' ' + History::tr("%n place(s) could not be read completely.", nullptr, count);
    }
    return text;
}

}   // namespace

QList<RemovalEntry> removalEntries(const std::vector<MigrationRecord>& records)
{
    QList<RemovalEntry> entries;
    for (const MigrationRecord& record : records) {
        RemovalEntry entry;
        entry.id = record.id;
        entry.when = longMoment(record.approved.at);
        entry.tone = !record.ending ? Tone::attention : record.ending == Ending::finished ? Tone::fine : Tone::off;
        entry.state = !record.ending                      ? History::tr("Not finished")
                      : record.ending == Ending::finished ? History::tr("Finished")
                                                          : History::tr("Ended before");
        QStringList names;
        for (const Step& step : record.plan.steps) {
            const QString name = QString::fromStdString(step.subject);
            if (!name.isEmpty() && !names.contains(name)) {
                names.append(name);
            }
        }
        constexpr qsizetype most = 4;
        const auto more = static_cast<int>(names.size() - most);
        const QString list = more > 0 ? names.mid(0, most).join(QStringLiteral(", ")) + QStringLiteral(", ")
                                            + History::tr("%n more", nullptr, more)
                                      : joined(names);
        entry.what = record.plan.kind == RemovalPlan::Kind::removal
                         ? History::tr("Removal of %1").arg(list)
                         : History::tr("Left behind, moved away: %1").arg(list);
        entries.append(entry);
    }
    return entries;
}

HistoryModel historyModel(const std::vector<RememberedCheck>& checks)
{
    HistoryModel model;
    for (std::size_t i = 0; i < checks.size(); ++i) {
        const RememberedCheck& check = checks[i];
        HistoryEntry entry;
        entry.id = check.id;
        const VerdictWords words = verdictWords(check.outcome.verdict);
        entry.tone = words.tone;
        entry.verdict = words.word;
        entry.when = longMoment(check.firstSeen);
        if (check.times > 1) {
            const auto times = static_cast<int>(std::min<std::int64_t>(check.times, 1'000'000));
            entry.seen = History::tr("%n check(s) said this, the last one on %1.", nullptr, times)
                             .arg(longMoment(check.lastSeen));
        }
        entry.found = foundText(check.outcome);
        entry.basis = basisText(check.outcome);
        entry.first = i + 1 == checks.size();
        if (!entry.first) {
            for (const CheckChange& change : changesBetween(checks[i + 1].outcome, check.outcome)) {
                entry.changes.append(changeText(change));
            }
        }
        model.entries.append(entry);
    }
    return model;
}

}   // namespace offramp::ui
