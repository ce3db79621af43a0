// FakeHost: a machine made of maps, for tests of everything that reads through the ports.
//
//     FakeHost host(OsFamily::windows);
//     host.addText(R"(HKLM\SOFTWARE\WOW6432Node\Vendor)", "DisplayName", "Thing");
//     host.addFile("/opt/thing/version", "1.0");
//     host.denyKey(R"(HKLM\SYSTEM)");  host.deny("/etc");
//
// Keys are written as RegistryKey::display() writes them. Windows paths and keys ignore case, Unix paths do not.
// Parents of what is added come into being by themselves. Everything that was not added is notFound.
#pragma once

#include "base/text.h"
#include "platform/host.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp {

class FakeFiles final : public Files {
public:
    explicit FakeFiles(OsFamily os) : m_windows(os == OsFamily::windows) {}

    void add(std::string_view path, std::string content, Instant modifiedAt)
    {
        Node& node = m_nodes[key(path)];
        node = Node{false, false, std::move(content), modifiedAt, std::move(node.children)};
        linkToParent(path, DirectoryEntry{std::string(lastPart(path)), false, false});
    }
    void addFolder(std::string_view path)
    {
        const std::string folded = key(path);
        if (folded.empty() || m_nodes.contains(folded)) {
            return;
        }
        m_nodes[folded].directory = true;
        linkToParent(path, DirectoryEntry{std::string(lastPart(path)), true, false});
    }
    // A link that points at nothing unless a file of the same path is added as well.
    void addLink(std::string_view path)
    {
        linkToParent(path, DirectoryEntry{std::string(lastPart(path)), false, true});
    }
    void deny(std::string_view path) { m_denied.push_back(key(path)); }
    // Every question about `path` answers with this.
    void failWith(std::string_view path, Error error) { m_faults[key(path)] = std::move(error); }

    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override
    {
        const Result<const Node*> node = find(path);
        if (!node) {
            return tl::unexpected<Error>(node.error());
        }
        if ((*node)->directory) {
            return fail(ErrorCode::io, std::string(path));
        }
        if ((*node)->content.size() > limit) {
            return fail(ErrorCode::tooLarge, std::string(path));
        }
        return (*node)->content;
    }
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override
    {
        const Result<const Node*> node = find(path);
        if (!node) {
            return tl::unexpected<Error>(node.error());
        }
        if (!(*node)->directory) {
            return fail(ErrorCode::io, std::string(path));
        }
        return (*node)->children;
    }
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override
    {
        const Result<const Node*> node = find(path);
        if (!node) {
            return tl::unexpected<Error>(node.error());
        }
        return FileStatus{(*node)->directory, (*node)->content.size(), (*node)->modifiedAt};
    }

private:
    struct Node {
        bool directory = false;
        bool link = false;
        std::string content;
        Instant modifiedAt{};
        std::vector<DirectoryEntry> children;
    };

    [[nodiscard]] std::string key(std::string_view path) const
    {
        std::string folded(path);
        if (m_windows) {
            folded = text::fold(folded);
            std::replace(folded.begin(), folded.end(), '\\', '/');
        }
        while (folded.size() > 1 && folded.back() == '/') {
            folded.pop_back();
        }
        return folded;
    }
    [[nodiscard]] std::string_view separators() const { return m_windows ? "\\/" : "/"; }
    [[nodiscard]] std::string_view lastPart(std::string_view path) const
    {
        while (path.size() > 1 && separators().find(path.back()) != std::string_view::npos) {
            path.remove_suffix(1);
        }
        const std::size_t at = path.find_last_of(separators());
        return at == std::string_view::npos ? path : path.substr(at + 1);
    }
    void linkToParent(std::string_view path, DirectoryEntry entry)
    {
        while (path.size() > 1 && separators().find(path.back()) != std::string_view::npos) {
            path.remove_suffix(1);
        }
        const std::size_t at = path.find_last_of(separators());
        if (at == std::string_view::npos || path.size() == 1) {
            return;
        }
        const std::string_view parent = at == 0 ? path.substr(0, 1) : path.substr(0, at);
        addFolder(parent);
        std::vector<DirectoryEntry>& children = m_nodes[key(parent)].children;
        const auto same = [&](const DirectoryEntry& known) { return key(known.name) == key(entry.name); };
        const auto known = std::find_if(children.begin(), children.end(), same);
        if (known == children.end()) {
            children.push_back(std::move(entry));
        } else {
            known->directory = known->directory || entry.directory;
            known->link = known->link || entry.link;
        }
    }
    [[nodiscard]] Result<const Node*> find(std::string_view path) const
    {
        const std::string folded = key(path);
        for (const std::string& denied : m_denied) {
            const bool below = folded.starts_with(denied)
                               && (folded.size() == denied.size() || denied == "/" || folded[denied.size()] == '/');
            if (below) {
                return fail(ErrorCode::accessDenied, std::string(path), 5);
            }
        }
        if (const auto fault = m_faults.find(folded); fault != m_faults.end()) {
            return tl::unexpected<Error>(fault->second);
        }
        const auto node = m_nodes.find(folded);
        if (node == m_nodes.end()) {
            return fail(ErrorCode::notFound, std::string(path), 2);
        }
        return &node->second;
    }

