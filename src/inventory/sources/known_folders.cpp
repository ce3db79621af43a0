// Folders where programs live and files that run without being installed.
#include "inventory/sources/sources.h"

#include "base/text.h"
#include "inventory/report_builder.h"
#include "inventory/sources/windows_paths.h"

#include <algorithm>
#include <array>
#include <utility>

namespace offramp::sources {

namespace {

constexpr std::size_t examinedPerFolder = 20000;

class FolderReader {
public:
    FolderReader(const Host& host, ReportBuilder& report, const std::stop_token& stop)
        : m_files(host.files()), m_report(report), m_stop(stop),
          m_separator(host.machine().os == OsFamily::windows ? '\\' : '/')
    {}

    // Children of a folder; none when it is not there. The builder knows why.
    std::vector<DirectoryEntry> list(const std::string& folder, Scope scope = Scope::machine)
    {
        if (m_stop.stop_requested()) {
            if (!m_told) {
                m_report.stopped();
                m_told = true;
            }
            return {};
        }
        Result<std::vector<DirectoryEntry>> entries = m_files.list(folder);
        if (!entries) {
            if (scope == Scope::user) {
                m_report.failedForUser(entries.error());
            } else {
                m_report.failed(entries.error());
            }
            return {};
        }
        m_report.read(entries->size());
        if (entries->size() > examinedPerFolder) {
            m_report.damaged({ErrorCode::tooLarge, folder, 0});
            entries->resize(examinedPerFolder);
        }
        return std::move(*entries);
    }
    void addFolder(const std::string& parent, const std::string& name, const std::string& account = {})
    {
        add(EvidenceKind::folder, parent, name, account);
    }
    void addFile(const std::string& parent, const std::string& name, const std::string& account = {})
    {
        add(EvidenceKind::file, parent, name, account);
    }
    [[nodiscard]] std::string join(const std::string& folder, std::string_view name) const
    {
        std::string path = folder;
        if (path.empty() || path.back() != m_separator) {
            path += m_separator;
        }
        return path.append(name);
    }

private:
    void add(EvidenceKind kind, const std::string& parent, const std::string& name, const std::string& account)
    {
        Evidence seen;
        seen.kind = kind;
        seen.source = SourceKind::knownFolders;
        seen.id = name;
        seen.location = join(parent, name);
        seen.readFrom = seen.location;
        seen.presence = Presence::present;
        seen.scope = account.empty() ? Scope::machine : Scope::user;
        seen.account = account;
        m_report.add(std::move(seen));
    }

