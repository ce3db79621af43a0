#include "inventory/boot_check.h"

#include "base/text.h"
#include "inventory/sources/unix_places.h"
#include "inventory/windows_start.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace offramp {

namespace {

using Verdict = BootSafety::Verdict;

Evidence named(EvidenceKind kind, SourceKind source, std::string id, std::string readFrom)
{
    Evidence evidence;
    evidence.kind = kind;
    evidence.source = source;
    evidence.id = std::move(id);
    evidence.readFrom = std::move(readFrom);
    return evidence;
}

SourceReport reportOf(SourceKind source, std::vector<Evidence> evidence)
{
    SourceReport report;
    report.source = source;
    report.coverage = Coverage::complete;
    report.examined = evidence.size();
    report.evidence = std::move(evidence);
    return report;
}

// Findings in three heaps, the worst first.
class Findings {
public:
    void missing(ReasonCode code, std::vector<ReasonArgument> arguments) { add(m_missing, code, std::move(arguments)); }
    void unread(ReasonCode code, std::vector<ReasonArgument> arguments) { add(m_unread, code, std::move(arguments)); }
    void harmless(ReasonCode code, std::vector<ReasonArgument> arguments)
    {
        add(m_harmless, code, std::move(arguments));
    }

    [[nodiscard]] BootSafety answer(ReasonCode whenSafe) &&
    {
        BootSafety safety;
        safety.verdict = !m_missing.empty()  ? Verdict::notSafe
                         : !m_unread.empty() ? Verdict::couldNotTell
                                             : Verdict::safe;
        safety.title.code = safety.verdict == Verdict::notSafe        ? ReasonCode::bootNotSafe
                            : safety.verdict == Verdict::couldNotTell ? ReasonCode::bootCouldNotTell
                                                                      : whenSafe;
        if (safety.verdict == Verdict::notSafe) {
            safety.todo = {Reason{ReasonCode::bootDoNotSafe, {}, {}}};
        } else if (safety.verdict == Verdict::couldNotTell) {
            safety.todo = {Reason{ReasonCode::bootDoCouldNotTell, {}, {}}};
        }
        for (auto* heap : {&m_missing, &m_unread, &m_harmless}) {
            safety.findings.insert(safety.findings.end(), heap->begin(), heap->end());
        }
        return safety;
    }

private:
    static void add(std::vector<Reason>& heap, ReasonCode code, std::vector<ReasonArgument> arguments)
    {
        Reason reason{code, std::move(arguments), {}};
        if (std::find(heap.begin(), heap.end(), reason) == heap.end()) {
            heap.push_back(std::move(reason));
        }
    }

    std::vector<Reason> m_missing;
    std::vector<Reason> m_unread;
    std::vector<Reason> m_harmless;
};

}   // namespace

class BootCheck::System {
public:
    virtual ~System() = default;
    [[nodiscard]] virtual std::vector<SourceReport> named() const = 0;
    [[nodiscard]] virtual BootSafety judged(const std::vector<Evidence>& ours) const = 0;
};

class BootCheck::Windows final : public System {
public:
    explicit Windows(const Host& host) : m_host(host), m_start(readWindowsStart(host)) {}

    [[nodiscard]] std::vector<SourceReport> named() const override
    {
        std::vector<Evidence> drivers;
        for (const StartService& service : m_start.services) {
            if (service.driver) {
                Evidence driver =
                    offramp::named(EvidenceKind::driver, SourceKind::windowsServices, service.name, service.key);
                driver.location = service.file;
                drivers.push_back(std::move(driver));
            }
        }
        std::vector<Evidence> filters;
        for (const NamedFilter& filter : m_start.filters) {
            filters.push_back(
                offramp::named(EvidenceKind::classFilter, SourceKind::windowsFilters, filter.driver, filter.place));
        }
        for (const StartNetworkFilter& filter : m_start.network) {
            Evidence evidence =
                offramp::named(EvidenceKind::networkFilter, SourceKind::windowsFilters, filter.id, filter.key);
            evidence.name = filter.name;
            filters.push_back(std::move(evidence));
            // A driver that is gone is still recognized by the name that stayed.
            if (!filter.service.empty()) {
                drivers.push_back(
                    offramp::named(EvidenceKind::driver, SourceKind::windowsServices, filter.service, filter.key));
            }
        }
        // Filters are also known by the names drivers go by.
        for (const NamedFilter& filter : m_start.filters) {
            drivers.push_back(
                offramp::named(EvidenceKind::driver, SourceKind::windowsServices, filter.driver, filter.place));
        }
        return {reportOf(SourceKind::windowsServices, std::move(drivers)),
                reportOf(SourceKind::windowsFilters, std::move(filters))};
    }

