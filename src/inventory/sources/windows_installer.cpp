#include "inventory/sources/windows_installer.h"

#include "base/text.h"
#include "inventory/sources/registry_reading.h"
#include "inventory/sources/sources.h"
#include "inventory/sources/windows_paths.h"

#include <array>
#include <unordered_set>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::string_view userData = R"(SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\UserData)";
constexpr std::string_view advertised = R"(SOFTWARE\Classes\Installer\Products)";
constexpr std::string_view machineAccount = "S-1-5-18";   // what is installed for everybody belongs to Local System

// 0x0C010506 is 12.1.1286: one byte, one byte, two bytes.
std::string versionFromNumber(const RegistryValues& values)
{
    const std::optional<std::uint64_t> packed = values.number("Version");
    if (!packed || *packed == 0 || *packed > 0xFFFFFFFFu) {
        return {};
    }
    return std::to_string(*packed >> 24) + "." + std::to_string((*packed >> 16) & 0xFF) + "."
           + std::to_string(*packed & 0xFFFF);
}

Evidence decodeProduct(std::string code, const RegistryValues& values)
{
    Evidence product;
    product.kind = EvidenceKind::msiProduct;
    product.source = SourceKind::windowsInstaller;
    product.id = std::move(code);
    product.name = values.text("DisplayName");
    if (product.name.empty()) {
        product.name = values.text("ProductName");
    }
    product.version = values.text("DisplayVersion");
    if (product.version.empty()) {
        product.version = versionFromNumber(values);
    }
    product.publisher = values.text("Publisher");
    product.location = values.text("InstallLocation");
    product.hidden = values.number("SystemComponent").value_or(0) == 1;
    product.installedOn = installDay(values.text("InstallDate"));
    product.uninstall = UninstallReference{UninstallReference::Kind::msiProduct, product.id, false};
    return product;
}

Evidence decodeProduct(std::string code, const InstallerProduct& told)
{
    Evidence product;
    product.kind = EvidenceKind::msiProduct;
    product.source = SourceKind::windowsInstaller;
    product.id = std::move(code);
    product.name = told.name;
    product.version = told.version;
    product.publisher = told.publisher;
    product.location = told.location;
    product.uninstall = UninstallReference{UninstallReference::Kind::msiProduct, product.id, false};
    return product;
}

enum class RecordsRead { all, some };

class ProductReader {
public:
    ProductReader(const Host& host, ReportBuilder& report, const std::stop_token& stop)
        : m_host(host), m_report(report), m_stop(stop), m_windows(windowsFolder(host))
    {}

    // True when nothing of it was refused.
    bool readUserData()
    {
        const Registry& registry = m_host.registry();
        const Result<std::vector<std::string>> accounts = registry.subkeys(machineKey(userData));
        if (!accounts) {
            return tellUnlessAbsent(accounts.error());
        }
        m_report.read(accounts->size());
        bool complete = true;
        for (const std::string& account : *accounts) {
            const RegistryKey products = machineKey(userData).child(account).child("Products");
            const Result<std::vector<std::string>> names = registry.subkeys(products);
            if (!names) {
                complete = tellUnlessAbsent(names.error()) && complete;
                continue;
            }
            m_report.read(names->size());
            for (const std::string& name : *names) {
                if (m_stop.stop_requested()) {
                    m_report.stopped();
                    return false;
                }
                complete = readRecord(products.child(name).child("InstallProperties"), name, account) && complete;
            }
        }
        return complete;
    }
    bool readAdvertised()
    {
        const PlaceOutcome outcome =
            visitSubkeys(m_host.registry(), machineKey(advertised), m_report, m_stop,
                         [&](const std::string& name, const RegistryKey& key, const RegistryValues& values) {
                             std::string code = unpackProductCode(name);
                             if (!code.empty() && !m_codes.contains(code)) {
                                 add(decodeProduct(std::move(code), values), key.display(), {});
                             }
                         });
        return outcome != PlaceOutcome::incomplete;
    }
    // What Windows Installer knows beyond these records: products of people whose registry it reads elsewhere, and all
    // of them when the records may not be read.
    void askInstaller(RecordsRead records)
    {
        const Result<std::vector<InstallerProduct>> answer = m_host.windowsManagers().installerProducts();
        if (!answer) {
            if (records == RecordsRead::some && answer.error().code != ErrorCode::unsupported) {
                m_report.failed(answer.error());
            }
            return;
        }
        std::size_t added = 0;
        for (const InstallerProduct& told : *answer) {
            std::string code = guidFrom(told.productCode);
            if (m_stop.stop_requested()) {
                m_report.stopped();
                return;
            }
            if (!code.empty() && !m_known.contains(identity(code, told.account))) {
                add(decodeProduct(std::move(code), told), "Windows Installer", told.account);
                ++added;
            }
        }
        if (added > 0) {
            m_report.read(added);
        }
    }

private:
    static std::string identity(const std::string& code, const std::string& account)
    {
        return code + (account == machineAccount ? std::string{} : text::fold(account));
    }
    bool tellUnlessAbsent(const Error& error)
    {
        m_report.failed(error);
        return error.code == ErrorCode::notFound;
    }
    bool readRecord(const RegistryKey& key, const std::string& name, const std::string& account)
    {
        std::string code = unpackProductCode(name);
        Result<std::vector<RegistryValue>> values = m_host.registry().values(key);
        if (!values) {
            return tellUnlessAbsent(values.error());
        }
        if (!code.empty()) {
            add(decodeProduct(std::move(code), RegistryValues(std::move(*values))), key.display(), account);
        }
        return true;
    }
    void add(Evidence product, std::string readFrom, const std::string& account)
    {
        product.readFrom = std::move(readFrom);
        product.presence = presenceOf(m_host.files(), absolutePath(product.location, m_windows));
        if (!account.empty() && account != machineAccount) {
            product.scope = Scope::user;
            product.account = account;
        }
        m_codes.insert(product.id);
        m_known.insert(identity(product.id, account));
        m_report.add(std::move(product));
    }

    const Host& m_host;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    std::string m_windows;
    std::unordered_set<std::string> m_codes;   // whosever they are
    std::unordered_set<std::string> m_known;   // code and account
};

}   // namespace

std::string unpackProductCode(std::string_view packed)
{
    if (packed.size() != 32) {
        return {};
    }
    std::string plain = "{";
    constexpr std::array<std::size_t, 11> groups{8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2};
    std::size_t begin = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (group == 1 || group == 2 || group == 3 || group == 5) {
            plain += '-';
        }
        for (std::size_t at = groups[group]; at > 0; --at) {
            plain += packed[begin + at - 1];
        }
        begin += groups[group];
    }
    return guidFrom(plain + "}");
}

SourceReport readWindowsInstaller(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::windowsInstaller);
    ProductReader reader(host, report, stop);
    reportDamage(host.registry(), report);
    const bool perAccount = reader.readUserData();
    const bool perComputer = reader.readAdvertised();
    reader.askInstaller(perAccount && perComputer ? RecordsRead::all : RecordsRead::some);
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
