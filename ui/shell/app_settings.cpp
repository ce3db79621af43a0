#include "shell/app_settings.h"

#include <QLocale>
#include <QSettings>
#include <algorithm>

namespace offramp::ui {

namespace {

const QString& personKey()
{
    static const QString key = QStringLiteral("person");
    return key;
}

QString themeKey()
{
    return QStringLiteral("look/theme");
}

QString textScaleKey()
{
    return QStringLiteral("look/textScale");
}

QString motionKey()
{
    return QStringLiteral("look/motion");
}

QString languageKey()
{
    return QStringLiteral("language");
}

QString wordOf(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::light: return QStringLiteral("light");
    case ThemeMode::dark: return QStringLiteral("dark");
    case ThemeMode::highContrast: return QStringLiteral("high-contrast");
    case ThemeMode::system: break;
    }
    return QStringLiteral("system");
}

QString wordOf(MotionWish motion)
{
    switch (motion) {
    case MotionWish::reduced: return QStringLiteral("reduced");
    case MotionWish::full: return QStringLiteral("full");
    case MotionWish::system: break;
    }
    return QStringLiteral("system");
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

Person AppSettings::guessedPerson()
{
    switch (QLocale::system().territory()) {
    case QLocale::AnyTerritory:   // not set: most of those the rules were made for are there
    case QLocale::UnitedStates:
    case QLocale::PuertoRico:
    case QLocale::Guam:
    case QLocale::AmericanSamoa:
    case QLocale::UnitedStatesVirginIslands:
    case QLocale::NorthernMarianaIslands:
    case QLocale::UnitedStatesOutlyingIslands: return Person::us;
    default: return Person::other;
    }
}

ThemeMode AppSettings::theme() const
{
    return themeModeFromString(value(themeKey()).toString()).value_or(ThemeMode::system);
}

void AppSettings::setTheme(ThemeMode mode)
{
    setValue(themeKey(), wordOf(mode));
    emit lookChanged();
}

double AppSettings::textScale() const
{
    bool isNumber = false;
    const double scale = value(textScaleKey()).toDouble(&isNumber);
    return isNumber ? std::clamp(scale, 1.0, 2.0) : 1.0;
}

void AppSettings::setTextScale(double scale)
{
    setValue(textScaleKey(), scale);
    emit lookChanged();
}

MotionWish AppSettings::motion() const
{
    return motionWishFromString(value(motionKey()).toString()).value_or(MotionWish::system);
}

void AppSettings::setMotion(MotionWish motion)
{
    setValue(motionKey(), wordOf(motion));
    emit lookChanged();
}

QString AppSettings::language() const
{
    return value(languageKey()).toString();
}

void AppSettings::setLanguage(const QString& code)
{
    setValue(languageKey(), code);
    emit languageChanged(code);
}

void AppSettings::forgetAll()
{
    m_forgotten.clear();
    if (m_file != nullptr) {
        m_file->clear();
        m_file->sync();
    }
    emit lookChanged();
    emit languageChanged(QString());
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
