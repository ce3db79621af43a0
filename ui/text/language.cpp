#include "text/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>

// Outside every namespace, as Qt wants it: the translations are compiled into a static library.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace offramp::ui {

namespace {

const QString& folder()
{
    static const QString path = QStringLiteral(":/translations");
    return path;
}

// As its speakers call it, which each translation says itself.
QString ownName(const QString& file)
{
    QTranslator translator;
    const char* english = QT_TRANSLATE_NOOP("Language", "English");
    const QString name = translator.load(file, folder()) ? translator.translate("Language", english) : QString();
    return name.isEmpty() ? QString::fromLatin1(english) : name;
}

QString languageOfSystem()
{
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QString code = QLocale(wanted).name().section(u'_', 0, 0);
        if (isShippedLanguage(code)) {
            return code;
        }
    }
    return QStringLiteral("en");
}

QLocale localeFor(const QString& code)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(code);
    if (system.language() == wanted.language()) {
        return system;
    }
    if (code == QLatin1String("en")) {
        return QLocale(QLocale::English, QLocale::UnitedStates);
    }
    // Spanish in the United States is written as there, if that is known.
    const QLocale there(wanted.language(), system.territory());
    return there.language() == wanted.language() ? there : wanted;
}

}   // namespace

const QList<ShippedLanguage>& shippedLanguages()
{
    static const QList<ShippedLanguage> all = [] {
        registerTranslations();
        QList<ShippedLanguage> found;
        for (const QString& file :
             QDir(folder()).entryList({QStringLiteral("offramp_*.qm")}, QDir::Files, QDir::Name)) {
            const QString code = file.section(u'_', 1).section(u'.', 0, 0);
            found.append({code, ownName(file)});
        }
        return found;
    }();
    return all;
}

bool isShippedLanguage(const QString& code)
{
    for (const ShippedLanguage& each : shippedLanguages()) {
        if (each.code == code) {
            return true;
        }
    }
    return false;
}

Language& Language::instance()
{
    static Language only;
    return only;
}

void Language::choose(const QString& code)
{
    m_chosen = code;
    const QString next = isShippedLanguage(code) ? code : languageOfSystem();
    if (next == m_current) {
        return;
    }
    m_current = next;
    const QLocale locale = localeFor(next);
    QLocale::setDefault(locale);
    // An -reverse on the command line stays for languages written from left to right.
    if (locale.textDirection() == Qt::RightToLeft || m_mirrored) {
        m_mirrored = locale.textDirection() == Qt::RightToLeft;
        QGuiApplication::setLayoutDirection(locale.textDirection());
    }
    const auto use = [&](QTranslator& translator, const QString& file) {
        QCoreApplication::removeTranslator(&translator);
        if (translator.load(file + next + QStringLiteral(".qm"), folder())) {
            QCoreApplication::installTranslator(&translator);
        }
    };
    use(m_toolkit, QStringLiteral("qtbase_"));
    use(m_own, QStringLiteral("offramp_"));
    emit changed();
}

}   // namespace offramp::ui
