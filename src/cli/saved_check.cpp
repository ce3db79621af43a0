#include "cli/saved_check.h"

#include "base/text.h"
#include "base/utf8_path.h"
#include "catalog/bundle_signature.h"
#include "platform/durable_file.h"
#include "platform/platform.h"
#include "report/snapshot_record.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace offramp::cli {

namespace {

constexpr std::size_t longestName = 40;
constexpr std::string_view folderBesideProgram = "offramp-checks";

// Of the system's installation; empty when it says none.
std::string installationId(const Host& host)
{
    if (host.machine().os == OsFamily::windows) {
        const auto values =
            host.registry().values({Hive::localMachine, RegistryView::native64, "SOFTWARE\\Microsoft\\Cryptography"});
        if (values) {
            for (const RegistryValue& value : *values) {
                if (text::equalsFolded(value.name, "MachineGuid")) {
                    return value.text;
                }
            }
        }
        return {};
    }
    const auto id = host.files().read("/etc/machine-id", 256);
    return id ? std::string(text::trim(*id)) : std::string{};
}

}   // namespace

std::string computerMark(const Host& host)
{
    const std::string id = installationId(host);
    return id.empty() ? std::string{} : sha256Of("offramp saved check\n" + id).substr(0, 8);
}

std::string savedCheckName(std::string_view machine, std::string_view mark, Instant at)
{
    std::string name;
    for (const char letter : text::fold(machine)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) {
            name += letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    name.resize(std::min(name.size(), longestName));
    while (name.ends_with('-')) {
        name.pop_back();
    }
    if (mark.empty()) {
        std::string moment = toString(at);
        std::erase_if(moment, [](char c) { return c == '-' || c == ':'; });
        return "pc-" + (name.empty() ? moment : name + "-" + moment) + ".json";
    }
    // "con-1a2b3c4d" is no device of Windows, "con" would be.
    return (name.empty() ? std::string("pc") : name) + "-" + std::string(mark) + ".json";
}

Result<std::string> saveCheck(const CommonOptions& options, const CheckResult& result, const std::string& folder)
{
    const auto host = openHost(options);
    if (!host) {
        return tl::unexpected(host.error());
    }
    const std::filesystem::path place = folder.empty() ? programFolder() / folderBesideProgram : pathFromUtf8(folder);
    std::error_code fault;
    std::filesystem::create_directories(place, fault);
    if (!std::filesystem::is_directory(place, fault)) {
        return fail(ErrorCode::io, pathToUtf8(place), fault.value());
    }
    const std::filesystem::path whole = std::filesystem::absolute(place, fault);
    if (fault) {
        return fail(ErrorCode::io, pathToUtf8(place), fault.value());
    }
    const std::string mark = computerMark(**host);
    std::string name = savedCheckName(result.snapshot.machine.name, mark, result.snapshot.takenAt);
    for (int number = 2; mark.empty() && std::filesystem::exists(whole / name, fault); ++number) {
        const std::string first = savedCheckName(result.snapshot.machine.name, mark, result.snapshot.takenAt);
        name = first.substr(0, first.size() - 5) + "-" + std::to_string(number) + ".json";
    }
    const auto written =
        replaceDurably(whole / name, encodeSnapshotRecord(result.snapshot, result.installations, mark));
    if (!written) {
        return tl::unexpected(written.error());
    }
    return pathToUtf8(whole / name);
}

}   // namespace offramp::cli