    [[nodiscard]] BootSafety judged(const std::vector<Evidence>& ours) const override
    {
        Findings findings;
        std::set<std::string> names;
        std::set<std::string> networkKeys;
        for (const Evidence& evidence : ours) {
            if (evidence.kind == EvidenceKind::driver || evidence.kind == EvidenceKind::classFilter) {
                names.insert(text::foldId(evidence.id));
            } else if (evidence.kind == EvidenceKind::networkFilter) {
                networkKeys.insert(text::foldId(evidence.readFrom));
            }
        }
        for (const std::string& place : m_start.unread) {
            findings.unread(ReasonCode::bootPlaceUnread, {place});
        }
        for (const std::string& place : m_start.notLists) {
            findings.unread(ReasonCode::bootFilterListUnread, {place});
        }
        bool involved = false;
        for (const StartService& service : m_start.services) {
            if (service.driver && names.contains(text::foldId(service.name))) {
                involved = judge(service, findings) || involved;
            }
        }
        for (const NamedFilter& filter : m_start.filters) {
            if (names.contains(text::foldId(filter.driver))) {
                involved = true;
                judge(filter, findings);
            }
        }
        for (const StartNetworkFilter& filter : m_start.network) {
            if (networkKeys.contains(text::foldId(filter.key)) || names.contains(text::foldId(filter.service))) {
                involved = true;
                judge(filter, findings);
            }
        }
        return std::move(findings).answer(involved ? ReasonCode::bootSafe : ReasonCode::bootNothingInvolved);
    }

private:
    enum class Condition { whole, noEntry, noFile, off, notTold };
    struct Seen {
        Condition condition = Condition::notTold;
        std::string what;   // the key or file that decides
    };

    [[nodiscard]] Presence presenceOf(const std::string& file) const
    {
        if (file.empty()) {
            return Presence::unknown;
        }
        const auto status = m_host.files().status(file);
        if (status) {
            return status->directory ? Presence::absent : Presence::present;
        }
        return status.error().code == ErrorCode::notFound ? Presence::absent : Presence::unknown;
    }
    [[nodiscard]] const StartService* serviceNamed(const std::string& name) const
    {
        const auto found =
            std::find_if(m_start.services.begin(), m_start.services.end(),
                         [&](const StartService& service) { return text::equalsFolded(service.name, name); });
        return found == m_start.services.end() ? nullptr : &*found;
    }
    // Whether Windows can load what something else names.
    [[nodiscard]] Seen look(const std::string& name) const
    {
        constexpr std::uint64_t startOff = 4;
        const StartService* const service = serviceNamed(name);
        if (service == nullptr) {
            const std::string key = R"(HKLM\SYSTEM\CurrentControlSet\Services\)" + name;
            return {m_start.servicesRead ? Condition::noEntry : Condition::notTold, key};
        }
        if (!service->readable) {
            return {Condition::notTold, service->key};
        }
        if (service->deleting || service->start == startOff) {
            return {Condition::off, service->key};
        }
        const std::string& place = service->file.empty() ? service->key : service->file;
        switch (presenceOf(service->file)) {
        case Presence::absent: return {Condition::noFile, service->file};
        case Presence::unknown: return {Condition::notTold, place};
        case Presence::present: break;
        }
        const bool waits = m_start.waitingUnread || m_start.filesInTheWay.contains(text::foldPath(service->file));
        // Without the number nobody knows whether it is switched off.
        return {waits || !service->start ? Condition::notTold : Condition::whole, place};
    }

