#include "shell/app_settings.h"

#include <QSettings>

namespace offramp::ui {

namespace {

const QString& personKey()
{
    static const QString key = QStringLiteral("person");
    return key;
}

const QString& languageKey()
{
    static const QString key = QStringLiteral("language");
    return key;
}

const QString& placeKey()
{
    static const QString key = QStringLiteral("window/geometry");
    return key;
}

}   // namespace

// The same kind of file in the same kind of place on every system, so that it can be shown, copied and deleted.
AppSettings::AppSettings(Memory memory, QObject* parent)
    : QObject(parent),
      m_file(memory == Memory::remembers ? std::make_unique<QSettings>(
                 QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Offramp"), QStringLiteral("settings"))
                                         : nullptr)
{}

AppSettings::~AppSettings() = default;

std::optional<Person> AppSettings::person() const
{
    return personFromString(value(personKey()).toString().toStdString());
}

void AppSettings::setPerson(Person person)
{
    const std::string_view word = toString(person);
    setValue(personKey(), QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

QString AppSettings::language() const
{
    return value(languageKey()).toString();
}

void AppSettings::setLanguage(const QString& code)
{
    setValue(languageKey(), code);
}

QByteArray AppSettings::windowPlace() const
{
    return value(placeKey()).toByteArray();
}

void AppSettings::setWindowPlace(const QByteArray& place)
{
    setValue(placeKey(), place);
}

QString AppSettings::file() const
{
    return m_file != nullptr ? m_file->fileName() : QString();
}

QVariant AppSettings::value(const QString& key) const
{
    return m_file != nullptr ? m_file->value(key) : m_forgotten.value(key);
}

void AppSettings::setValue(const QString& key, const QVariant& value)
{
    if (m_file != nullptr) {
        m_file->setValue(key, value);
    } else {
        m_forgotten.insert(key, value);
    }
}

}   // namespace offramp::ui
