// AppSettings: what the person chose, and where the window stood. Everything the app keeps outside of its database is
// here, in one file; docs/settings.md lists the keys.
#pragma once

#include "domain/timeline.h"
#include "style/theme.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QVariantMap>
#include <memory>
#include <optional>

class QSettings;

namespace offramp::ui {

enum class Memory { remembers, forgets };   // whether choices are kept for the next start

class AppSettings final : public QObject {
    Q_OBJECT

public:
    explicit AppSettings(Memory memory, QObject* parent = nullptr);
    ~AppSettings() override;

    // For whom the rules are looked at; empty until the person has said so.
    [[nodiscard]] std::optional<Person> person() const;
    void setPerson(Person person);

    // Whether the first start may ask for whom the rules are; answered by setPerson(). Off until somebody asks for it.
    void askForPerson() { m_asks = true; }
    [[nodiscard]] bool asksForPerson() const { return m_asks && !person(); }
    // What is meant until the person has said so: by the country this computer is set to.
    [[nodiscard]] static Person guessedPerson();

    [[nodiscard]] ThemeMode theme() const;
    void setTheme(ThemeMode mode);
    [[nodiscard]] double textScale() const;   // 1 to 2, on top of the system's
    void setTextScale(double scale);
    [[nodiscard]] MotionWish motion() const;
    void setMotion(MotionWish motion);
    // A value of Language::choose; empty: the system's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);

    // Everything as at the first start.
    void forgetAll();

    [[nodiscard]] QByteArray windowPlace() const;
    void setWindowPlace(const QByteArray& place);

    // The file all this is in; empty when nothing is kept.
    [[nodiscard]] QString file() const;

signals:
    // How things look: theme, text size, motion.
    void lookChanged();
    void languageChanged(const QString& code);

private:
    [[nodiscard]] QVariant value(const QString& key) const;
    void setValue(const QString& key, const QVariant& value);

    std::unique_ptr<QSettings> m_file;   // null: nothing is kept
    QVariantMap m_forgotten;             // instead of the file
    bool m_asks = false;
};

}   // namespace offramp::ui
