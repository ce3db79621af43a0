#include "report/phrases.h"

#include <array>
#include <fmt/format.h>

namespace offramp {

std::string_view phraseTemplate(ReasonCode code)
{
    switch (code) {
#define OFFRAMP_REASON(name, sentence)                                                                                 \
    case ReasonCode::name:                                                                                             \
        return sentence;
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
    }
    return "";
}

std::string_view phraseTemplateForToday(ReasonCode code)
{
    switch (code) {
#define OFFRAMP_REASON_TODAY(name, sentence)                                                                           \
    case ReasonCode::name:                                                                                             \
        return sentence;
#include "base/reason_today.inc"
#undef OFFRAMP_REASON_TODAY
    default: return "";
    }
}

const std::vector<ReasonCode>& allReasonCodes()
{
    static const std::vector<ReasonCode> codes{
#define OFFRAMP_REASON(name, sentence) ReasonCode::name,
#include "base/reason_codes.inc"
#undef OFFRAMP_REASON
    };
    return codes;
}

std::string inEnglish(const Day& day)
{
    static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};
    const unsigned month = static_cast<unsigned>(day.date.month());
    return fmt::format("{} {}, {}", months[(month + 11) % 12], static_cast<unsigned>(day.date.day()),
                       static_cast<int>(day.date.year()));
}

namespace {

std::string argumentInEnglish(const ReasonArgument& argument)
{
    if (const auto* text = std::get_if<std::string>(&argument)) {
        // Vocabulary words are put into plain English; everything else is text as it was seen.
        if (const auto kind = evidenceKindFromString(*text)) {
            return std::string(inEnglish(*kind));
        }
        if (const auto source = sourceKindFromString(*text)) {
            return std::string(inEnglish(*source));
        }
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&argument)) {
        return fmt::format("{}", *number);
    }
    return inEnglish(std::get<Day>(argument));
}

std::optional<std::int64_t> firstNumber(const Reason& reason)
{
    for (const ReasonArgument& argument : reason.arguments) {
        if (const auto* number = std::get_if<std::int64_t>(&argument)) {
            return *number;
        }
    }
    return std::nullopt;
}

}   // namespace

std::string_view phraseTemplate(const Reason& reason)
{
    const std::string_view today = firstNumber(reason) == 0 ? phraseTemplateForToday(reason.code) : std::string_view();
    return today.empty() ? phraseTemplate(reason.code) : today;
}

std::string inEnglish(const Reason& reason)
{
    const std::string_view phrase = phraseTemplate(reason);
    const auto number = firstNumber(reason);
    std::string sentence;
    for (std::size_t position = 0; position < phrase.size(); ++position) {
        const char character = phrase[position];
        const char next = position + 1 < phrase.size() ? phrase[position + 1] : '\0';
        if (character == '%' && next == 'n' && number) {
            sentence += fmt::format("{}", *number);
            ++position;
        } else if (character == '%' && next >= '1' && next <= '9') {
            const auto index = static_cast<std::size_t>(next - '1');
            if (index < reason.arguments.size()) {
                sentence += argumentInEnglish(reason.arguments[index]);
            }
            ++position;
        } else if (number && phrase.substr(position).starts_with("(s)")) {
            sentence += *number == 1 ? "" : "s";
            position += 2;
        } else {
            sentence.push_back(character);
        }
    }
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    }
    return sentence;
}

std::string_view inEnglish(SourceKind kind)
{
    switch (kind) {
    case SourceKind::windowsPrograms: return "Installed programs";
    case SourceKind::windowsInstaller: return "Windows Installer records";
    case SourceKind::windowsStoreApps: return "Store apps";
    case SourceKind::windowsServices: return "Services and drivers";
    case SourceKind::windowsFilters: return "Network filters and adapters";
    case SourceKind::kasperskyKeys: return "Kaspersky's and UltraAV's own settings";
    case SourceKind::securityCenter: return "Windows Security Center";
    case SourceKind::rootCertificates: return "Root certificates";
    case SourceKind::browserExtensions: return "Browser extensions";
    case SourceKind::scheduledTasks: return "Scheduled tasks";
    case SourceKind::knownFolders: return "Program and data folders";
    case SourceKind::processes: return "Running programs";
    case SourceKind::dpkg: return "Debian packages";
    case SourceKind::rpm: return "RPM packages";
    case SourceKind::pacman: return "Arch packages";
    case SourceKind::unpackagedFolders: return "Folders outside the package manager";
    case SourceKind::systemdUnits: return "System services";
    case SourceKind::macApps: return "Applications";
    case SourceKind::macReceipts: return "Installer receipts";
    case SourceKind::launchItems: return "Launch daemons and agents";
    case SourceKind::macExtensions: return "System and kernel extensions";
    }
    return "";
}

