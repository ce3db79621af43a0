#include "text/words.h"

#include "report/phrases.h"
#include "text/format.h"

#include <QCoreApplication>

namespace offramp::ui {

namespace {

// Words of report/phrases, in the reader's language.
QString translated(const char* context, std::string_view word)
{
    return QCoreApplication::translate(context, std::string(word).c_str());
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

}   // namespace

QString sourceName(SourceKind source)
{
    return translated("SourceKind", inEnglish(source));
}

QString kindInSentence(EvidenceKind kind)
{
    return translated("EvidenceKind", inEnglish(kind));
}

QString confidenceWord(Confidence confidence)
{
    return translated("Confidence", inEnglish(confidence));
}

QString verificationWords(VerificationMark mark)
{
    return translated("VerificationMark", inEnglish(mark));
}

QString personName(Person person)
{
    return translated("Person", inEnglish(person));
}

QString personShortName(Person person)
{
    switch (person) {
    case Person::us: return Words::tr("In the U.S. or a U.S. person");
    case Person::federal: return Words::tr("Federal staff");
    case Person::contractor: return Words::tr("Federal contractor");
    case Person::otherGovernment: return Words::tr("Other government");
    case Person::other: return Words::tr("None of these");
    }
    return {};
}

QString stateWords(InstallationState state)
{
    return translated("InstallationState", inEnglish(state));
}

Icon sourceIcon(SourceKind source)
{
    switch (source) {
    case SourceKind::windowsPrograms: return Icon::products;
    case SourceKind::windowsInstaller: return Icon::list;
    case SourceKind::windowsStoreApps: return Icon::products;
    case SourceKind::windowsServices: return Icon::service;
    case SourceKind::windowsFilters: return Icon::network;
    case SourceKind::kasperskyKeys: return Icon::registry;
    case SourceKind::securityCenter: return Icon::securitycenter;
    case SourceKind::rootCertificates: return Icon::certificate;
    case SourceKind::browserExtensions: return Icon::extension;
    case SourceKind::scheduledTasks: return Icon::clock;
    case SourceKind::knownFolders: return Icon::folder;
    case SourceKind::processes: return Icon::computer;
    case SourceKind::dpkg:
    case SourceKind::rpm:
    case SourceKind::pacman: return Icon::products;
    case SourceKind::unpackagedFolders: return Icon::folder;
    case SourceKind::systemdUnits: return Icon::service;
    case SourceKind::macApps: return Icon::products;
    case SourceKind::macReceipts: return Icon::list;
    case SourceKind::launchItems: return Icon::service;
    case SourceKind::macExtensions: return Icon::driver;
    }
    return Icon::search;
}

QString kindTitle(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::program: return Words::tr("Entry in the list of programs");
    case EvidenceKind::msiProduct: return Words::tr("Windows Installer record");
    case EvidenceKind::storeApp: return Words::tr("Store app");
    case EvidenceKind::securityProduct: return Words::tr("Security Center entry");
    case EvidenceKind::service: return Words::tr("Service");
    case EvidenceKind::driver: return Words::tr("Driver");
    case EvidenceKind::classFilter: return Words::tr("Device filter");
    case EvidenceKind::networkAdapter: return Words::tr("Network adapter");
    case EvidenceKind::networkFilter: return Words::tr("Network filter");
    case EvidenceKind::registryKey: return Words::tr("Registry key");
    case EvidenceKind::folder: return Words::tr("Folder");
    case EvidenceKind::file: return Words::tr("File");
    case EvidenceKind::rootCertificate: return Words::tr("Root certificate");
    case EvidenceKind::browserExtension: return Words::tr("Browser extension");
    case EvidenceKind::nativeMessagingHost: return Words::tr("Browser helper");
    case EvidenceKind::scheduledTask: return Words::tr("Scheduled task");
    case EvidenceKind::process: return Words::tr("Running program");
    case EvidenceKind::package: return Words::tr("Package");
    case EvidenceKind::systemdUnit: return Words::tr("System service");
    case EvidenceKind::app: return Words::tr("Application");
    case EvidenceKind::receipt: return Words::tr("Installer receipt");
    case EvidenceKind::launchItem: return Words::tr("Launch item");
    case EvidenceKind::systemExtension: return Words::tr("System extension");
    case EvidenceKind::kernelExtension: return Words::tr("Kernel extension");
    }
    return {};
}

Icon kindIcon(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::program:
    case EvidenceKind::storeApp:
    case EvidenceKind::package:
    case EvidenceKind::app: return Icon::products;
    case EvidenceKind::msiProduct:
    case EvidenceKind::receipt: return Icon::list;
    case EvidenceKind::securityProduct: return Icon::securitycenter;
    case EvidenceKind::service:
    case EvidenceKind::systemdUnit:
    case EvidenceKind::launchItem: return Icon::service;
    case EvidenceKind::driver:
    case EvidenceKind::classFilter:
    case EvidenceKind::systemExtension:
    case EvidenceKind::kernelExtension: return Icon::driver;
    case EvidenceKind::networkAdapter: return Icon::vpn;
    case EvidenceKind::networkFilter: return Icon::network;
    case EvidenceKind::registryKey: return Icon::registry;
    case EvidenceKind::folder: return Icon::folder;
    case EvidenceKind::file: return Icon::file;
    case EvidenceKind::rootCertificate: return Icon::certificate;
    case EvidenceKind::browserExtension:
    case EvidenceKind::nativeMessagingHost: return Icon::extension;
    case EvidenceKind::scheduledTask: return Icon::clock;
    case EvidenceKind::process: return Icon::terminal;
    }
    return Icon::file;
}

