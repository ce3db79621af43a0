#include "report/snapshot_record.h"

#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace offramp {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longestText = 65536;
constexpr std::size_t mostEntries = 100000;

// --- writing

void put(Json& object, const char* name, const std::string& text)
{
    if (!text.empty()) {
        object[name] = text;
    }
}

template <class Value> void put(Json& object, const char* name, const std::optional<Value>& value)
{
    if (value) {
        object[name] = *value;
    }
}

void put(Json& object, const char* name, const std::optional<Instant>& at)
{
    if (at) {
        object[name] = at->time_since_epoch().count();
    }
}

Json jsonOf(const VendorFacts& facts)
{
    Json json = Json::object();
    put(json, "databasesUpdatedAt", facts.databasesUpdatedAt);
    put(json, "licenceDaysLeft", facts.licenceDaysLeft);
    put(json, "passwordProtected", facts.passwordProtected);
    put(json, "selfDefence", facts.selfDefence);
    put(json, "managed", facts.managed);
    put(json, "edition", facts.edition);
    put(json, "installedAt", facts.installedAt);
    return json;
}

Json jsonOf(const Evidence& evidence)
{
    Json json{{"kind", toString(evidence.kind)}};
    put(json, "id", evidence.id);
    put(json, "name", evidence.name);
    put(json, "version", evidence.version);
    put(json, "fileVersion", evidence.fileVersion);
    put(json, "publisher", evidence.publisher);
    put(json, "location", evidence.location);
    put(json, "readFrom", evidence.readFrom);
    put(json, "account", evidence.account);
    put(json, "wraps", evidence.wraps);
    put(json, "running", evidence.running);
    if (evidence.scope != Scope::machine) {
        json["scope"] = toString(evidence.scope);
    }
    if (evidence.presence != Presence::unknown) {
        json["presence"] = toString(evidence.presence);
    }
    if (evidence.packageState != PackageState::none) {
        json["packageState"] = toString(evidence.packageState);
    }
    if (evidence.hidden) {
        json["hidden"] = true;
    }
    if (evidence.installedOn) {
        json["installedOn"] = toString(*evidence.installedOn);
    }
    if (evidence.security) {
        Json security{{"role", static_cast<int>(evidence.security->role)}};
        put(security, "active", evidence.security->active);
        put(security, "upToDate", evidence.security->upToDate);
        json["security"] = std::move(security);
    }
    if (evidence.vendor) {
        json["vendor"] = jsonOf(*evidence.vendor);
    }
    return json;
}

// --- reading: what is missing is as nobody had said it, what is of another kind is malformed

class Reader {
public:
    explicit Reader(const Json& object, bool& sound) : m_object(object), m_sound(sound)
    {
        m_sound = m_sound && object.is_object();
    }

    [[nodiscard]] std::string text(const char* name)
    {
        const Json* const value = member(name);
        if (value == nullptr) {
            return {};
        }
        if (!value->is_string()) {
            m_sound = false;
            return {};
        }
        const auto& text = value->get_ref<const std::string&>();
        m_sound = m_sound && text.size() <= longestText && text::isUtf8(text);
        return text;
    }
    [[nodiscard]] std::optional<bool> flag(const char* name)
    {
        const Json* const value = member(name);
        m_sound = m_sound && (value == nullptr || value->is_boolean());
        return value != nullptr && value->is_boolean() ? std::optional(value->get<bool>()) : std::nullopt;
    }
    // Within a range no honest record leaves.
    [[nodiscard]] std::optional<std::int64_t> number(const char* name)
    {
        constexpr std::int64_t most = std::int64_t{1} << 40;
        const Json* const value = member(name);
        if (value == nullptr) {
            return std::nullopt;
        }
        const bool fits = value->is_number_integer()
                          && (!value->is_number_unsigned() || value->get<std::uint64_t>() <= std::uint64_t{most})
                          && value->get<std::int64_t>() <= most && value->get<std::int64_t>() >= -most;
        m_sound = m_sound && fits;
        return fits ? std::optional(value->get<std::int64_t>()) : std::nullopt;
    }
    [[nodiscard]] std::optional<Instant> instant(const char* name)
    {
        const auto seconds = number(name);
        return seconds ? std::optional(Instant{std::chrono::seconds{*seconds}}) : std::nullopt;
    }
    // One of the values up to `last`, by its word; `otherwise` where there is none.
    template <class Enum> [[nodiscard]] Enum word(const char* name, Enum last, Enum otherwise)
    {
        const std::string said = text(name);
        if (said.empty()) {
            return otherwise;
        }
        for (int value = 0; value <= static_cast<int>(last); ++value) {
            if (said == toString(static_cast<Enum>(value))) {
                return static_cast<Enum>(value);
            }
        }
        m_sound = false;
        return otherwise;
    }
    [[nodiscard]] const Json* member(const char* name) const
    {
        const auto found = m_object.is_object() ? m_object.find(name) : m_object.end();
        return m_object.is_object() && found != m_object.end() ? &*found : nullptr;
    }
    // Calls `visit` with every item of a list.
    template <class Visit> void each(const char* name, const Visit& visit)
    {
        const Json* const list = member(name);
        if (list == nullptr) {
            return;
        }
        if (!list->is_array() || list->size() > mostEntries) {
            m_sound = false;
            return;
        }
        for (const Json& item : *list) {
            visit(item);
        }
    }

private:
    const Json& m_object;
    bool& m_sound;
};

