#include "policy/policy_place.h"

#include "base/text.h"
#include "base/utf8_path.h"
#include "platform/administrators.h"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

PolicyAnswer refused(PolicyFault code, std::string_view what)
{
    return {std::nullopt, PolicyRefusal{code, std::string(what)}};
}

// Empty when there is none.
Result<std::string> fileOr(const Host& host, const std::string& path, std::size_t limit)
{
    auto bytes = host.files().read(path, limit);
    const bool absent =
        !bytes && (bytes.error().code == ErrorCode::notFound || bytes.error().code == ErrorCode::notRecorded);
    return absent ? Result<std::string>(std::string{}) : bytes;
}

PolicyAnswer fromFiles(const Host& host, const WriteGuard& guard)
{
    const std::string folder(policyFolder);
    const std::string name = folder + "/policy.json";
    PolicyTexts texts;
    const std::pair<std::string, std::string PolicyTexts::*> parts[] = {
        {name, &PolicyTexts::policy},
        {name + ".minisig", &PolicyTexts::signature},
        {folder + "/policy.pub", &PolicyTexts::key},
    };
    for (const auto& [path, part] : parts) {
        auto text = fileOr(host, path, part == &PolicyTexts::policy ? largestPolicy : largestSignature);
        if (!text) {
            return refused(PolicyFault::unreadable, path);
        }
        if (part == &PolicyTexts::policy && text->empty()) {
            return {};
        }
        texts.*part = std::move(*text);
    }
    if (!host.machine().recorded) {
        for (const std::string& path : {folder, name, folder + "/policy.pub"}) {
            const bool there = path != folder + "/policy.pub" || !texts.key.empty();
            if (there && guard(path) != true) {
                return refused(PolicyFault::openToOthers, path);
            }
        }
    }
    return provePolicy(texts, host.clock().now());
}

// A text of several lines as a file has it.
std::string textOf(const RegistryValue& value)
{
    if (value.type != RegistryValue::Type::multiString) {
        return value.text;
    }
    std::string text;
    for (const std::string& line : value.texts) {
        text.append(line).append("\n");
    }
    return text;
}

PolicyAnswer fromRegistry(const Host& host)
{
    const RegistryKey key{Hive::localMachine, RegistryView::native64, std::string(policyKeyPath)};
    const auto values = host.registry().values(key);
    if (!values) {
        const ErrorCode code = values.error().code;
        const bool absent =
            code == ErrorCode::notFound || code == ErrorCode::notRecorded || code == ErrorCode::unsupported;
        return absent ? PolicyAnswer{} : refused(PolicyFault::unreadable, key.display());
    }
    const auto named = [&](std::string_view name) {
        const auto found = std::find_if(values->begin(), values->end(), [&](const RegistryValue& value) {
            return text::equalsFolded(value.name, name);
        });
        return found == values->end() ? std::string{} : textOf(*found);
    };
    PolicyTexts texts{named("Policy"), named("PolicySignature"), named("PolicyKey")};
    if (texts.policy.empty()) {
        return {};
    }
    if (!texts.key.empty() && text::trim(texts.key).find('\n') == std::string_view::npos) {
        texts.key = "untrusted comment: \n" + std::string(text::trim(texts.key)) + "\n";   // the key's line alone
    }
    PolicyAnswer answer = provePolicy(texts, host.clock().now());
    // Text fields lose the end of the last line, lists of lines gain one; the signature is over the file.
    if (answer.refused && answer.refused->fault == PolicyFault::changed) {
        PolicyTexts other = texts;
        if (other.policy.ends_with('\n')) {
            other.policy.pop_back();
        } else {
            other.policy += '\n';
        }
        PolicyAnswer again = provePolicy(other, host.clock().now());
        answer = again.policy ? std::move(again) : std::move(answer);
    }
    return answer;
}

}   // namespace

PolicyAnswer readPolicy(const Host& host)
{
    return readPolicy(host, [](std::string_view path) { return onlyAdministratorsMayWrite(pathFromUtf8(path)); });
}

PolicyAnswer readPolicy(const Host& host, const WriteGuard& guard)
{
    return host.machine().os == OsFamily::windows ? fromRegistry(host) : fromFiles(host, guard);
}

}   // namespace offramp
