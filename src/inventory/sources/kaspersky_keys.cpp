// The vendor's own registry tree: HKLM\SOFTWARE\KasperskyLab in both halves, the same in people's trees, and the keys
// of UltraAV, which took Kaspersky's place on many computers. Only keys known to matter are read, because the rest of
// the tree is large and holds what people looked at.
#include "inventory/sources/sources.h"

#include "base/text.h"
#include "inventory/sources/kaspersky_values.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/windows_paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view vendorName = "KasperskyLab";

// The key's path without the half of the registry it lies in: "hklm/software/kasperskylab/avp21.3".
std::string idOf(const RegistryKey& key, Scope scope)
{
    std::string path = text::foldPath(key.path);
    if (scope == Scope::user) {
        const std::size_t sid = path.find('/');
        path = sid == std::string::npos ? std::string{} : path.substr(sid + 1);
    }
    constexpr std::string_view half = "software/wow6432node/";
    if (path.starts_with(half)) {
        path.replace(0, half.size(), "software/");
    }
    return (scope == Scope::user ? "hkcu/" : "hklm/") + path;
}

// One tree of the vendor, in one half of the registry or of one person.
class Tree {
public:
    Tree(const Host& host, ReportBuilder& report, const std::stop_token& stop, Scope scope, std::string account)
        : m_host(host), m_registry(host.registry()), m_report(report), m_stop(stop), m_scope(scope),
          m_account(std::move(account)), m_windows(windowsFolder(host))
    {}