    bool m_windows = false;
    std::map<std::string, Node> m_nodes;
    std::vector<std::string> m_denied;
    std::map<std::string, Error> m_faults;
};

class FakeRegistry final : public Registry {
public:
    void addKey(std::string_view key)
    {
        const std::string folded = text::fold(key);
        if (m_keys.contains(folded)) {
            return;
        }
        m_keys[folded];
        const std::size_t at = key.rfind('\\');
        if (at != std::string_view::npos) {
            addKey(key.substr(0, at));
            m_keys[text::fold(key.substr(0, at))].children.emplace_back(key.substr(at + 1));
        }
    }
    void addValue(std::string_view key, RegistryValue value)
    {
        addKey(key);
        m_keys[text::fold(key)].values.push_back(std::move(value));
    }
    // Listed by its parent, gone when asked for: as if it was deleted in between.
    void vanish(std::string_view key)
    {
        addKey(key);
        m_faults[text::fold(key)] = Error{ErrorCode::notFound, std::string(key), 2};
    }
    void failWith(std::string_view key, Error error) { m_faults[text::fold(key)] = std::move(error); }
    void deny(std::string_view key) { m_denied.push_back(text::fold(key)); }
    void addDamage(Error error) { m_damage.push_back(std::move(error)); }
    void addUser(UserHive user) { m_users.push_back(std::move(user)); }
    void failUsers(Error error) { m_usersFault = std::move(error); }
    // Answers `unsupported` to everything from now on, as on Linux.
    void remove() { m_supported = false; }

    [[nodiscard]] Result<std::vector<std::string>> subkeys(const RegistryKey& key) const override
    {
        const Result<const Key*> found = find(key);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        return (*found)->children;
    }
    [[nodiscard]] Result<std::vector<RegistryValue>> values(const RegistryKey& key) const override
    {
        const Result<const Key*> found = find(key);
        if (!found) {
            return tl::unexpected<Error>(found.error());
        }
        return (*found)->values;
    }
    [[nodiscard]] Result<std::vector<UserHive>> userHives() const override
    {
        if (!m_supported) {
            return fail(ErrorCode::unsupported, "registry");
        }
        if (m_usersFault) {
            return tl::unexpected<Error>(*m_usersFault);
        }
        return m_users;
    }
    [[nodiscard]] std::vector<Error> damage() const override { return m_damage; }

private:
    struct Key {
        std::vector<std::string> children;
        std::vector<RegistryValue> values;
    };

    [[nodiscard]] Result<const Key*> find(const RegistryKey& key) const
    {
        if (!m_supported) {
            return fail(ErrorCode::unsupported, key.display());
        }
        const std::string folded = text::fold(key.display());
        for (const std::string& denied : m_denied) {
            if (folded.starts_with(denied) && (folded.size() == denied.size() || folded[denied.size()] == '\\')) {
                return fail(ErrorCode::accessDenied, key.display(), 5);
            }
        }
        if (const auto fault = m_faults.find(folded); fault != m_faults.end()) {
            return tl::unexpected<Error>(fault->second);
        }
        const auto found = m_keys.find(folded);
        if (found == m_keys.end()) {
            return fail(ErrorCode::notFound, key.display(), 2);
        }
        return &found->second;
    }

