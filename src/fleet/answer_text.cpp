#include "fleet/answer_text.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace offramp::fleet {

namespace {

// Writes one line of JSON piece by piece: a tree of values for each of a million computers would take longer than
// reading them.
class JsonLine {
public:
    void open(char bracket)
    {
        separate();
        m_text += bracket;
        m_first = true;
    }
    void close(char bracket)
    {
        m_text += bracket;
        m_first = false;
    }
    void list(std::string_view name)
    {
        key(name);
        m_text += '[';
        m_first = true;
    }
    void member(std::string_view name, std::string_view text)
    {
        key(name);
        quote(text);
    }
    void memberOrNull(std::string_view name, std::string_view text)
    {
        if (text.empty()) {
            plain(name, "null");
        } else {
            member(name, text);
        }
    }
    void plain(std::string_view name, std::string_view value)
    {
        key(name);
        m_text += value;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    void separate()
    {
        if (!m_first) {
            m_text += ',';
        }
        m_first = false;
    }
    void key(std::string_view name)
    {
        separate();
        m_text.append("\"").append(name).append("\":");
    }
    void quote(std::string_view text)
    {
        const bool simple = std::all_of(text.begin(), text.end(), [](char letter) {
            return letter >= ' ' && letter < 0x7F && letter != '"' && letter != '\\';
        });
        if (simple) {
            m_text.append("\"").append(text).append("\"");
        } else {
            m_text += json::Value(text).dump(-1, ' ', false, json::Value::error_handler_t::replace);
        }
    }

    std::string m_text;
    bool m_first = true;
};

Status statusOf(const HostAnswer& answer, std::size_t installation)
{
    for (const Assessment& assessment : answer.assessment.assessments) {
        if (assessment.installation == installation) {
            return assessment.status;
        }
    }
    return Status::unclear;
}

// What a program looks the row up by: its key, else where it is.
const std::string& keyOf(const Evidence& evidence)
{
    return evidence.id.empty() ? evidence.location : evidence.id;
}

// Of a recorded machine the place that was read is told in the words of a check.
std::string tableOf(const Evidence& evidence)
{
    return tableFromString(evidence.readFrom) ? evidence.readFrom : std::string(toString(evidence.source));
}

// Names come from the computers that are looked at. A spreadsheet takes a text that begins like a formula for one.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        out += '\'';
    }
    for (const char letter : text) {
        if (letter == '"') {
            out += '"';
        }
        out += letter == '\n' || letter == '\r' || letter == '\0' ? ' ' : letter;
    }
    return out + '"';
}

std::string line(std::initializer_list<std::string_view> fields)
{
    std::string out;
    for (const std::string_view field : fields) {
        out.append(out.empty() ? "" : ",").append(quoted(field));
    }
    return out + "\r\n";
}

}   // namespace

std::string_view wordOf(Coverage coverage)
{
    return coverage == Coverage::denied ? "notRead" : toString(coverage);
}

std::string jsonLineOf(const HostAnswer& answer)
{
    JsonLine line;
    line.open('{');
    line.member("host", answer.host);
    line.member("verdict", toString(answer.assessment.verdict));
    line.list("installations");
    for (std::size_t index = 0; index < answer.installations.size(); ++index) {
        const Installation& installation = answer.installations[index];
        line.open('{');
        line.member("product", installation.productId);
        line.member("family", installation.family);
        line.memberOrNull("version", installation.version);
        line.member("state", toString(installation.state));
        line.member("status", toString(statusOf(answer, index)));
        line.member("confidence", toString(installation.confidence));
        line.list("evidence");
        for (const MatchedEvidence& matched : installation.evidence) {
            line.open('{');
            line.member("table", tableOf(matched.evidence));
            line.memberOrNull("name", matched.evidence.name);
            line.memberOrNull("version", matched.evidence.version);
            line.memberOrNull("key", keyOf(matched.evidence));
            line.close('}');
        }
        line.close(']');
        line.close('}');
    }
    line.close(']');
    line.list("coverage");
    for (const PlaceRead& place : answer.coverage) {
        line.open('{');
        line.member("source", toString(place.source));
        line.member("tables", place.tables);
        line.plain("essential", place.weight == Weight::essential ? "true" : "false");
        line.member("coverage", wordOf(place.coverage));
        line.plain("rows", std::to_string(place.rows));
        line.memberOrNull("missing", place.missing);
        line.close('}');
    }
    line.close(']');
    line.close('}');
    return line.take();
}

std::string_view csvHeader()
{
    return "host,verdict,product,name,family,version,state,status,confidence,table,entry,key,not_read\r\n";
}

std::string csvOf(const HostAnswer& answer)
{
    std::string missing;
    for (const PlaceRead& place : answer.coverage) {
        if (place.weight == Weight::essential && place.coverage != Coverage::complete) {
            missing.append(missing.empty() ? "" : "; ").append(toString(place.source));
        }
    }
    const std::string_view verdict = toString(answer.assessment.verdict);
    if (answer.installations.empty()) {
        return line({answer.host, verdict, "", "", "", "", "", "", "", "", "", "", missing});
    }
    std::string lines;
    for (std::size_t index = 0; index < answer.installations.size(); ++index) {
        const Installation& installation = answer.installations[index];
        const bool any = !installation.evidence.empty();
        const Evidence seen = any ? installation.evidence.front().evidence : Evidence{};
        lines += line({answer.host, verdict, installation.productId, titleOf(installation), installation.family,
                       installation.version, toString(installation.state), toString(statusOf(answer, index)),
                       toString(installation.confidence), any ? tableOf(seen) : "", seen.name, keyOf(seen), missing});
    }
    return lines;
}

}   // namespace offramp::fleet