    const Files& m_files;
    ReportBuilder& m_report;
    const std::stop_token& m_stop;
    char m_separator;
    bool m_told = false;
};

// Folders that hold one folder for each product of their vendor.
bool isVendorFolder(std::string_view name)
{
    constexpr std::array<std::string_view, 4> vendors{"kaspersky lab", "kasperskylab", "ultraav", "aura"};
    return std::find(vendors.begin(), vendors.end(), text::foldName(name)) != vendors.end();
}

// Tools that people download and run, by their exact names; browsers number further copies: "KVRT (1).exe".
bool isPortableTool(std::string_view name)
{
    static constexpr std::array<std::string_view, 3> tools{"kvrt", "tdsskiller", "kavremvr"};
    constexpr std::string_view extension = ".exe";
    const std::string folded = text::fold(name);
    return std::any_of(tools.begin(), tools.end(), [&](std::string_view tool) {
        if (!folded.starts_with(tool) || !folded.ends_with(extension)) {
            return false;
        }
        // "kvrt (1).exe" is what browsers make of a second download.
        std::string_view copy = std::string_view(folded).substr(tool.size());
        copy.remove_suffix(extension.size());
        if (copy.empty()) {
            return true;
        }
        return copy.size() >= 4 && copy.size() <= 6 && copy.starts_with(" (") && copy.ends_with(')')
               && copy.substr(2, copy.size() - 3).find_first_not_of("0123456789") == std::string_view::npos;
    });
}

// "KVRT2020_Data", which the Virus Removal Tool leaves in the root of the drive.
bool isToolData(std::string_view name)
{
    const std::string folded = text::fold(name);
    return folded.starts_with("kvrt") && folded.ends_with("_data");
}

void addPortableTools(FolderReader& reader, const std::string& folder, const std::string& account)
{
    for (const DirectoryEntry& entry : reader.list(folder, account.empty() ? Scope::machine : Scope::user)) {
        if (!entry.directory && isPortableTool(entry.name)) {
            reader.addFile(folder, entry.name, account);
        }
    }
}

void readWindowsFolders(const Host& host, FolderReader& reader)
{
    const std::string drive = windowsFolder(host).substr(0, 3);
    for (const std::string_view place : {"Program Files", "Program Files (x86)", "Program Files\\Common Files",
                                         "Program Files (x86)\\Common Files", "ProgramData"}) {
        const std::string folder = reader.join(drive, place);
        for (const DirectoryEntry& entry : reader.list(folder)) {
            if (!entry.directory) {
                continue;
            }
            reader.addFolder(folder, entry.name);
            if (entry.link || !isVendorFolder(entry.name)) {
                continue;
            }
            const std::string vendor = reader.join(folder, entry.name);
            for (const DirectoryEntry& product : reader.list(vendor)) {
                if (product.directory) {
                    reader.addFolder(vendor, product.name);
                }
            }
        }
    }
    for (const DirectoryEntry& entry : reader.list(drive)) {
        if (entry.directory && isToolData(entry.name)) {
            reader.addFolder(drive, entry.name);
        } else if (!entry.directory && isPortableTool(entry.name)) {
            reader.addFile(drive, entry.name);
        } else if (entry.directory && text::equalsFolded(entry.name, "Tools")) {
            addPortableTools(reader, reader.join(drive, entry.name), {});
        }
    }
}

void readWindowsHome(FolderReader& reader, const std::string& home, const std::string& account)
{
    for (const std::string_view place : {"Desktop", "Downloads"}) {
        addPortableTools(reader, reader.join(home, place), account);
    }
    // Password Manager keeps the vault with everything a person saved here.
    const std::string vendor = home + R"(\AppData\Local\Kaspersky Lab)";
    for (const DirectoryEntry& entry : reader.list(vendor, Scope::user)) {
        if (entry.directory) {
            reader.addFolder(vendor, entry.name, account);
        }
    }
}

void readMacFolders(FolderReader& reader)
{
    const std::string support = "/Library/Application Support/Kaspersky Lab";
    for (const DirectoryEntry& entry : reader.list(support)) {
        reader.addFolder(support, entry.name);
    }
    const std::string caches = "/Library/Caches";
    for (const DirectoryEntry& entry : reader.list(caches)) {
        if (entry.name.starts_with("com.kaspersky")) {
            reader.addFolder(caches, entry.name);
        }
    }
    // The updater leaves its launch item behind where it was unpacked.
    const std::string temporary = "/tmp";
    for (const DirectoryEntry& entry : reader.list(temporary)) {
        if (!entry.directory && entry.name.starts_with("com.kaspersky")) {
            reader.addFile(temporary, entry.name);
        }
    }
}

}   // namespace

SourceReport readKnownFolders(const Host& host, std::stop_token stop)
{
    ReportBuilder report(SourceKind::knownFolders);
    FolderReader reader(host, report, stop);
    switch (host.machine().os) {
    case OsFamily::windows: {
        readWindowsFolders(host, reader);
        const Result<std::vector<std::string>> homes = host.homeFolders();
        if (!homes) {
            report.failedForUser(homes.error());
        }
        for (const std::string& home : homes.value_or(std::vector<std::string>{})) {
            readWindowsHome(reader, home, home.substr(home.find_last_of('\\') + 1));
        }
        break;
    }
    case OsFamily::macos: readMacFolders(reader); break;
    case OsFamily::linux: {
        const std::string logs = "/var/log";
        for (const DirectoryEntry& entry : reader.list(logs)) {
            if (entry.directory && entry.name == "kaspersky") {
                reader.addFolder(logs, entry.name);
            }
        }
        break;
    }
    }
    return report.finish(Coverage::complete);
}

}   // namespace offramp::sources
