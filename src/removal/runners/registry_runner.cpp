#include "removal/runners/registry_runner.h"

#include "base/pattern.h"
#include "base/text.h"
#include "removal/runners/kept_places.h"
#include "removal/runners/outcomes.h"
#include "removal/runners/registry_place.h"
#include "removal/runners/uninstall_command.h"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::string_view services = R"(SYSTEM\CurrentControlSet\Services)";

// Below SOFTWARE, folded, with slashes. What stands directly there and belongs to everybody.
constexpr std::array<std::string_view, 14> everybodys{
    "microsoft", "classes", "policies", "clients",  "registeredapplications", "odbc",  "wow6432node",
    "windows",   "google",  "mozilla",  "chromium", "bravesoftware",          "intel", "offramp"};
// What one program has of its own in there.
constexpr std::array<std::string_view, 5> ownParts{
    "microsoft/windows/currentversion/uninstall/*", "*/nativemessaginghosts/*", "google/chrome/extensions/*",
    "microsoft/edge/extensions/*", "bravesoftware/brave-browser/extensions/*"};

bool isHex(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

std::string lastPart(std::string_view path)
{
    return std::string(path.substr(path.rfind('\\') + 1));
}

const RegistryValue* valueNamed(const std::vector<RegistryValue>& values, std::string_view name)
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const RegistryValue& value) { return text::equalsFolded(value.name, name); });
    return found == values.end() ? nullptr : &*found;
}

Result<RegistryThing> refused(std::string why)
{
    return fail(ErrorCode::unsupported, std::move(why));
}

Result<RegistryThing> keyThing(const std::string& display)
{
    const auto key = keyNamed(display);
    if (!key) {
        return refused(display + ": not a key");
    }
    if (std::string why = whyKeyStays(*key); !why.empty()) {
        return refused(std::move(why));
    }
    return RegistryThing{RegistryThing::Kind::key, *key, {}};
}

Result<RegistryThing> certificateThing(const RemoveCertificate& certificate)
{
    constexpr std::size_t digits = 40;
    const auto key = keyNamed(certificate.store);
    const bool thumbprint = certificate.thumbprint.size() == digits && isHex(certificate.thumbprint);
    const std::string folded = key ? text::foldPath(key->path) : std::string{};
    const bool store =
        Pattern("*software/*microsoft/*certificates/*root/certificates/" + text::fold(certificate.thumbprint))
            .match(folded)
            .has_value();
    if (!key || !thumbprint || !store) {
        return refused(certificate.store + ": not a certificate of a list of roots");
    }
    return RegistryThing{RegistryThing::Kind::key, *key, {}};
}

Result<RegistryThing> serviceThing(const RemoveService& service)
{
    const bool plain = !service.name.empty() && text::isUtf8(service.name)
                       && service.name.find_first_of(std::string_view("\\/\0", 3)) == std::string::npos;
    if (!plain) {
        return refused(service.name + ": not the name of a service");
    }
    const RegistryKey key{Hive::localMachine, RegistryView::native64, std::string(services) + '\\' + service.name};
    return RegistryThing{RegistryThing::Kind::service, key, {}};
}

}   // namespace

std::string whyKeyStays(const RegistryKey& key)
{
    auto parts = text::split(key.path, '\\');
    const auto drop = [&](std::string_view name) {
        const bool there = !parts.empty() && text::equalsFolded(parts.front(), name);
        if (there) {
            parts.erase(parts.begin());
        }
        return there;
    };
    if (key.hive == Hive::users && !parts.empty()) {
        parts.erase(parts.begin());   // whose it is
    }
    if (!drop("software")) {
        return key.display() + ": only keys of programs are removed";
    }
    drop("wow6432node");
    std::string below;
    for (const std::string_view part : parts) {
        below += (below.empty() ? "" : "/") + text::fold(part);
    }
    const bool shared =
        parts.empty() || std::find(everybodys.begin(), everybodys.end(), text::fold(parts.front())) != everybodys.end();
    const bool own = std::any_of(ownParts.begin(), ownParts.end(),
                                 [&](std::string_view part) { return Pattern(part).match(below).has_value(); });
    return shared && !own ? key.display() + ": a key that does not belong to one program" : std::string{};
}

// The value of the list that names the extension: "id" or "id;address".
Result<RegistryThing> RegistryRunner::policyValue(const RemoveBrowserPolicy& policy) const
{
    const auto key = keyNamed(policy.key);
    const std::string folded = key ? text::foldPath(key->path) : std::string{};
    if (!key || policy.extension.empty() || !Pattern("*software/*policies/*/extensioninstallforcelist").match(folded)) {
        return refused(policy.key + ": not a list of extensions");
    }
    const auto values = m_host.registry().values(*key);
    if (!values) {
        return tl::unexpected(values.error());
    }
    for (const RegistryValue& value : *values) {
        const std::string_view id = std::string_view(value.text).substr(0, value.text.find(';'));
        if (text::equalsFolded(id, policy.extension)) {
            return RegistryThing{RegistryThing::Kind::value, *key, value.name};
        }
    }
    return fail(ErrorCode::notFound, policy.key + ": " + policy.extension);
}

