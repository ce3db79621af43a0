#include "text/reason_text.h"

#include "report/phrases.h"
#include "text/format.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <optional>

namespace offramp::ui {

namespace {

QString argumentText(const ReasonArgument& argument)
{
    if (const auto* text = std::get_if<std::string>(&argument)) {
        if (const auto kind = evidenceKindFromString(*text)) {
            return kindInSentence(*kind);
        }
        if (const auto source = sourceKindFromString(*text)) {
            return sourceName(*source);
        }
        return QString::fromStdString(*text);
    }
    if (const auto* value = std::get_if<std::int64_t>(&argument)) {
        return number(*value);
    }
    return longDate(std::get<Day>(argument));
}

std::optional<std::int64_t> firstNumber(const Reason& reason)
{
    for (const ReasonArgument& argument : reason.arguments) {
        if (const auto* value = std::get_if<std::int64_t>(&argument)) {
            return *value;
        }
    }
    return std::nullopt;
}

}   // namespace

QString reasonText(const Reason& reason)
{
    const std::string phrase(phraseTemplate(reason));
    const auto count = firstNumber(reason);
    const int forPlural =
        count ? static_cast<int>(std::clamp<std::int64_t>(*count, 0, std::numeric_limits<int>::max())) : -1;
    const QString text = QCoreApplication::translate("Reason", phrase.c_str(), nullptr, forPlural);
    // One pass, so that a "%1" inside an argument is never replaced.
    QString sentence;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int index = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (index < 1) {
            sentence += text[i];
            continue;
        }
        if (static_cast<std::size_t>(index) <= reason.arguments.size()) {
            sentence += argumentText(reason.arguments[static_cast<std::size_t>(index) - 1]);
        }
        ++i;
    }
    return capitalized(sentence);
}

QString reasonTexts(const std::vector<Reason>& reasons)
{
    QStringList sentences;
    for (const Reason& reason : reasons) {
        sentences.append(reasonText(reason));
    }
    return sentences.join(u' ');
}

QString sourceText(const SourceLink& source, Citation citation)
{
    QString name = QString::fromStdString(source.citation.empty() ? source.title : source.citation);
    if (citation == Citation::brief && !source.citation.empty()) {
        name = name.section(QStringLiteral(", "), 0, 0).section(QStringLiteral("; "), 0, 0);
    }
    const QString mark = verificationWords(markOf(source.verification));
    return name.isEmpty() ? capitalized(mark) : name + QStringLiteral(" \u00B7 ") + mark;
}

SourceNoteContent sourceNote(const SourceLink& source)
{
    SourceNoteContent note;
    note.mark = verificationIcon(markOf(source.verification));
    note.markColor = verificationColor(markOf(source.verification));
    note.text = sourceText(source, Citation::full);
    note.address = QString::fromStdString(source.url);
    note.official = isOfficialPage(QUrl(note.address, QUrl::StrictMode));
    return note;
}

bool isOfficialPage(const QUrl& url)
{
    if (url.scheme() != QLatin1String("https") || !url.userInfo().isEmpty()) {
        return false;
    }
    const QString host = url.host();
    for (const char* ending : {".gov", ".europa.eu", ".bund.de"}) {
        if (host.endsWith(QLatin1String(ending))) {
            return true;
        }
    }
    return false;
}

}   // namespace offramp::ui
