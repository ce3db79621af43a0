// The language people read: which ones there are, and changing it while the window is open.
#pragma once

#include <QList>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QTranslator>

namespace offramp::ui {

// "es" and what its speakers call it.
struct ShippedLanguage {
    QString code;
    QString ownName;
};
// By code. English is among them.
[[nodiscard]] const QList<ShippedLanguage>& shippedLanguages();
[[nodiscard]] bool isShippedLanguage(const QString& code);

// Every top-level widget gets QEvent::LanguageChange when the language changes; what is not a widget listens to
// changed(). QLocale's default follows, so dates and numbers are written as that language does it, in the
// country of the computer's own settings.
class Language final : public QObject {
    Q_OBJECT

public:
    static Language& instance();

    // A shipped language's code; empty for the first of the system's languages that is shipped, else English.
    void choose(const QString& code);
    [[nodiscard]] const QString& chosen() const { return m_chosen; }
    [[nodiscard]] const QString& current() const { return m_current; }

signals:
    void changed();

private:
    Language() = default;

    QString m_chosen;
    QString m_current;
    bool m_mirrored = false;   // by us
    QTranslator m_own;
    QTranslator m_toolkit;   // what Qt itself says: "Copy", "Select All"
};

}   // namespace offramp::ui
