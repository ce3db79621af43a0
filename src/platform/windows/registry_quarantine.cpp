#include "platform/windows/registry_quarantine.h"

#include "base/text.h"
#include "platform/windows/registry_tree.h"
#include "platform/windows/service_removal.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <algorithm>
#include <optional>

namespace offramp {

namespace {

constexpr const wchar_t* shelfPath = LR"(SOFTWARE\Offramp\Quarantine)";
constexpr std::string_view prefix = "registry:";
constexpr const wchar_t* content = L"content";
constexpr REGSAM whole = KEY_READ | KEY_WRITE | DELETE;

HKEY shelfRoot(Keeper keeper)
{
    return keeper == Keeper::administrators ? HKEY_LOCAL_MACHINE : HKEY_CURRENT_USER;
}

bool isGroup(std::string_view group)
{
    return !group.empty() && group.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// "registry:<group>-<number>" and nothing else.
std::optional<std::wstring> nameOf(const std::string& place)
{
    const std::string_view name = std::string_view(place).substr(std::min(prefix.size(), place.size()));
    const std::size_t dash = name.find('-');
    const bool plain = place.starts_with(prefix) && dash != std::string_view::npos && isGroup(name.substr(0, dash))
                       && isGroup(name.substr(dash + 1));
    return plain ? std::optional(toWide(name)) : std::nullopt;
}

Result<void> setText(HKEY key, const wchar_t* name, const std::string& text)
{
    const std::wstring wide = toWide(text);
    const LSTATUS status = ::RegSetValueExW(key, name, 0, REG_SZ, reinterpret_cast<const BYTE*>(wide.c_str()),
                                            static_cast<DWORD>((wide.size() + 1) * sizeof(wchar_t)));
    return status == ERROR_SUCCESS ? Result<void>{}
                                   : tl::unexpected(errorFromWin32(static_cast<DWORD>(status), toUtf8(name)));
}

std::string textIn(HKEY key, const wchar_t* name)
{
    const auto value = rawValue(key, name, "record");
    if (!value || value->type != REG_SZ) {
        return {};
    }
    std::wstring wide(reinterpret_cast<const wchar_t*>(value->data.data()), value->data.size() / sizeof(wchar_t));
    while (wide.ends_with(L'\0')) {
        wide.pop_back();
    }
    return toUtf8(wide);
}

std::string_view wordOf(RegistryThing::Kind kind)
{
    return kind == RegistryThing::Kind::key ? "key" : kind == RegistryThing::Kind::value ? "value" : "service";
}

struct Place {
    UniqueKey key;
    UniqueKey content;
    RegistryThing thing;
    bool taken = false;
};

Result<Place> openPlace(Keeper keeper, const std::string& place)
{
    const auto name = nameOf(place);
    if (!name) {
        return fail(ErrorCode::accessDenied, place + ": not a place of this quarantine");
    }
    const std::wstring path = std::wstring(shelfPath) + L'\\' + *name;
    auto key = openPlainKey(shelfRoot(keeper), path, KEY_READ | KEY_WRITE, place);
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto kept = openPlainKey(key->get(), content, KEY_READ, place);
    const std::string kind = textIn(key->get(), L"Kind");
    Place open;
    for (const auto known : {RegistryThing::Kind::key, RegistryThing::Kind::value, RegistryThing::Kind::service}) {
        if (kind == wordOf(known)) {
            open.thing.kind = known;
        }
    }
    const std::string hive = textIn(key->get(), L"Hive");
    open.thing.key.hive = hive == "users" ? Hive::users : Hive::localMachine;
    open.thing.key.path = textIn(key->get(), L"Path");
    open.thing.value = textIn(key->get(), L"Value");
    open.taken = textIn(key->get(), L"State") == "taken";
    if (!kept || kind != wordOf(open.thing.kind) || open.thing.key.path.empty()) {
        return fail(ErrorCode::malformed, place);
    }
    open.key = std::move(*key);
    open.content = std::move(*kept);
    return open;
}

void clear(Keeper keeper, const std::string& place)
{
    const auto name = nameOf(place);
    const auto shelf = openPlainKey(shelfRoot(keeper), shelfPath, whole, place);
    if (name && shelf) {
        ::RegDeleteTreeW(shelf->get(), name->c_str());
    }
}

Result<UniqueKey> openThing(const RegistryThing& thing, REGSAM access)
{
    return openPlainKey(rootOf(thing.key.hive), toWide(thing.key.path), access, thing.key.display());
}

Result<void> copyInto(const RegistryThing& thing, HKEY target)
{
    const std::string shown = thing.key.display();
    const auto source = openThing(thing, KEY_READ);
    if (!source) {
        return tl::unexpected(source.error());
    }
    if (thing.kind != RegistryThing::Kind::value) {
        return mergeTree(source->get(), target, Merge::write, shown);
    }
    const auto value = rawValue(source->get(), toWide(thing.value), shown);
    if (!value) {
        return tl::unexpected(value.error());
    }
    const LSTATUS status = ::RegSetValueExW(target, value->name.c_str(), 0, value->type, value->data.data(),
                                            static_cast<DWORD>(value->data.size()));
    return status == ERROR_SUCCESS ? Result<void>{} : tl::unexpected(errorFromWin32(static_cast<DWORD>(status), shown));
}

Result<void> removeKey(const RegistryKey& key)
{
    const std::size_t slash = key.path.rfind('\\');
    if (slash == std::string::npos) {
        return fail(ErrorCode::unsupported, key.display() + ": not below another key");
    }
    const auto parent =
        openPlainKey(rootOf(key.hive), toWide(key.path.substr(0, slash)), KEY_READ | KEY_WRITE, key.display());
    if (!parent) {
        return tl::unexpected(parent.error());
    }
    const LSTATUS status = ::RegDeleteTreeW(parent->get(), toWide(key.path.substr(slash + 1)).c_str());
    return status == ERROR_SUCCESS ? Result<void>{}
                                   : tl::unexpected(errorFromWin32(static_cast<DWORD>(status), key.display()));
}

std::string serviceName(const RegistryThing& thing)
{
    return thing.key.path.substr(thing.key.path.rfind('\\') + 1);
}

Result<void> remove(const RegistryThing& thing, HKEY source)
{
    switch (thing.kind) {
    case RegistryThing::Kind::key: return removeKey(thing.key);
    case RegistryThing::Kind::service: {
        const auto removed = removeServiceNamed(serviceName(thing));
        // The manager does not know what was only written into the registry.
        return !removed && removed.error().code == ErrorCode::notFound ? removeKey(thing.key) : removed;
    }
    case RegistryThing::Kind::value: break;
    }
    const LSTATUS status = ::RegDeleteValueW(source, toWide(thing.value).c_str());
    return status == ERROR_SUCCESS ? Result<void>{}
                                   : tl::unexpected(errorFromWin32(static_cast<DWORD>(status), thing.key.display()));
}

}   // namespace

Result<std::string> WindowsRegistryQuarantine::prepare(const RegistryThing& thing, const std::string& group)
{
    if (!isGroup(group)) {
        return fail(ErrorCode::unsupported, "group \"" + group + "\"");
    }
    if (const auto source = openThing(thing, KEY_READ); !source) {
        return tl::unexpected(source.error());
    }
    const auto shelf = makeKey(shelfRoot(m_keeper), shelfPath, "quarantine");
    if (!shelf) {
        return tl::unexpected(shelf.error());
    }
    constexpr int mostPlaces = 10000;
    for (int number = 1; number < mostPlaces; ++number) {
        const std::string name = group + "-" + std::to_string(number);
        if (openPlainKey(shelf->get(), toWide(name), KEY_READ, name)) {
            continue;
        }
        const std::string place = std::string(prefix) + name;
        const auto key = makeKey(shelf->get(), toWide(name), place);
        const auto kept = key ? makeKey(key->get(), content, place) : Result<UniqueKey>(tl::unexpected(key.error()));
        Result<void> done = kept ? copyInto(thing, kept->get()) : tl::unexpected(kept.error());
        for (const auto& [value, text] :
             {std::pair{L"Kind", std::string(wordOf(thing.kind))},
              std::pair{L"Hive", std::string(thing.key.hive == Hive::users ? "users" : "localMachine")},
              std::pair{L"Path", thing.key.path}, std::pair{L"Value", thing.value},
              std::pair{L"State", std::string("copied")}}) {
            if (done) {
                done = setText(key->get(), value, text);
            }
        }
        if (!done) {
            clear(m_keeper, place);
            return tl::unexpected(done.error());
        }
        ::RegFlushKey(key->get());
        return place;
    }
    return fail(ErrorCode::io, "quarantine: full", ERROR_ALREADY_EXISTS);
}

Result<std::vector<std::string>> WindowsRegistryQuarantine::places(const std::string& group) const
{
    std::vector<std::pair<int, std::string>> found;
    const auto shelf = openPlainKey(shelfRoot(m_keeper), shelfPath, KEY_READ, "quarantine");
    if (!shelf) {
        return shelf.error().code == ErrorCode::notFound ? Result<std::vector<std::string>>{}
                                                         : tl::unexpected(shelf.error());
    }
    const auto names = keyNames(shelf->get(), "quarantine");
    if (!names) {
        return tl::unexpected(names.error());
    }
    for (const std::wstring& wide : *names) {
        const std::string name = toUtf8(wide);
        const std::string number = name.starts_with(group + "-") ? name.substr(group.size() + 1) : std::string{};
        const std::string place = std::string(prefix) + name;
        if (!number.empty() && number.size() < 6 && number.find_first_not_of("0123456789") == std::string::npos
            && openPlace(m_keeper, place).map([](const Place& open) { return open.taken; }).value_or(false)) {
            found.emplace_back(std::stoi(number), place);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> places;
    for (auto& [number, place] : found) {
        places.push_back(std::move(place));
    }
    return places;
}

Result<void> WindowsRegistryQuarantine::take(const std::string& place)
{
    const auto open = openPlace(m_keeper, place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const RegistryThing& thing = open->thing;
    const std::string shown = thing.key.display();
    const auto source = openThing(thing, thing.kind == RegistryThing::Kind::value ? REGSAM{KEY_READ | KEY_SET_VALUE}
                                                                                  : REGSAM{KEY_READ});
    Result<bool> same = source ? Result<bool>(true) : tl::unexpected(source.error());
    if (source && thing.kind == RegistryThing::Kind::value) {
        const auto there = rawValue(source->get(), toWide(thing.value), shown);
        const auto kept = rawValue(open->content.get(), toWide(thing.value), shown);
        same = there && kept && there->type == kept->type && there->data == kept->data;
    } else if (source) {
        same = sameTree(source->get(), open->content.get(), shown);
    }
    Result<void> taken;
    if (!same) {
        taken = tl::unexpected(same.error());
    } else if (!*same) {
        taken = fail(ErrorCode::unsupported, shown + ": it changed since it was copied");
    }
    if (!taken) {
        clear(m_keeper, place);
        return taken;
    }
    // Said before: whoever is ended in the middle finds the whole copy.
    if (auto said = setText(open->key.get(), L"State", "taken"); !said) {
        return said;
    }
    ::RegFlushKey(open->key.get());
    return remove(thing, source->get());
}

Result<void> WindowsRegistryQuarantine::putBack(const std::string& place)
{
    const auto open = openPlace(m_keeper, place);
    if (!open) {
        return tl::unexpected(open.error());
    }
    const RegistryThing& thing = open->thing;
    const std::string shown = thing.key.display();
    auto there = openThing(thing, KEY_READ);
    if (!there && there.error().code != ErrorCode::notFound) {
        return tl::unexpected(there.error());
    }
    if (auto possible = mergeTree(open->content.get(), there ? there->get() : nullptr, Merge::test, shown); !possible) {
        return possible;
    }
    if (!there && thing.kind == RegistryThing::Kind::service) {
        if (auto made = makeServiceFrom(open->content.get(), serviceName(thing)); !made) {
            return made;
        }
    }
    const auto target = makeKey(rootOf(thing.key.hive), toWide(thing.key.path), shown);
    if (!target) {
        return tl::unexpected(target.error());
    }
    if (auto merged = mergeTree(open->content.get(), target->get(), Merge::write, shown); !merged) {
        return merged;
    }
    ::RegFlushKey(target->get());
    clear(m_keeper, place);
    return {};
}

}   // namespace offramp
