#include "fleet/answer_text.h"

#include <initializer_list>

namespace offramp::fleet {

namespace {

json::Value orNull(const std::string& text)
{
    return text.empty() ? json::Value(nullptr) : json::Value(text);
}

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
    json::Value installations = json::Value::array();
    for (std::size_t index = 0; index < answer.installations.size(); ++index) {
        const Installation& installation = answer.installations[index];
        json::Value evidence = json::Value::array();
        for (const MatchedEvidence& matched : installation.evidence) {
            const Evidence& seen = matched.evidence;
            evidence.push_back({{"table", tableOf(seen)},
                                {"name", orNull(seen.name)},
                                {"version", orNull(seen.version)},
                                {"key", orNull(keyOf(seen))}});
        }
        installations.push_back({{"product", installation.productId},
                                 {"family", installation.family},
                                 {"version", orNull(installation.version)},
                                 {"state", std::string(toString(installation.state))},
                                 {"status", std::string(toString(statusOf(answer, index)))},
                                 {"confidence", std::string(toString(installation.confidence))},
                                 {"evidence", std::move(evidence)}});
    }
    json::Value coverage = json::Value::array();
    for (const PlaceRead& place : answer.coverage) {
        coverage.push_back({{"source", std::string(toString(place.source))},
                            {"tables", place.tables},
                            {"essential", place.weight == Weight::essential},
                            {"coverage", std::string(wordOf(place.coverage))},
                            {"rows", place.rows},
                            {"missing", orNull(place.missing)}});
    }
    const json::Value line{{"host", answer.host},
                           {"verdict", std::string(toString(answer.assessment.verdict))},
                           {"installations", std::move(installations)},
                           {"coverage", std::move(coverage)}};
    return line.dump(-1, ' ', false, json::Value::error_handler_t::replace);
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
