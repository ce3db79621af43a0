#include "report/fleet_html.h"

#include "report/html_parts.h"

#include <initializer_list>

namespace offramp {

using namespace html;

namespace {

std::string row(std::initializer_list<std::string> cells)
{
    std::string out = "<tr>";
    for (const std::string& cell : cells) {
        out += "<td>" + escapedForHtml(cell) + "</td>";
    }
    return out + "</tr>\n";
}

std::string hostRow(const json::Value& host)
{
    std::string out = "<tr><td>" + escapedForHtml(textOf(host, "host")) + "</td><td>"
                      + escapedForHtml(textOf(host, "words")) + "</td><td>";
    bool first = true;
    for (const json::Value& product : listOf(host, "products")) {
        out += (first ? "" : "<br>") + escapedForHtml(product.is_string() ? product.get<std::string>() : "");
        first = false;
    }
    return out + "<br><span class=\"quiet\">" + escapedForHtml(textOf(host, "headline")) + "</span></td></tr>\n";
}

std::string table(std::string_view title, const std::string& head, const std::string& rows)
{
    return rows.empty() ? std::string() : element("h2", title) + "<table>" + head + "\n" + rows + "</table>\n";
}

}   // namespace

std::string fleetHtmlReport(const json::Value& summary)
{
    const std::string computers = textOf(summary, "computers");
    const std::string title = computers + (computers == "1" ? " computer" : " computers");
    std::string out = pageHead(title) + element("h1", title);
    const json::Value& catalog = objectOf(summary, "catalog");
    out += element("p class=\"quiet\"", "Judged for " + textOf(summary, "asOf") + ". Facts: catalog "
                                            + textOf(catalog, "serial") + ", as of " + textOf(catalog, "factsAsOf")
                                            + ". This is information, not legal advice. Nothing was sent anywhere.");
    std::string rows;
    for (const json::Value& count : listOf(summary, "counts")) {
        rows += row({textOf(count, "words"), textOf(count, "count")});
    }
    out += table("Where they stand", "<tr><th>Verdict</th><th>Computers</th></tr>", rows);
    rows.clear();
    for (const json::Value& product : listOf(summary, "products")) {
        rows += row({textOf(product, "name"), textOf(product, "count")});
    }
    out += table("What was found", "<tr><th>Product</th><th>Computers</th></tr>", rows);
    rows.clear();
    for (const json::Value& host : listOf(summary, "hosts")) {
        rows += hostRow(host);
    }
    out += table("Where, worst first", "<tr><th>Computer</th><th>Verdict</th><th>What is there</th></tr>", rows);
    rows.clear();
    for (const json::Value& missing : listOf(summary, "missing")) {
        rows += row({textOf(missing, "place"), textOf(missing, "count")});
    }
    out += table("Nothing found, but not everything was collected", "<tr><th>Not collected</th><th>Computers</th></tr>",
                 rows);
    rows.clear();
    for (const json::Value& line : listOf(summary, "skippedLines")) {
        rows += row({textOf(line, "file") + (textOf(line, "line") == "0" ? "" : ":" + textOf(line, "line")),
                     textOf(line, "what")});
    }
    out += table("Skipped: " + textOf(summary, "skipped"), "<tr><th>Where</th><th>Why</th></tr>", rows);
    return out + "</body>\n</html>\n";
}

}   // namespace offramp
