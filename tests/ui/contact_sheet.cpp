#include "contact_sheet.h"

#include <QDir>
#include <QFile>
#include <QUrl>
#include <algorithm>

namespace offramp::ui {

namespace {

const char* const head = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Offramp: every page in every state</title>
<style>
body { font: 14px sans-serif; margin: 24px; background: #f5f6f8; color: #1a1d23; }
nav a { margin-right: 12px; } section { margin: 32px 0; }
.row { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start; }
figure { margin: 0; } img { height: 360px; border: 1px solid #bfc5cf; background: white; }
.design img { border: 3px solid #1f5bc7; } figcaption { color: #4b525e; padding: 4px 0; }
</style></head><body><h1>Every page in every state</h1>
<p>Blue frames are the pictures of the design. Scroll sideways for the other sizes, languages and themes.</p>
)";

QString figure(const QString& source, const QString& caption, const char* kind)
{
    return QStringLiteral("<figure class=\"%1\"><a href=\"%2\"><img loading=\"lazy\" src=\"%2\" alt=\"%3\"></a>"
                          "<figcaption>%3</figcaption></figure>\n")
        .arg(QLatin1String(kind), source.toHtmlEscaped(), caption.toHtmlEscaped());
}

}   // namespace

void ContactSheet::add(const QString& subject, const QString& design, const QString& variant, const QString& file)
{
    auto entry =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& each) { return each.subject == subject; });
    if (entry == m_entries.end()) {
        m_entries.append({subject, design, {}});
        entry = m_entries.end() - 1;
    }
    entry->pictures.append({variant, file});
}

bool ContactSheet::write(const QString& file, const QString& designFolder) const
{
    QString page = QString::fromUtf8(head) + QStringLiteral("<nav>");
    for (const Entry& entry : m_entries) {
        page += QStringLiteral("<a href=\"#%1\">%1</a> ").arg(entry.subject.toHtmlEscaped());
    }
    page += QStringLiteral("</nav>\n");
    for (const Entry& entry : m_entries) {
        page += QStringLiteral("<section id=\"%1\"><h2>%1</h2>").arg(entry.subject.toHtmlEscaped());
        if (!entry.design.isEmpty()) {
            page += QStringLiteral("<p>Beside: %1</p>").arg(entry.design.toHtmlEscaped());
        }
        page += QStringLiteral("<div class=\"row\">\n");
        const QStringList designs = entry.design.split(u' ', Qt::SkipEmptyParts);
        for (const QString& each : designFolder.isEmpty() ? QStringList() : designs) {
            const QString path = QDir(designFolder).absoluteFilePath(each + QStringLiteral(".png"));
            page += figure(QUrl::fromLocalFile(path).toString(), each, "design");
        }
        for (const Picture& picture : entry.pictures) {
            page += figure(picture.file, picture.variant, "own");
        }
        page += QStringLiteral("</div></section>\n");
    }
    page += QStringLiteral("</body></html>\n");
    QFile out(file);
    const QByteArray bytes = page.toUtf8();
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

}   // namespace offramp::ui
