#include "platform/recorded/recorded_registry.h"

#include "base/text.h"
#include "platform/recorded/json_reading.h"
#include "platform/recorded/registry_areas.h"
#include "platform/registry_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace offramp {

namespace {

constexpr std::uint32_t root = 0;
constexpr std::string_view currentUser = "hkcu";
// Stands for the person who made the recording when nothing says who that was.
constexpr std::string_view recordingUser = "S-1-5-21-0-0-0-1001";

// How deep a key lies, not counting the hive; the half for 32-bit programs is as deep as the other.
std::size_t depthOf(std::string_view folded)
{
    const auto separators = static_cast<std::size_t>(std::count(folded.begin(), folded.end(), '\\'));
    return separators - (folded.starts_with(R"(hklm\software\wow6432node)") ? 1 : 0);
}

}   // namespace

RecordedRegistry::RecordedRegistry(const std::filesystem::path& folder, RecordedPlaces denied, RecordedPlaces complete)
    : m_denied(std::move(denied)), m_complete(std::move(complete))
{
    m_nodes.emplace_back();
    load(folder);
    settleCurrentUser();
    settleValues();
}

void RecordedRegistry::load(const std::filesystem::path& folder)
{
    std::error_code fault;
    if (std::filesystem::is_regular_file(folder, fault)) {
        loadFile(folder);
        return;
    }
    std::vector<std::filesystem::path> files;
    fault.clear();
    std::filesystem::directory_iterator entry(folder, fault);
    const bool missing = fault == std::errc::no_such_file_or_directory;
    for (; !fault && entry != std::filesystem::directory_iterator{}; entry.increment(fault)) {
        if (text::equalsFolded(pathToUtf8(entry->path().extension()), ".reg")) {
            files.push_back(entry->path());
        }
    }
    if (fault && !missing) {
        m_damage.push_back({ErrorCode::io, pathToUtf8(folder), fault.value()});
    }
    // The order decides which of two equal values wins, so it must not be the disk's.
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) {
        loadFile(file);
    }
}

void RecordedRegistry::loadFile(const std::filesystem::path& file)
{
    // A link could lead out of the recording.
    std::error_code fault;
    if (std::filesystem::is_symlink(std::filesystem::symlink_status(file, fault))) {
        m_damage.push_back({ErrorCode::accessDenied, pathToUtf8(file) + ": a link is not followed", 0});
        return;
    }
    const Result<std::string> content = readWholeFile(file, regFileSizeLimit);
    if (!content) {
        m_damage.push_back(content.error());
        return;
    }
    RegFile decoded = decodeRegFile(*content);
    for (const RegFileIssue& issue : decoded.issues) {
        const std::string where = issue.line == 0 ? std::string{} : fmt::format(", line {}", issue.line);
        m_damage.push_back(
            {ErrorCode::malformed, fmt::format("{}{}: {}", pathToUtf8(file.filename()), where, issue.what), 0});
    }
    merge(std::move(decoded));
}

void RecordedRegistry::merge(RegFile file)
{
    for (RegFileKey& key : file.keys) {
        const std::string_view path = key.path;
        const std::size_t rootEnd = std::min(path.find('\\'), path.size());
        const std::string hive = canonicalKeyPath(path.substr(0, rootEnd));
        if (hive.empty()) {
            continue;   // HKEY_CURRENT_CONFIG and the like only mirror other keys
        }
        const std::uint32_t node = makePath(hive, path.substr(rootEnd));
        m_nodes[node].exported = true;
        std::vector<RegistryValue>& values = m_nodes[node].values;
        if (values.empty()) {
            values = std::move(key.values);
        } else {
            std::move(key.values.begin(), key.values.end(), std::back_inserter(values));
        }
    }
}