    bool m_supported = true;
    std::map<std::string, Key> m_keys;
    std::map<std::string, Error> m_faults;
    std::vector<std::string> m_denied;
    std::vector<Error> m_damage;
    std::vector<UserHive> m_users;
    std::optional<Error> m_usersFault;
};

class FakeProcesses final : public Processes {
public:
    void addCommand(const std::vector<std::string>& line, Result<CommandOutput> answer)
    {
        m_commands.insert_or_assign(line, std::move(answer));
    }
    void addProcess(RunningProcess process)
    {
        if (m_processes) {
            m_processes->push_back(std::move(process));
        } else {
            m_processes = std::vector<RunningProcess>{std::move(process)};
        }
    }
    void failList(Error error) { m_processes = tl::unexpected<Error>(std::move(error)); }

    [[nodiscard]] Result<CommandOutput> run(const Command& command) const override
    {
        std::vector<std::string> line{command.executable};
        line.insert(line.end(), command.arguments.begin(), command.arguments.end());
        const auto found = m_commands.find(line);
        if (found == m_commands.end()) {
            return fail(ErrorCode::notFound, command.executable, 2);
        }
        if (found->second && found->second->standardOutput.size() > command.outputLimit) {
            return fail(ErrorCode::tooLarge, command.executable);
        }
        return found->second;
    }
    [[nodiscard]] Result<std::vector<RunningProcess>> list() const override { return m_processes; }

private:
    std::map<std::vector<std::string>, Result<CommandOutput>> m_commands;
    Result<std::vector<RunningProcess>> m_processes = std::vector<RunningProcess>{};
};

class FakeSecurityStatus final : public SecurityStatus {
public:
    Result<std::vector<SecurityProduct>> answer = fail(ErrorCode::unsupported, "Windows Security Center");

    [[nodiscard]] Result<std::vector<SecurityProduct>> products() const override { return answer; }
};

// Answers `unsupported` until told otherwise, as every system but Windows does.
class FakeWindowsManagers final : public WindowsManagers {
public:
    Result<std::vector<ServiceStatus>> serviceAnswer = WindowsManagers::services();
    Result<std::vector<InstallerProduct>> installerAnswer = WindowsManagers::installerProducts();
    Result<std::vector<TaskDefinition>> taskAnswer = WindowsManagers::scheduledTasks();
    std::map<std::string, std::string, std::less<>> serviceImages;
    mutable int tasksAskedFor = 0;

    [[nodiscard]] Result<std::vector<ServiceStatus>> services() const override { return serviceAnswer; }
    [[nodiscard]] Result<std::string> serviceImage(std::string_view name) const override
    {
        const auto image = serviceImages.find(name);
        return image != serviceImages.end() ? Result<std::string>(image->second) : WindowsManagers::serviceImage(name);
    }
    [[nodiscard]] Result<std::vector<InstallerProduct>> installerProducts() const override { return installerAnswer; }
    [[nodiscard]] Result<std::vector<TaskDefinition>> scheduledTasks() const override
    {
        ++tasksAskedFor;
        return taskAnswer;
    }
};

// Answers `unsupported` until a file is added, then notFound for all others.
class FakeProgramFiles final : public ProgramFiles {
public:
    void addVersion(std::string_view path, Result<VersionResource> answer)
    {
        m_versions.insert_or_assign(text::fold(path), std::move(answer));
    }
    [[nodiscard]] const std::vector<std::string>& askedFor() const { return m_askedFor; }

    [[nodiscard]] Result<VersionResource> version(std::string_view path) const override
    {
        m_askedFor.emplace_back(path);
        if (m_versions.empty()) {
            return ProgramFiles::version(path);
        }
        const auto found = m_versions.find(text::fold(path));
        return found == m_versions.end() ? fail(ErrorCode::notFound, std::string(path), 2) : found->second;
    }

private:
    std::map<std::string, Result<VersionResource>> m_versions;
    mutable std::vector<std::string> m_askedFor;
};

class FakeClock final : public Clock {
public:
    Instant at = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{12};

    [[nodiscard]] Instant now() const override { return at; }
};