    // Whether Windows loads it while it starts, as far as that is known.
    bool judge(const StartService& service, Findings& findings) const
    {
        if (!service.readable) {
            findings.unread(ReasonCode::bootDriverStartUnread, {service.name, service.key});
            return true;
        }
        constexpr std::uint64_t startWithSystem = 1;
        if (!service.start) {
            findings.unread(ReasonCode::bootDriverStartUnread, {service.name, service.key});
            return true;
        }
        if (*service.start > startWithSystem) {
            return false;
        }
        switch (presenceOf(service.file)) {
        case Presence::unknown: findings.unread(ReasonCode::bootDriverUnread, {service.name, service.key}); break;
        case Presence::absent: judgeMissing(service, findings); break;
        case Presence::present:
            if (m_start.waitingUnread) {
                findings.unread(ReasonCode::bootPlaceUnread, {*m_start.waitingUnread});
            } else if (m_start.filesInTheWay.contains(text::foldPath(service.file))) {
                findings.unread(ReasonCode::bootDriverPending, {service.name, service.file, service.key});
            }
            break;
        }
        return true;
    }
    static void judgeMissing(const StartService& service, Findings& findings)
    {
        constexpr std::uint64_t severe = 2;
        std::vector<ReasonArgument> arguments{service.name, service.file, service.key};
        if (!service.errorControl) {
            findings.unread(ReasonCode::bootDriverGoneUnclear, std::move(arguments));
        } else if (*service.errorControl >= severe) {
            findings.missing(ReasonCode::bootDriverGone, std::move(arguments));
        } else {
            findings.harmless(ReasonCode::bootDriverGoneNoMatter, std::move(arguments));
        }
    }

    void judge(const NamedFilter& filter, Findings& findings) const
    {
        const Seen seen = look(filter.driver);
        std::vector<ReasonArgument> arguments{filter.place, filter.driver, seen.what};
        switch (seen.condition) {
        case Condition::whole: break;
        case Condition::noEntry: findings.missing(ReasonCode::bootFilterNoEntry, std::move(arguments)); break;
        case Condition::noFile: findings.missing(ReasonCode::bootFilterNoFile, std::move(arguments)); break;
        case Condition::off: findings.missing(ReasonCode::bootFilterOff, std::move(arguments)); break;
        case Condition::notTold: findings.unread(ReasonCode::bootFilterUnread, std::move(arguments)); break;
        }
    }

    void judge(const StartNetworkFilter& filter, Findings& findings) const
    {
        const Seen seen = filter.service.empty() ? Seen{Condition::notTold, filter.key} : look(filter.service);
        std::vector<ReasonArgument> arguments{filter.key, filter.service, seen.what};
        switch (seen.condition) {
        case Condition::whole: break;
        case Condition::notTold: findings.unread(ReasonCode::bootNetworkUnread, {filter.key}); break;
        case Condition::noEntry:
        case Condition::noFile:
        case Condition::off:
            if (!filter.mandatory) {
                findings.harmless(ReasonCode::bootNetworkGoneNoMatter, std::move(arguments));
                break;
            }
            findings.missing(ReasonCode::bootNetworkGone, std::move(arguments));
            for (const std::string& adapter : filter.bound) {
                findings.missing(ReasonCode::bootNetworkBound, {adapter});
            }
            break;
        }
    }

    const Host& m_host;
    WindowsStart m_start;
};

// A service of these products that is missing stops nothing, unless somebody made a target require it.
class BootCheck::Linux final : public System {
public:
    explicit Linux(const Host& host)
    {
        for (const std::string_view folder : unitFolders) {
            for (const DirectoryEntry& entry : entriesOf(host, std::string(folder))) {
                if (entry.name.ends_with(".requires")) {
                    readRequired(host, sources::joinPath(folder, entry.name));
                } else {
                    m_units.insert(entry.name);
                }
            }
        }
        for (Required& required : m_required) {
            required.presence = presenceOf(host, required.unit);
        }
    }

    [[nodiscard]] std::vector<SourceReport> named() const override
    {
        std::vector<Evidence> units;
        for (const std::string& unit : m_units) {
            units.push_back(offramp::named(EvidenceKind::systemdUnit, SourceKind::systemdUnits, unit, unit));
        }
        for (const Required& required : m_required) {
            units.push_back(
                offramp::named(EvidenceKind::systemdUnit, SourceKind::systemdUnits, required.unit, required.folder));
        }
        return {reportOf(SourceKind::systemdUnits, std::move(units))};
    }