VendorFacts vendorFactsIn(const Json& json, bool& sound)
{
    Reader read(json, sound);
    VendorFacts facts;
    facts.databasesUpdatedAt = read.instant("databasesUpdatedAt");
    if (const auto days = read.number("licenceDaysLeft")) {
        facts.licenceDaysLeft = static_cast<long>(std::clamp<std::int64_t>(*days, -1000000, 1000000));
    }
    facts.passwordProtected = read.flag("passwordProtected");
    facts.selfDefence = read.flag("selfDefence");
    facts.managed = read.flag("managed");
    facts.edition = read.text("edition");
    facts.installedAt = read.instant("installedAt");
    return facts;
}

Evidence evidenceIn(const Json& json, SourceKind source, bool& sound)
{
    Reader read(json, sound);
    Evidence evidence;
    const auto kind = evidenceKindFromString(read.text("kind"));
    sound = sound && kind;
    evidence.kind = kind.value_or(EvidenceKind::program);
    evidence.source = source;
    evidence.id = read.text("id");
    evidence.name = read.text("name");
    evidence.version = read.text("version");
    evidence.fileVersion = read.text("fileVersion");
    evidence.publisher = read.text("publisher");
    evidence.location = read.text("location");
    evidence.readFrom = read.text("readFrom");
    evidence.account = read.text("account");
    evidence.wraps = read.text("wraps");
    evidence.running = read.flag("running");
    evidence.scope = read.word("scope", Scope::user, Scope::machine);
    evidence.presence = read.word("presence", Presence::absent, Presence::unknown);
    evidence.packageState = read.word("packageState", PackageState::unpacked, PackageState::none);
    evidence.hidden = read.flag("hidden").value_or(false);
    if (const std::string day = read.text("installedOn"); !day.empty()) {
        const auto parsed = parseDay(day);
        sound = sound && parsed;
        evidence.installedOn = parsed ? std::optional(*parsed) : std::nullopt;
    }
    if (const Json* const security = read.member("security")) {
        Reader inner(*security, sound);
        SecurityState state;
        const auto role = inner.number("role").value_or(0);
        sound = sound && role >= 0 && role <= static_cast<int>(SecurityState::Role::antispyware);
        state.role = sound ? static_cast<SecurityState::Role>(role) : SecurityState::Role::antivirus;
        state.active = inner.flag("active");
        state.upToDate = inner.flag("upToDate");
        evidence.security = state;
    }
    if (const Json* const vendor = read.member("vendor")) {
        evidence.vendor = vendorFactsIn(*vendor, sound);
    }
    return evidence;
}

