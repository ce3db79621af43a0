#include "domain/assessment.h"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::string_view kaspersky = "kaspersky";

// Which of several installations of one verdict leads: a working antivirus before its companions.
int precedence(const Installation& installation, Status status)
{
    const bool whole = isThere(installation);
    const bool antivirus = installation.role == ProductRole::antivirus;
    return (whole ? 4 : 0) + (antivirus ? 2 : 0) + (status == Status::updatesEnded ? 1 : 0);
}

bool gives(Verdict verdict, const Installation& installation, Status status)
{
    const bool sure = installation.confidence != Confidence::notSure;
    switch (verdict) {
    case Verdict::affected:
        return sure
               && (status == Status::updatesEnded || status == Status::salesEnded || status == Status::useProhibited);
    case Verdict::moved: return sure && status == Status::moved;
    case Verdict::unclear: return !sure || status == Status::unclear || status == Status::likelyCovered;
    case Verdict::exempt: return status == Status::exempt || status == Status::notBound || status == Status::notYet;
    case Verdict::traces:
    case Verdict::clean:
    case Verdict::couldNotTell: break;
    }
    return true;
}

}   // namespace

std::optional<std::size_t> leadingInstallation(const MachineAssessment& assessment,
                                               const std::vector<Installation>& installations)
{
    std::optional<std::size_t> leading;
    int best = -1;
    for (const Assessment& each : assessment.assessments) {
        const Installation& installation = installations[each.installation];
        if (gives(assessment.verdict, installation, each.status) && precedence(installation, each.status) > best) {
            best = precedence(installation, each.status);
            leading = each.installation;
        }
    }
    return leading;
}

std::size_t countLeftovers(const std::vector<Installation>& installations, const std::string& vendorId)
{
    std::size_t count = 0;
    for (const Installation& installation : installations) {
        const bool counts = installation.state == InstallationState::leftover && installation.vendorId == vendorId;
        count += counts ? installation.evidence.size() : 0;
    }
    return count;
}

std::string titleOf(const Installation& installation)
{
    if (installation.edition.empty() || installation.name.find(installation.edition) != std::string::npos) {
        return installation.name;
    }
    return installation.name + " " + installation.edition;
}

Reason headlineOf(const MachineAssessment& assessment, const std::vector<Installation>& installations, Instant asOf)
{
    const auto leading = leadingInstallation(assessment, installations);
    if (!leading) {
        return Reason{assessment.verdict == Verdict::clean ? ReasonCode::headlineClean
                                                           : ReasonCode::headlineCouldNotTell,
                      {},
                      {}};
    }
    const Installation& installation = installations[*leading];
    const Status status = assessment.assessments[*leading].status;
    const std::string title = titleOf(installation);
    const auto left = static_cast<std::int64_t>(countLeftovers(installations, installation.vendorId));
    switch (assessment.verdict) {
    case Verdict::affected:
        if (status == Status::useProhibited) {
            return Reason{ReasonCode::headlineUseProhibited, {title}, {}};
        }
        return Reason{status == Status::salesEnded ? ReasonCode::headlineSalesEnded : ReasonCode::headlineUpdatesEnded,
                      {title},
                      {}};
    case Verdict::traces:
        if (left == 0) {
            return Reason{ReasonCode::headlinePortable, {title}, {}};
        }
        return Reason{ReasonCode::headlineTraces,
                      {installation.vendorId == kaspersky ? std::string("Kaspersky") : title, left},
                      {}};
    case Verdict::moved:
        return Reason{
            assessment.conclusive ? ReasonCode::headlineMoved : ReasonCode::headlineMovedNotSure, {title}, {}};
    case Verdict::unclear:
        return Reason{installation.confidence == Confidence::notSure ? ReasonCode::headlineNotSure
                                                                     : ReasonCode::headlineUnclear,
                      {title},
                      {}};
    case Verdict::exempt:
        if (status == Status::notYet) {
            return Reason{ReasonCode::headlineNotYet, {title, dayIn(easternZone(), asOf)}, {}};
        }
        return Reason{
            status == Status::exempt ? ReasonCode::headlineExempt : ReasonCode::headlineNotBound, {title}, {}};
    case Verdict::couldNotTell:
        if (isThere(installation)) {
            return Reason{ReasonCode::headlineHereNotAllRead, {title}, {}};
        }
        return Reason{left == 0 ? ReasonCode::headlineCouldNotTell : ReasonCode::headlineCouldNotTellTraces, {}, {}};
    case Verdict::clean: break;
    }
    return Reason{ReasonCode::headlineClean, {}, {}};
}

}   // namespace offramp