    [[nodiscard]] BootSafety judged(const std::vector<Evidence>& ours) const override
    {
        Findings findings;
        bool involved = false;
        for (const Required& required : m_required) {
            const bool belongs = std::any_of(ours.begin(), ours.end(),
                                             [&](const Evidence& evidence) { return evidence.id == required.unit; });
            involved = involved || belongs;
            if (belongs && required.presence == Presence::absent) {
                findings.missing(ReasonCode::bootUnitRequired, {required.folder, required.unit});
            } else if (belongs && required.presence == Presence::unknown) {
                findings.unread(ReasonCode::bootPlaceUnread, {sources::joinPath(required.folder, required.unit)});
            }
        }
        for (const std::string& place : m_unread) {
            findings.unread(ReasonCode::bootPlaceUnread, {place});
        }
        BootSafety safety = std::move(findings).answer(ReasonCode::bootSafe);
        if (safety.verdict == Verdict::safe && !involved) {
            safety.verdict = Verdict::notApplicable;
            safety.title.code = ReasonCode::bootNotApplicable;
            safety.findings = {Reason{ReasonCode::bootUnitsOnlyWanted, {}, {}}};
        }
        return safety;
    }

private:
    // In the order systemd looks; a link to a file that is gone is no unit.
    static constexpr std::array<std::string_view, 4> unitFolders{"/etc/systemd/system", "/run/systemd/system",
                                                                 "/usr/lib/systemd/system", "/lib/systemd/system"};
    struct Required {
        std::string folder;   // of a target: "…/local-fs.target.requires"
        std::string unit;
        Presence presence = Presence::unknown;
    };

    static Presence presenceOf(const Host& host, const std::string& unit)
    {
        Presence presence = Presence::absent;
        for (const std::string_view folder : unitFolders) {
            switch (sources::presenceOf(host, sources::joinPath(folder, unit))) {
            case Presence::present: return Presence::present;
            case Presence::unknown: presence = Presence::unknown; break;
            case Presence::absent: break;
            }
        }
        return presence;
    }
    std::vector<DirectoryEntry> entriesOf(const Host& host, const std::string& folder)
    {
        auto entries = host.files().list(folder);
        if (!entries && entries.error().code != ErrorCode::notFound) {
            m_unread.push_back(folder);
        }
        return entries ? std::move(*entries) : std::vector<DirectoryEntry>{};
    }
    void readRequired(const Host& host, const std::string& folder)
    {
        for (DirectoryEntry& entry : entriesOf(host, folder)) {
            m_required.push_back({folder, std::move(entry.name), Presence::unknown});
        }
    }

    std::set<std::string> m_units;   // names
    std::vector<Required> m_required;
    std::vector<std::string> m_unread;
};

class BootCheck::Other final : public System {
public:
    [[nodiscard]] std::vector<SourceReport> named() const override { return {}; }
    [[nodiscard]] BootSafety judged(const std::vector<Evidence>& /*ours*/) const override
    {
        Findings findings;
        findings.unread(ReasonCode::bootOtherSystem, {});
        return std::move(findings).answer(ReasonCode::bootSafe);
    }
};

BootCheck::BootCheck(const Host& host) : m_host(&host)
{
    switch (host.machine().os) {
    case OsFamily::windows: m_system = std::make_unique<Windows>(host); break;
    case OsFamily::linux: m_system = std::make_unique<Linux>(host); break;
    default: m_system = std::make_unique<Other>(); break;
    }
}

BootCheck::~BootCheck() = default;
BootCheck::BootCheck(BootCheck&&) noexcept = default;
BootCheck& BootCheck::operator=(BootCheck&&) noexcept = default;

HostSnapshot BootCheck::named() const
{
    HostSnapshot snapshot;
    snapshot.machine = m_host->machine();
    snapshot.takenAt = m_host->clock().now();
    snapshot.reports = m_system->named();
    return snapshot;
}

BootSafety BootCheck::judged(const std::vector<Evidence>& ours) const
{
    return m_system->judged(ours);
}

}   // namespace offramp
