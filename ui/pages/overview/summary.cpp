#include "pages/overview/summary.h"

#include "pages/why/why_model.h"
#include "text/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace offramp::ui {

namespace {

struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

struct Part {
    QString title;
    QStringList items;
};

QList<Part> partsOf(const OverviewModel& model)
{
    Part found{Overview::tr("Found on this computer"), {}};
    for (const FoundRow& row : model.found) {
        found.items.append(row.accessibleName);
    }
    Part left{Overview::tr("What is left"), {}};
    for (const TraceGroup& group : model.traces) {
        for (const TraceRow& row : group.rows) {
            left.items.append(row.title + QStringLiteral(": ") + row.caption + QStringLiteral(" (")
                              + confidenceWord(row.confidence) + u')');
        }
    }
    Part protection{Overview::tr("Protecting this computer now"), {}};
    for (const ProtectionRow& row : model.protection) {
        protection.items.append(row.title + QStringLiteral(": ") + row.caption);
    }
    Part coverage{Overview::tr("What was checked"), {}};
    for (const CoverageRow& row : model.coverage) {
        coverage.items.append(row.name + QStringLiteral(": ") + row.detail);
    }
    QList<Part> parts;
    for (const Part& each : {found, left, protection, coverage}) {
        if (!each.items.isEmpty()) {
            parts.append(each);
        }
    }
    return parts;
}

QString element(const char* tag, const QString& text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(tag), text.toHtmlEscaped());
}

QString list(const QStringList& items)
{
    QString out = QStringLiteral("<ul>\n");
    for (const QString& item : items) {
        out += element("li", item);
    }
    return out + QStringLiteral("</ul>\n");
}

QString reasonsOf(const CheckResult& result)
{
    QString out;
    for (const WhySection& section : whyModel(result).sections) {
        out += element("h3", section.title) + QStringLiteral("<ul>\n");
        for (const WhyReason& reason : section.reasons) {
            out += QStringLiteral("<li>") + reason.text.toHtmlEscaped();
            if (reason.source) {
                const QString address = reason.source->address.isEmpty() ? QString() : u' ' + reason.source->address;
                out += QStringLiteral("<br><small>") + (reason.source->text + address).toHtmlEscaped()
                       + QStringLiteral("</small>");
            }
            out += QStringLiteral("</li>\n");
        }
        out += QStringLiteral("</ul>\n");
    }
    return out;
}

// Black on white on paper; nothing may be loaded or run, whatever a name on the computer looks like.
constexpr const char* headOfPage =
    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    "<style>\nbody{font:15px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1d23}\n"
    "h1{font-size:1.6rem;line-height:1.3;margin:0 0 .5rem}h2{font-size:1.15rem;margin:1.6rem 0 .3rem}\n"
    "h3{font-size:1rem;margin:1rem 0 .2rem}p,ul{margin:.3rem 0}small{color:#4b525e;overflow-wrap:anywhere}\n"
    "@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}li{break-inside:avoid}}\n"
    "</style>\n";

}   // namespace

QString summaryText(const OverviewModel& model)
{
    QStringList lines{model.hero.title, model.hero.text, QString()};
    for (const Part& part : partsOf(model)) {
        lines.append(part.title);
        for (const QString& item : part.items) {
            lines.append(QStringLiteral("- ") + item);
        }
        lines.append(QString());
    }
    lines.append(model.footer.join(QStringLiteral(". ")));
    return lines.join(u'\n');
}

QString summaryPage(const OverviewModel& model, const CheckResult& result)
{
    const QLocale locale;
    QString out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n")
                      .arg(locale.bcp47Name(),
                           locale.textDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    out += QLatin1String(headOfPage) + element("title", QStringLiteral("Offramp: ") + model.hero.title)
           + QStringLiteral("</head>\n<body>\n") + element("h1", model.hero.title);
    const MachineInfo& machine = result.snapshot.machine;
    QStringList which;
    for (const std::string& each : {machine.name, machine.osVersion}) {
        if (!each.empty()) {
            which.append(QString::fromStdString(each));
        }
    }
    if (!which.isEmpty()) {
        out += element("p", Overview::tr("Computer: %1").arg(which.join(QStringLiteral(", "))));
    }
    out += element("p", model.hero.text);
    for (const Part& part : partsOf(model)) {
        out += element("h2", part.title) + list(part.items);
    }
    out += element("h2", Overview::tr("Why we say this")) + reasonsOf(result);
    out += QStringLiteral("<p><small>") + model.footer.join(QStringLiteral(" \u00B7 ")).toHtmlEscaped()
           + QStringLiteral("</small></p>\n</body>\n</html>\n");
    return out;
}

}   // namespace offramp::ui