QString coverWord(FeatureCover cover)
{
    switch (cover) {
    case FeatureCover::confirmed: return Words::tr("confirmed");
    case FeatureCover::stated: return Words::tr("not confirmed");
    case FeatureCover::unknown: return Words::tr("unknown");
    case FeatureCover::notIncluded: return Words::tr("not included");
    }
    return {};
}

Icon verificationIcon(VerificationMark mark)
{
    switch (mark) {
    case VerificationMark::readAtSource: return Icon::verifiedFull;
    case VerificationMark::readInQuotations: return Icon::verifiedPart;
    case VerificationMark::notConfirmed: return Icon::verifiedNone;
    }
    return Icon::verifiedNone;
}

Color verificationColor(VerificationMark mark)
{
    switch (mark) {
    case VerificationMark::readAtSource: return Color::fine;
    case VerificationMark::readInQuotations: return Color::attention;
    case VerificationMark::notConfirmed: return Color::unknown;
    }
    return Color::unknown;
}

QString systemName(OsFamily os)
{
    switch (os) {
    case OsFamily::windows: return QStringLiteral("Windows");
    case OsFamily::linux: return QStringLiteral("Linux");
    case OsFamily::macos: return QStringLiteral("macOS");
    }
    return {};
}

QString problemText(const Error& error)
{
    switch (error.code) {
    case ErrorCode::accessDenied: return Words::tr("Reading it needs administrator rights.");
    case ErrorCode::notRecorded: return Words::tr("The recording of this computer does not contain it.");
    case ErrorCode::notFound: return Words::tr("It is not there.");
    case ErrorCode::malformed: return Words::tr("What was read there could not be understood.");
    case ErrorCode::tooLarge: return Words::tr("It is larger than we read.");
    case ErrorCode::unsupported: return Words::tr("This program cannot read it on this system.");
    case ErrorCode::io: return Words::tr("The system reported an error while it was read.");
    case ErrorCode::timeout: return Words::tr("It took too long and was stopped.");
    case ErrorCode::cancelled: return Words::tr("You stopped the check.");
    }
    return {};
}

QString problemWithPlace(const Error& error)
{
    return problemText(error) + QStringLiteral(" (") + QString::fromStdString(error.context) + u')';
}

StatusWords statusWords(Status status)
{
    const auto tone = [&] {
        switch (status) {
        case Status::updatesEnded:
        case Status::useProhibited:
        case Status::salesEnded: return Tone::affected;
        case Status::likelyCovered:
        case Status::moved:
        case Status::leftover: return Tone::attention;
        case Status::exempt: return Tone::exempt;
        case Status::unclear: return Tone::unknown;
        case Status::notYet:
        case Status::notBound: return Tone::off;
        }
        return Tone::unknown;
    };
    return {tone(), translated("Status", inEnglish(status))};
}

}   // namespace offramp::ui
