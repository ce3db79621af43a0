#include "text/report_text.h"

#include "text/format.h"
#include "text/reason_text.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

namespace offramp::ui {

PageLanguage pageLanguage()
{
    PageLanguage language;
    language.tag = QLocale().bcp47Name().toStdString();
    language.rightToLeft = QGuiApplication::isRightToLeft();
    language.say = [](const char* context, std::string_view english) {
        return QCoreApplication::translate(context, std::string(english).c_str()).toStdString();
    };
    language.sentence = [](const Reason& reason) { return reasonText(reason).toStdString(); };
    language.day = [](const Day& day) { return longDate(day).toStdString(); };
    language.moment = [](Instant instant) { return longMoment(instant).toStdString(); };
    return language;
}

}   // namespace offramp::ui
