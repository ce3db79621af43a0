#include "removal/leftover_facts.h"

#include "base/text.h"

#include <algorithm>

namespace offramp {

namespace {

// The file a service, driver or process runs: folded, without what follows the program's name.
std::string programOf(const Evidence& evidence)
{
    return text::foldPath(evidence.location);
}

}   // namespace

std::string placeOf(const Evidence& evidence)
{
    switch (evidence.kind) {
    case EvidenceKind::registryKey:
    case EvidenceKind::rootCertificate:
    case EvidenceKind::systemdUnit:
    case EvidenceKind::classFilter:
    case EvidenceKind::networkAdapter:
    case EvidenceKind::networkFilter: return evidence.readFrom;
    case EvidenceKind::browserExtension:
    case EvidenceKind::nativeMessagingHost: {
        if (isRegistryPlace(evidence.readFrom) || evidence.location.empty()) {
            return evidence.readFrom;
        }
        // …/Extensions/<id>/<version>: the folder named like the extension holds all its versions.
        const auto folded = text::fold(evidence.location);
        const auto id = text::fold(evidence.id);
        const auto found = folded.rfind(id);
        const auto end = found == std::string::npos ? folded.size() : found + id.size();
        const bool whole = folded.size() == evidence.location.size() && end < folded.size()
                           && (folded[end] == '/' || folded[end] == '\\');
        return whole ? evidence.location.substr(0, end) : evidence.location;
    }
    case EvidenceKind::service:
    case EvidenceKind::driver:
    case EvidenceKind::package:
    case EvidenceKind::scheduledTask: return evidence.id;
    default: return evidence.location.empty() ? evidence.readFrom : evidence.location;
    }
}

std::string lastPart(std::string_view place)
{
    while (place.size() > 1 && (place.ends_with('/') || place.ends_with('\\'))) {
        place.remove_suffix(1);
    }
    const auto slash = place.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? place : place.substr(slash + 1));
}

bool liesBelow(std::string_view inner, std::string_view outer)
{
    auto upper = text::foldPath(outer);
    while (upper.ends_with('/')) {
        upper.pop_back();
    }
    if (upper.empty()) {
        return false;
    }
    return text::foldPath(inner).starts_with(upper + "/");
}

bool isRegistryPlace(std::string_view readFrom)
{
    return readFrom.starts_with("HKLM\\") || readFrom.starts_with("HKU\\") || readFrom.starts_with("HKCU\\");
}

bool isPolicyPlace(std::string_view readFrom)
{
    return isRegistryPlace(readFrom) && text::fold(readFrom).find("\\policies\\") != std::string::npos;
}

bool isFolder(const Evidence& evidence)
{
    if (evidence.kind == EvidenceKind::browserExtension) {
        return !text::fold(evidence.location).ends_with(".xpi");
    }
    return evidence.kind == EvidenceKind::folder;
}

bool isPlainAbsolute(std::string_view path)
{
    const bool drive = path.size() > 3 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
                       && ((path[0] >= 'A' && path[0] <= 'Z') || (path[0] >= 'a' && path[0] <= 'z'));
    const bool root = path.size() > 1 && path[0] == '/' && path[1] != '/';
    if ((!drive && !root) || path.find_first_of("*?%\"") != std::string_view::npos) {
        return false;
    }
    const auto folded = text::foldPath(path);
    const auto parts = text::split(folded, '/');
    return std::none_of(parts.begin(), parts.end(), [](std::string_view part) { return part == "." || part == ".."; });
}

LeftoverFacts::LeftoverFacts(const HostSnapshot& snapshot) : m_snapshot(snapshot)
{
    for (const SourceReport& report : snapshot.reports) {
        if (report.source == SourceKind::windowsServices) {
            m_driversComplete = report.coverage == Coverage::complete;
        }
    }
}

std::vector<Reason> LeftoverFacts::judgementOf(const Evidence& evidence) const
{
    if (evidence.kind == EvidenceKind::driver) {
        switch (evidence.presence) {
        case Presence::absent: return {{ReasonCode::leftoverDriverFileGone, {}, {}}};
        case Presence::present: return {{ReasonCode::leftoverDriverFileThere, {}, {}}};
        case Presence::unknown: return {{ReasonCode::leftoverDriverFileUnknown, {}, {}}};
        }
    }
    if (evidence.kind != EvidenceKind::classFilter) {
        return {};
    }
    const auto name = text::foldId(evidence.id);
    for (const SourceReport& report : m_snapshot.reports) {
        for (const Evidence& other : report.evidence) {
            if (other.kind == EvidenceKind::driver && text::foldId(other.id) == name) {
                const auto code = other.presence == Presence::present  ? ReasonCode::leftoverFilterWhole
                                  : other.presence == Presence::absent ? ReasonCode::leftoverFilterBroken
                                                                       : ReasonCode::leftoverFilterUnknown;
                return {{code, {evidence.id}, {}}};
            }
        }
    }
    // Without an entry Windows cannot load it; but only a complete list of drivers says that there is none.
    return {
        {m_driversComplete ? ReasonCode::leftoverFilterBroken : ReasonCode::leftoverFilterUnknown, {evidence.id}, {}}};
}

std::vector<const Evidence*> LeftoverFacts::above(const Evidence& evidence) const
{
    std::vector<const Evidence*> found;
    if (evidence.kind != EvidenceKind::folder && evidence.kind != EvidenceKind::file
        && evidence.kind != EvidenceKind::registryKey) {
        return found;
    }
    const auto kind = evidence.kind == EvidenceKind::registryKey ? EvidenceKind::registryKey : EvidenceKind::folder;
    const auto place = placeOf(evidence);
    for (const SourceReport& report : m_snapshot.reports) {
        for (const Evidence& other : report.evidence) {
            if (other.kind == kind && liesBelow(place, placeOf(other))) {
                found.push_back(&other);
            }
        }
    }
    return found;
}

std::optional<std::string> LeftoverFacts::programBelow(std::string_view folder) const
{
    for (const SourceReport& report : m_snapshot.reports) {
        for (const Evidence& evidence : report.evidence) {
            const bool program = evidence.kind == EvidenceKind::driver || evidence.kind == EvidenceKind::service
                                 || evidence.kind == EvidenceKind::process;
            if (program && evidence.presence != Presence::absent && liesBelow(programOf(evidence), folder)) {
                return evidence.id;
            }
        }
    }
    return std::nullopt;
}

}   // namespace offramp