std::uint32_t RecordedRegistry::makePath(std::string_view canonicalStart, std::string_view rest)
{
    std::uint32_t node = root;
    for (const std::string_view part : text::split(canonicalStart, '\\')) {
        node = makeChild(node, part);
    }
    bool first = true;
    for (std::string_view part : text::split(rest, '\\')) {
        if (part.empty()) {
            continue;
        }
        // A person's classes are a hive of their own, and look as if they lay in the person's tree.
        constexpr std::string_view classes = "_Classes";
        const bool inClasses = first && canonicalStart == "hku" && part.size() > classes.size()
                               && text::equalsFolded(part.substr(part.size() - classes.size()), classes);
        if (inClasses) {
            part.remove_suffix(classes.size());
        }
        node = makeChild(node, part);
        if (inClasses) {
            node = makeChild(makeChild(node, "Software"), "Classes");
        }
        first = false;
    }
    return node;
}

std::uint32_t RecordedRegistry::makeChild(std::uint32_t parent, std::string_view name)
{
    const auto next = static_cast<std::uint32_t>(m_nodes.size());
    const auto [place, added] = m_nodes[parent].byName.try_emplace(text::fold(name), next);
    if (!added) {
        return place->second;
    }
    m_nodes[parent].children.push_back(next);
    m_nodes.emplace_back().name = name;
    return next;
}

void RecordedRegistry::settleCurrentUser()
{
    const Node* mine = find(currentUser);
    std::string sid(recordingUser);
    if (const std::vector<std::string> recorded = peopleIn(find("hku")); recorded.size() == 1) {
        sid = recorded.front();
    } else if (const std::vector<std::string> listed = peopleIn(find("hklm\\" + text::fold(profileListPath)));
               recorded.empty() && listed.size() == 1) {
        sid = listed.front();
    }
    if (mine != nullptr) {
        const std::uint32_t from = m_nodes[root].byName.at(std::string(currentUser));
        graft(from, makePath("hku", sid));
    }
    for (RecordedPlaces* places : {&m_denied, &m_complete}) {
        for (std::string& key : places->keys) {
            if (isAtOrBelow(key, currentUser, '\\')) {
                key = text::fold("hku\\" + sid) + key.substr(currentUser.size());
            }
        }
    }
}

void RecordedRegistry::graft(std::uint32_t from, std::uint32_t to)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pending{{from, to}};
    while (!pending.empty()) {
        const auto [source, target] = pending.back();
        pending.pop_back();
        m_nodes[target].exported = m_nodes[target].exported || m_nodes[source].exported;
        std::vector<RegistryValue> values = std::move(m_nodes[source].values);
        std::move(values.begin(), values.end(), std::back_inserter(m_nodes[target].values));
        const std::vector<std::uint32_t> children = m_nodes[source].children;
        for (const std::uint32_t child : children) {
            const std::string name = m_nodes[child].name;
            pending.emplace_back(child, makeChild(target, name));
        }
    }
}

// Several files may hold the same value: the last one stands.
void RecordedRegistry::settleValues()
{
    for (Node& node : m_nodes) {
        if (node.values.size() < 2) {
            continue;
        }
        std::unordered_map<std::string, std::size_t> places;
        std::vector<RegistryValue> settled;
        settled.reserve(node.values.size());
        for (RegistryValue& value : node.values) {
            const auto [place, added] = places.try_emplace(text::fold(value.name), settled.size());
            if (added) {
                settled.push_back(std::move(value));
            } else {
                settled[place->second] = std::move(value);
            }
        }
        node.values = std::move(settled);
    }
}

const RecordedRegistry::Node* RecordedRegistry::find(std::string_view folded) const
{
    std::uint32_t node = root;
    for (const std::string_view part : text::split(folded, '\\')) {
        if (part.empty()) {
            continue;
        }
        const auto child = m_nodes[node].byName.find(std::string(part));
        if (child == m_nodes[node].byName.end()) {
            // Exports name the numbered control set they were made from; the current one is a link to it.
            constexpr std::string_view current = R"(hklm\system\currentcontrolset)";
            if (isAtOrBelow(folded, current, '\\')) {
                for (const std::string_view numbered : {"001", "002", "003"}) {
                    std::string other = fmt::format(R"(hklm\system\controlset{})", numbered);
                    other += folded.substr(current.size());
                    if (const Node* found = find(other)) {
                        return found;
                    }
                }
            }
            return nullptr;
        }
        node = child->second;
    }
    return &m_nodes[node];
}