Result<RegistryThing> RegistryRunner::thingOf(const StepAction& action) const
{
    Result<RegistryThing> thing = refused("not something in the registry");
    if (const auto* policy = std::get_if<RemoveBrowserPolicy>(&action)) {
        return policyValue(*policy);
    }
    if (const auto* key = std::get_if<RemoveRegistryKey>(&action)) {
        thing = keyThing(key->key);
    } else if (const auto* certificate = std::get_if<RemoveCertificate>(&action)) {
        thing = certificateThing(*certificate);
    } else if (const auto* service = std::get_if<RemoveService>(&action)) {
        thing = serviceThing(*service);
    }
    if (!thing) {
        return thing;
    }
    const auto values = m_host.registry().values(thing->key);
    return values ? thing : Result<RegistryThing>(tl::unexpected(values.error()));
}

StepTruth RegistryRunner::check(const Step& step)
{
    const auto thing = thingOf(step.action);
    if (thing) {
        return StepTruth::doesNotHold;
    }
    return thing.error().code == ErrorCode::notFound ? StepTruth::holds : StepTruth::cannotTell;
}

// A service is left behind only if its program is not there any more.
std::string RegistryRunner::whyNot(const RegistryThing& thing) const
{
    if (thing.kind != RegistryThing::Kind::service) {
        return {};
    }
    const std::string name = lastPart(thing.key.path);
    const auto values = m_host.registry().values(thing.key);
    const RegistryValue* const type = values ? valueNamed(*values, "Type") : nullptr;
    const RegistryValue* const image = values ? valueNamed(*values, "ImagePath") : nullptr;
    constexpr std::uint64_t programs = 0x10 | 0x20;
    if (type == nullptr || (type->number & programs) == 0) {
        return name + ": a driver, or nobody says what it is";
    }
    const auto known = m_host.windowsManagers().services();
    const bool runs = known && std::any_of(known->begin(), known->end(), [&](const ServiceStatus& service) {
                          return text::equalsFolded(service.name, name) && service.running;
                      });
    if (runs) {
        return name + ": it still runs";
    }
    const auto named = programsNamedBy(image == nullptr ? std::string_view{} : image->text);
    if (named.empty()) {
        return name + ": its program cannot be looked for";
    }
    for (const ProgramNamed& program : named) {
        const auto there = m_host.files().status(program.path);
        if (there || there.error().code != ErrorCode::notFound) {
            return program.path + ": the program of the service is there, or nobody can tell";
        }
    }
    return {};
}

StepOutcome RegistryRunner::run(const Step& step, const StepWatch& watch, std::stop_token stop)
{
    const auto thing = thingOf(step.action);
    if (!thing) {
        return thing.error().code == ErrorCode::notFound ? doneBy() : failedWith(thing.error());
    }
    if (std::string why = whyNot(*thing); !why.empty()) {
        return refusedBecause(std::move(why));
    }
    if (stop.stop_requested()) {
        return failedWith(Error{ErrorCode::cancelled, thing->key.display(), 0});
    }
    RegistryQuarantine& quarantine = m_actions.windows().registry();
    // A run that was stopped half-way has taken some of it; the whole must come back with one undo.
    auto places = quarantine.places(groupOf(step.id));
    if (!places) {
        return failedWith(places.error());
    }
    const auto place = quarantine.prepare(*thing, groupOf(step.id));
    if (!place) {
        return failedWith(place.error());
    }
    places->push_back(*place);
    const std::string undo = encodeKept(*places);
    if (const auto remembered = watch.remember(undo); !remembered) {
        return failedWith(remembered.error());
    }
    if (const auto taken = quarantine.take(*place); !taken) {
        return failedWith(taken.error(), undo);
    }
    return doneBy(undo);
}

Result<void> RegistryRunner::undo(const Step& step, const std::string& undo)
{
    const auto places = decodeKept(undo);
    if (!places) {
        return tl::unexpected(places.error());
    }
    Result<void> all;
    for (auto place = places->rbegin(); place != places->rend(); ++place) {
        auto back = m_actions.windows().registry().putBack(*place);
        // Its place is cleared when it is back already; what counts is whether it is there.
        const bool placeGone = !back && back.error().code == ErrorCode::notFound;
        if (!back && all && !(placeGone && check(step) == StepTruth::doesNotHold)) {
            all = std::move(back);
        }
    }
    return all;
}

}   // namespace offramp