std::string_view inEnglish(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::program: return "the installed program";
    case EvidenceKind::msiProduct: return "the Windows Installer record";
    case EvidenceKind::storeApp: return "the Store app";
    case EvidenceKind::securityProduct: return "the product in Windows Security Center";
    case EvidenceKind::service: return "the service";
    case EvidenceKind::driver: return "the driver";
    case EvidenceKind::classFilter: return "the device filter";
    case EvidenceKind::networkAdapter: return "the network adapter";
    case EvidenceKind::networkFilter: return "the network filter";
    case EvidenceKind::registryKey: return "the registry key";
    case EvidenceKind::folder: return "the folder";
    case EvidenceKind::file: return "the file";
    case EvidenceKind::rootCertificate: return "the root certificate";
    case EvidenceKind::browserExtension: return "the browser extension";
    case EvidenceKind::nativeMessagingHost: return "the browser helper";
    case EvidenceKind::scheduledTask: return "the scheduled task";
    case EvidenceKind::process: return "the running program";
    case EvidenceKind::package: return "the package";
    case EvidenceKind::systemdUnit: return "the system service";
    case EvidenceKind::app: return "the application";
    case EvidenceKind::receipt: return "the installer receipt";
    case EvidenceKind::launchItem: return "the launch item";
    case EvidenceKind::systemExtension: return "the system extension";
    case EvidenceKind::kernelExtension: return "the kernel extension";
    }
    return "";
}

std::string_view inEnglish(Status status)
{
    switch (status) {
    case Status::notYet: return "No rule yet";
    case Status::notBound: return "No rule binds you";
    case Status::exempt: return "Exempt";
    case Status::unclear: return "Not certain";
    case Status::likelyCovered: return "Likely covered";
    case Status::salesEnded: return "Sales ended";
    case Status::updatesEnded: return "Updates ended";
    case Status::useProhibited: return "Applies to you";
    case Status::moved: return "Put in its place";
    case Status::leftover: return "Left behind";
    }
    return "";
}

std::string_view inEnglish(InstallationState state)
{
    switch (state) {
    case InstallationState::installed: return "installed";
    case InstallationState::broken: return "installed, but damaged";
    case InstallationState::leftover: return "traces only";
    case InstallationState::portable: return "a copy that is not installed";
    }
    return "";
}

std::string_view inEnglish(Confidence confidence)
{
    switch (confidence) {
    case Confidence::certain: return "Certain";
    case Confidence::likely: return "Likely";
    case Confidence::notSure: return "Not sure";
    }
    return "";
}

std::string_view inEnglish(Person person)
{
    switch (person) {
    case Person::us: return "U.S. person, or in the United States";
    case Person::federal: return "U.S. federal agency";
    case Person::contractor: return "U.S. federal contractor";
    case Person::otherGovernment: return "Other government body";
    case Person::other: return "None of these";
    }
    return "";
}

std::string_view inEnglish(VerificationMark mark)
{
    switch (mark) {
    case VerificationMark::readAtSource: return "read at the source";
    case VerificationMark::readInQuotations: return "read in quotations";
    case VerificationMark::notConfirmed: return "not confirmed yet";
    }
    return "";
}

std::string_view activityInEnglish(const Evidence& evidence)
{
    if (!evidence.running || evidence.kind == EvidenceKind::process) {
        return {};
    }
    return *evidence.running ? "running" : "not running";
}

}   // namespace offramp