class FakeHost final : public Host {
public:
    explicit FakeHost(OsFamily os) : m_files(os)
    {
        info.os = os;
        info.name = "fake";
        if (os != OsFamily::windows) {
            m_registry.remove();
        }
    }

    // What the accessors answer; change freely.
    MachineInfo info;
    Result<std::vector<std::string>> homes = std::vector<std::string>{};

    FakeFiles& fakeFiles() { return m_files; }
    FakeRegistry& fakeRegistry() { return m_registry; }
    FakeProcesses& fakeProcesses() { return m_processes; }
    FakeSecurityStatus& fakeSecurityStatus() { return m_securityStatus; }
    FakeWindowsManagers& fakeManagers() { return m_managers; }
    FakeProgramFiles& fakeProgramFiles() { return m_programFiles; }
    FakeClock& fakeClock() { return m_clock; }

    void addFile(std::string_view path, std::string content = {}, Instant modifiedAt = {})
    {
        m_files.add(path, std::move(content), modifiedAt);
    }
    void addFolder(std::string_view path) { m_files.addFolder(path); }
    void deny(std::string_view path) { m_files.deny(path); }

    void addKey(std::string_view key) { m_registry.addKey(key); }
    void addValue(std::string_view key, RegistryValue value) { m_registry.addValue(key, std::move(value)); }
    void addText(std::string_view key, std::string_view name, std::string_view value,
                 RegistryValue::Type type = RegistryValue::Type::string)
    {
        m_registry.addValue(key, RegistryValue{std::string(name), type, std::string(value), {}, 0, {}});
    }
    void addNumber(std::string_view key, std::string_view name, std::uint64_t value,
                   RegistryValue::Type type = RegistryValue::Type::dword)
    {
        m_registry.addValue(key, RegistryValue{std::string(name), type, {}, {}, value, {}});
    }
    void addTexts(std::string_view key, std::string_view name, std::vector<std::string> values)
    {
        m_registry.addValue(
            key, RegistryValue{std::string(name), RegistryValue::Type::multiString, {}, std::move(values), 0, {}});
    }
    void addBytes(std::string_view key, std::string_view name, std::string bytes)
    {
        m_registry.addValue(key,
                            RegistryValue{std::string(name), RegistryValue::Type::binary, {}, {}, 0, std::move(bytes)});
    }
    void denyKey(std::string_view key) { m_registry.deny(key); }
    void addUser(std::string_view sid, std::string_view name, bool loaded = true)
    {
        m_registry.addUser(UserHive{std::string(sid), std::string(name), loaded});
    }

    void addCommand(const std::vector<std::string>& line, std::string standardOutput, int exitCode = 0)
    {
        m_processes.addCommand(line, CommandOutput{exitCode, std::move(standardOutput)});
    }
    void failCommand(const std::vector<std::string>& line, ErrorCode code)
    {
        m_processes.addCommand(line, fail(code, line.empty() ? std::string{} : line.front()));
    }
    void addProcess(std::string_view name, std::string_view path = {}, std::uint64_t id = 0)
    {
        m_processes.addProcess(RunningProcess{id, std::string(name), std::string(path)});
    }

    [[nodiscard]] const MachineInfo& machine() const override { return info; }
    [[nodiscard]] const Files& files() const override { return m_files; }
    [[nodiscard]] const Registry& registry() const override { return m_registry; }
    [[nodiscard]] const Processes& processes() const override { return m_processes; }
    [[nodiscard]] const SecurityStatus& securityStatus() const override { return m_securityStatus; }
    [[nodiscard]] const WindowsManagers& windowsManagers() const override { return m_managers; }
    [[nodiscard]] const ProgramFiles& programFiles() const override { return m_programFiles; }
    [[nodiscard]] const Clock& clock() const override { return m_clock; }
    [[nodiscard]] Result<std::vector<std::string>> homeFolders() const override { return homes; }

private:
    FakeFiles m_files;
    FakeRegistry m_registry;
    FakeProcesses m_processes;
    FakeSecurityStatus m_securityStatus;
    FakeWindowsManagers m_managers;
    FakeProgramFiles m_programFiles;
    FakeClock m_clock;
};

}   // namespace offramp
