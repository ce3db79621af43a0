#include "text/catalog_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace offramp::ui {

QString catalogText(const std::string& english)
{
    return english.empty() ? QString() : QCoreApplication::translate("Catalog", english.c_str());
}

QString countryName(const std::string& isoCode)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(QString::fromStdString(isoCode));
    if (territory == QLocale::AnyTerritory) {
        return QString::fromStdString(isoCode);
    }
    return QCoreApplication::translate("Country", QLocale::territoryToString(territory).toUtf8().constData());
}

}   // namespace offramp::ui