bool RecordedRegistry::isKnownAbsent(std::string_view folded) const
{
    for (const std::string& place : m_complete.keys) {
        if (isAtOrBelow(folded, place, '\\')) {
            return true;
        }
    }
    constexpr std::string_view machine = R"(hklm\)";
    if (folded.starts_with(machine)) {
        for (const std::string_view place : registryAreaOf(folded.substr(machine.size()))) {
            if (holds(std::string(machine).append(place))) {
                return true;
            }
        }
    } else {
        // hku\<sid>: a person's tree is one area.
        const std::size_t sid = folded.find('\\');
        const std::size_t end = sid == std::string_view::npos ? sid : folded.find('\\', sid + 1);
        if (end != std::string_view::npos && holds(folded.substr(0, end))) {
            return true;
        }
    }
    // The two uppermost levels hold everybody's keys, so an export of one of them alone proves nothing.
    for (std::size_t end = folded.rfind('\\'); end != std::string_view::npos; end = folded.rfind('\\', end - 1)) {
        const std::string_view ancestor = folded.substr(0, end);
        if (depthOf(ancestor) < 3) {
            return false;
        }
        if (const Node* node = find(ancestor); node != nullptr && node->exported) {
            return true;
        }
    }
    return false;
}

Result<const RecordedRegistry::Node*> RecordedRegistry::ask(const RegistryKey& key) const
{
    const std::string folded = text::fold(key.display());
    for (const std::string& place : m_denied.keys) {
        if (!place.empty() && isAtOrBelow(folded, place, '\\')) {
            return fail(ErrorCode::accessDenied, key.display());
        }
    }
    if (const Node* node = find(folded)) {
        return node;
    }
    return fail(isKnownAbsent(folded) ? ErrorCode::notFound : ErrorCode::notRecorded, key.display());
}

Result<std::vector<std::string>> RecordedRegistry::subkeys(const RegistryKey& key) const
{
    const Result<const Node*> node = ask(key);
    if (!node) {
        return tl::unexpected<Error>(node.error());
    }
    std::vector<std::string> names;
    names.reserve((*node)->children.size());
    for (const std::uint32_t child : (*node)->children) {
        names.push_back(m_nodes[child].name);
    }
    return names;
}

Result<std::vector<RegistryValue>> RecordedRegistry::values(const RegistryKey& key) const
{
    const Result<const Node*> node = ask(key);
    if (!node) {
        return tl::unexpected<Error>(node.error());
    }
    return (*node)->values;
}

std::vector<std::string> RecordedRegistry::peopleIn(const Node* node) const
{
    std::vector<std::string> people;
    if (node != nullptr) {
        for (const std::uint32_t child : node->children) {
            if (isPersonSid(m_nodes[child].name)) {
                people.push_back(m_nodes[child].name);
            }
        }
    }
    return people;
}

Result<std::vector<UserHive>> RecordedRegistry::userHives() const
{
    const RegistryKey profiles{Hive::localMachine, RegistryView::native64, std::string(profileListPath)};
    const Result<std::vector<std::string>> listed = subkeys(profiles);
    const Node* users = find("hku");
    if (!listed && listed.error().code != ErrorCode::notFound && users == nullptr) {
        const RegistryKey all{Hive::users, RegistryView::native64, {}};
        return isKnownAbsent(text::fold(all.display())) ? Result<std::vector<UserHive>>{}
                                                        : tl::unexpected<Error>(listed.error());
    }
    std::vector<UserHive> hives;
    for (std::string& sid : peopleIn(users)) {
        hives.push_back({std::move(sid), {}, true});
    }
    if (!listed) {
        return hives;
    }
    for (const std::string& sid : *listed) {
        if (!isPersonSid(sid)) {
            continue;
        }
        const auto known = std::find_if(hives.begin(), hives.end(),
                                        [&](const UserHive& hive) { return text::equalsFolded(hive.sid, sid); });
        UserHive& hive = known != hives.end() ? *known : hives.emplace_back(UserHive{sid, {}, false});
        hive.userName = userNameFrom(values(profiles.child(sid)).value_or(std::vector<RegistryValue>{}));
    }
    return hives;
}

}   // namespace offramp