SourceReport reportIn(const Json& json, bool& sound)
{
    Reader read(json, sound);
    SourceReport report;
    const auto source = sourceKindFromString(read.text("source"));
    sound = sound && source;
    report.source = source.value_or(SourceKind::windowsPrograms);
    report.weight = read.flag("essential").value_or(false) ? Weight::essential : Weight::supporting;
    report.coverage = read.word("coverage", Coverage::notApplicable, Coverage::denied);
    report.machinePartComplete = read.flag("machinePartComplete").value_or(false);
    report.examined = static_cast<std::size_t>(std::max<std::int64_t>(0, read.number("examined").value_or(0)));
    read.each("issues", [&](const Json& issue) {
        Reader inner(issue, sound);
        report.issues.push_back({inner.word("code", ErrorCode::cancelled, ErrorCode::io), inner.text("place"), 0});
    });
    read.each("evidence", [&](const Json& item) { report.evidence.push_back(evidenceIn(item, report.source, sound)); });
    return report;
}

}   // namespace

std::string encodeSnapshotRecord(const HostSnapshot& snapshot, const std::vector<Installation>& installations,
                                 std::string_view computer)
{
    const auto belongs = [&](const Evidence& evidence) {
        return std::any_of(installations.begin(), installations.end(), [&](const Installation& found) {
            return std::any_of(found.evidence.begin(), found.evidence.end(),
                               [&](const MatchedEvidence& matched) { return matched.evidence == evidence; });
        });
    };
    Json reports = Json::array();
    for (const SourceReport& report : snapshot.reports) {
        Json json{{"source", toString(report.source)},
                  {"essential", report.weight == Weight::essential},
                  {"coverage", toString(report.coverage)},
                  {"machinePartComplete", report.machinePartComplete},
                  {"examined", report.examined}};
        for (const Error& issue : report.issues) {
            json["issues"].push_back({{"code", toString(issue.code)}, {"place", issue.context}});
        }
        for (const Evidence& evidence : report.evidence) {
            if (belongs(evidence)) {
                json["evidence"].push_back(jsonOf(evidence));
            }
        }
        reports.push_back(std::move(json));
    }
    Json machine{{"os", toString(snapshot.machine.os)}, {"server", snapshot.machine.server}};
    put(machine, "name", snapshot.machine.name);
    put(machine, "osVersion", snapshot.machine.osVersion);
    put(machine, "managed", snapshot.machine.managedByOrganisation);
    const Json all{{"format", snapshotRecordFormat},
                   {"computer", computer},
                   {"takenAt", snapshot.takenAt.time_since_epoch().count()},
                   {"machine", std::move(machine)},
                   {"places", std::move(reports)}};
    return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<SnapshotRecord> decodeSnapshotRecord(std::string_view text)
{
    if (text.size() > largestSnapshotRecord) {
        return fail(ErrorCode::tooLarge, "a saved check");
    }
    const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= 8; };
    const Json json = Json::parse(text, shallow, false);
    bool sound = !json.is_discarded() && json.is_object();
    if (!sound) {
        return fail(ErrorCode::malformed, "it is no JSON object");
    }
    Reader read(json, sound);
    if (read.text("format") != snapshotRecordFormat) {
        return fail(ErrorCode::malformed, "it is no saved check of a version this program reads");
    }
    SnapshotRecord record;
    record.computer = read.text("computer");
    const auto takenAt = read.instant("takenAt");
    record.snapshot.takenAt = takenAt.value_or(Instant{});
    MachineInfo& machine = record.snapshot.machine;
    if (const Json* const said = read.member("machine")) {
        Reader inner(*said, sound);
        const auto os = osFamilyFromString(inner.text("os"));
        sound = sound && os;
        machine.os = os.value_or(OsFamily::windows);
        machine.name = inner.text("name");
        machine.osVersion = inner.text("osVersion");
        machine.server = inner.flag("server").value_or(false);
        machine.managedByOrganisation = inner.flag("managed");
        machine.recorded = true;
    } else {
        sound = false;
    }
    read.each("places", [&](const Json& item) { record.snapshot.reports.push_back(reportIn(item, sound)); });
    if (!sound || !takenAt || record.snapshot.reports.empty()) {
        return fail(ErrorCode::malformed, "a saved check is incomplete or was changed");
    }
    return record;
}

}   // namespace offramp