    void read(const RegistryKey& root)
    {
        const std::optional<std::vector<std::string>> names = readSubkeys(m_registry, root, m_report);
        if (!names) {
            return;
        }
        m_report.add(evidenceOf(root));
        m_managed = readComponents(root.child("Components"));
        for (const std::string& name : *names) {
            if (m_stop.stop_requested()) {
                m_report.stopped();
                return;
            }
            readProduct(root.child(name));
            if (text::equalsFolded(name, "protected")) {
                readProtected(root.child(name));
            }
        }
    }
    // A key that proves something by being there; `folderValue` names the value with the install folder.
    void readSingle(const RegistryKey& key, std::string_view folderValue)
    {
        if (const std::optional<RegistryValues> values = readValues(m_registry, key, m_report)) {
            Evidence seen = evidenceOf(key);
            setLocation(seen, values->text(folderValue));
            m_report.add(std::move(seen));
        }
    }

private:
    Evidence evidenceOf(const RegistryKey& key) const
    {
        Evidence seen;
        seen.kind = EvidenceKind::registryKey;
        seen.source = SourceKind::kasperskyKeys;
        seen.id = idOf(key, m_scope);
        seen.readFrom = key.display();
        seen.scope = m_scope;
        seen.account = m_account;
        return seen;
    }
    void setLocation(Evidence& seen, std::string location) const
    {
        seen.location = std::move(location);
        seen.presence = presenceOf(m_host.files(), absolutePath(seen.location, m_windows));
    }
    // Parts for administration: 34 holds Network Agent (1103), the server (1093) and the products they manage
    // (Connectors). True when Network Agent is there.
    std::optional<bool> readComponents(const RegistryKey& components)
    {
        std::optional<bool> managed;
        for (const std::string& component : childrenOf(components)) {
            const RegistryKey key = components.child(component);
            m_report.add(evidenceOf(key));
            for (const std::string& part : childrenOf(key)) {
                Evidence seen = evidenceOf(key.child(part));
                if (component == "34" && part == "1103") {
                    managed = true;
                    seen.vendor = VendorFacts{};
                    seen.vendor->managed = true;
                }
                m_report.add(std::move(seen));
                if (text::equalsFolded(part, "Connectors")) {
                    for (const std::string& product : childrenOf(key.child(part))) {
                        m_report.add(evidenceOf(key.child(part).child(product)));
                    }
                }
            }
        }
        return managed;
    }
    std::vector<std::string> childrenOf(const RegistryKey& key)
    {
        return readSubkeys(m_registry, key, m_report).value_or(std::vector<std::string>{});
    }
    void tellFailure(const Error& error)
    {
        if (m_scope == Scope::user) {
            m_report.failedForUser(error);
        } else {
            m_report.failed(error);
        }
    }
    void readProtected(const RegistryKey& key)
    {
        for (const std::string& name : childrenOf(key)) {
            readProduct(key.child(name));
        }
    }
    // Absent subkeys are the rule, so they are asked for without counting.
    std::optional<RegistryValues> valuesIfThere(const RegistryKey& key)
    {
        Result<std::vector<RegistryValue>> values = m_registry.values(key);
        if (values) {
            return RegistryValues(std::move(*values));
        }
        tellFailure(values.error());
        return std::nullopt;
    }
    void readProduct(const RegistryKey& key)
    {
        const Result<std::vector<std::string>> listed = m_registry.subkeys(key);
        if (!listed) {
            tellFailure(listed.error());
            return;
        }
        Evidence seen = evidenceOf(key);
        const auto has = [&](std::string_view wanted) {
            return std::any_of(listed->begin(), listed->end(),
                               [&](const std::string& name) { return text::equalsFolded(name, wanted); });
        };
        VendorFacts facts;
        if (has("Data")) {
            readData(key.child("Data"), facts);
        }
        if (has("Settings")) {
            readSettings(key.child("Settings"), facts);
        }
        const std::optional<RegistryValues> environment =
            has("environment") ? valuesIfThere(key.child("environment")) : std::nullopt;
        if (environment) {
            facts.edition = editionOf(*environment);
            facts.managed = m_managed;
        }
        if (facts != VendorFacts{}) {
            seen.vendor = facts;
        }
        m_report.add(std::move(seen));
        if (environment) {
            addEnvironment(key.child("environment"), *environment, facts);
        }
    }
    void addEnvironment(const RegistryKey& key, const RegistryValues& values, const VendorFacts& facts)
    {
        Evidence seen = evidenceOf(key);
        seen.name = values.text("ProductName");
        seen.version = values.text("Ins_ProductVersion");
        if (seen.version.empty()) {
            seen.version = values.text("ProductVersion");
        }
        setLocation(seen, values.text("ProductRoot"));
        UninstallReference reference;
        reference.userWritable = m_scope == Scope::user;
        if (std::string code = guidFrom(values.text("ProductCode")); !code.empty()) {
            reference.kind = UninstallReference::Kind::msiProduct;
            reference.value = std::move(code);
        } else {
            reference.value = values.text("Ins_UninstallString");
        }
        if (!reference.value.empty()) {
            seen.uninstall = std::move(reference);
        }
        if (facts != VendorFacts{}) {
            seen.vendor = facts;
        }
        m_report.add(std::move(seen));
    }
    void readData(const RegistryKey& key, VendorFacts& facts)
    {
        if (const std::optional<RegistryValues> values = valuesIfThere(key)) {
            takeTime(values->find("LastSuccessfulUpdate"), facts);
            if (const RegistryValue* days = values->find("LicDaysTillExpiration")) {
                facts.licenceDaysLeft = decodeDaysLeft(*days);
            }
        }
        if (const std::optional<RegistryValues> values = valuesIfThere(key.child("UpdateState"))) {
            takeTime(values->find("LastUpdate"), facts);
        }
        if (const std::optional<RegistryValues> values = valuesIfThere(key.child("FlushedMsiCriticalSettings"))) {
            takeProtection(*values, facts);
        }
    }
    void readSettings(const RegistryKey& key, VendorFacts& facts)
    {
        if (const std::optional<RegistryValues> values = valuesIfThere(key)) {
            takeProtection(*values, facts);
        }
        if (const std::optional<RegistryValues> values = valuesIfThere(key.child("PasswordProtectionSettings"))) {
            takeProtection(*values, facts);
        }
    }
    static void takeTime(const RegistryValue* value, VendorFacts& facts)
    {
        const std::optional<Instant> instant = value == nullptr ? std::nullopt : decodeVendorTime(*value);
        if (instant && (!facts.databasesUpdatedAt || *facts.databasesUpdatedAt < *instant)) {
            facts.databasesUpdatedAt = instant;
        }
    }
    // Only whether a password is set; what is stored of it is not copied anywhere.
    static void takeProtection(const RegistryValues& values, VendorFacts& facts)
    {
        if (const RegistryValue* stored = values.find("OPEP")) {
            facts.passwordProtected = facts.passwordProtected.value_or(false) || isFilled(*stored);
        }
        if (const std::optional<std::uint64_t> enabled = values.number("EnablePswrdProtect")) {
            facts.passwordProtected = facts.passwordProtected.value_or(false) || *enabled == 1;
        }
        if (const std::optional<std::uint64_t> enabled = values.number("EnableSelfProtection")) {
            facts.selfDefence = *enabled != 0;
        }
    }
    static std::string editionOf(const RegistryValues& environment)
    {
        for (const std::string_view name : {"ProductName", "Edition", "ProductTier", "LicenseType", "ProductType"}) {
            if (std::string edition = editionIn(environment.text(name)); !edition.empty()) {
                return edition;
            }
        }
        return {};
    }

    const Host& m_host;
    const Registry& m_registry;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    Scope m_scope;
    std::string m_account;
    std::string m_windows;
    std::optional<bool> m_managed;
};

}   // namespace

SourceReport readKasperskyKeys(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::kasperskyKeys);
    reportDamage(host.registry(), report);
    for (const RegistryView view : {RegistryView::native64, RegistryView::wow32}) {
        Tree tree(host, report, stop, Scope::machine, {});
        const RegistryKey software = machineKey("SOFTWARE", view);
        tree.read(software.child(vendorName));
        tree.readSingle(software.child("UltraAV"), "AppFolder");
        tree.readSingle(software.child("AuAppFirewall"), "AppFolder");
    }
    for (const UserHive& hive : loadedHives(host.registry(), report, SignedOutUsers::areSkipped)) {
        Tree tree(host, report, stop, Scope::user, hive.sid);
        const RegistryKey software = userKey(hive, "Software");
        tree.read(software.child(vendorName));
        tree.read(software.child("Wow6432Node").child(vendorName));
        tree.readSingle(software.child("UltraAV"), "AppFolder");
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
