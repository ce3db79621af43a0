#include "pseudo_language.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

QChar relativeOf(QChar letter)
{
    static const QString lower =
        QStringLiteral("\u00E5\u0180\u00E7\u0111\u00E9\u0192\u011F\u0125\u00EF\u0135\u0137\u0142m"
                       "\u00F1\u00F8\u00FE\u0491\u0155\u0161\u0167\u00FC\u03BD\u0175\u03C7\u00FD\u017E");
    static const QString upper =
        QStringLiteral("\u00C5\u0181\u00C7\u0110\u00C9\u0191\u011E\u0124\u00CF\u0134\u0136\u0141"
                       "\u041C\u00D1\u00D8\u00DE\u0490\u0154\u0160\u0166\u00DC\u0474\u0174\u03A7\u00DD\u017D");
    const char16_t code = letter.unicode();
    if (code == u'm') {
        return QChar(0x043C);
    }
    if (code >= u'a' && code <= u'z') {
        return lower[code - u'a'];
    }
    return code >= u'A' && code <= u'Z' ? upper[code - u'A'] : letter;
}

}   // namespace

QString pseudo(const QString& english)
{
    QString text;
    for (qsizetype i = 0; i < english.size(); ++i) {
        const bool placeholder = english[i] == u'%' && i + 1 < english.size();
        text += placeholder ? QString(english[i]) + english[i + 1] : QString(relativeOf(english[i]));
        i += placeholder ? 1 : 0;
    }
    // Words of usual length, so that the text can wrap as a real one does. One word becomes a longer word.
    const qsizetype more = english.size() * 2 / 5 + 1;
    const bool oneWord = !english.contains(u' ');
    QString tail;
    for (qsizetype i = 0; i < more; ++i) {
        tail += !oneWord && i % 7 == 0 ? u' ' : QChar(0x00FC);
    }
    const QChar last = text.isEmpty() ? QChar() : text.back();
    if (QStringLiteral(".:?!\u2026").contains(last)) {
        text.chop(1);
        return text + tail + last;
    }
    return text + tail;
}

PseudoLanguage::PseudoLanguage()
{
    static_cast<void>(m_spanish.load(QStringLiteral("offramp_es.qm"), QStringLiteral(":/translations")));
    QCoreApplication::installTranslator(this);
}

PseudoLanguage::~PseudoLanguage()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoLanguage::translate(const char* context, const char* source, const char* comment, int count) const
{
    const QByteArray where(context);
    if (where.startsWith('Q')) {
        return {};   // Qt's own
    }
    // The scripted machine's catalog is made up.
    const bool madeUp = where == "Catalog" || where == "Country";
    if (!madeUp && m_spanish.translate(context, source, comment, count).isEmpty()) {
        m_notExtracted.insert(QString::fromUtf8(context) + QStringLiteral(": ") + QString::fromUtf8(source));
    }
    return pseudo(QString::fromUtf8(source).remove(QLatin1String("(s)")));
}

}   // namespace offramp::ui
