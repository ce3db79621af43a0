#include "scripted_results.h"

#include "scripted_rule.h"

namespace offramp::ui {

namespace {

using namespace std::chrono_literals;

Installation installation(std::string id, std::string name, std::string version, ProductRole role)
{
    Installation result;
    result.productId = std::move(id);
    result.vendorId = "kaspersky";
    result.name = std::move(name);
    result.version = std::move(version);
    result.role = role;
    result.confidence = Confidence::certain;
    result.reasons.push_back(Reason{ReasonCode::registeredAsInstalled, {}, {}});
    return result;
}

Assessment assessment(std::size_t position, Status status, std::vector<Reason> reasons)
{
    Assessment result;
    result.installation = position;
    result.status = status;
    result.reasons = std::move(reasons);
    return result;
}

SourceReport report(SourceKind source, Coverage coverage, std::size_t examined, Weight weight = Weight::supporting)
{
    SourceReport result;
    result.source = source;
    result.coverage = coverage;
    result.examined = examined;
    result.weight = weight;
    return result;
}

CheckResult windowsResult()
{
    CheckResult result;
    result.snapshot.machine.os = OsFamily::windows;
    result.snapshot.machine.name = "DESK";
    result.snapshot.machine.osVersion = "Windows 11 Home";
    result.snapshot.takenAt = scriptedNow();
    result.snapshot.reports = {
        report(SourceKind::windowsPrograms, Coverage::complete, 214, Weight::essential),
        report(SourceKind::windowsInstaller, Coverage::complete, 96),
        report(SourceKind::windowsServices, Coverage::complete, 611, Weight::essential),
        report(SourceKind::windowsFilters, Coverage::complete, 38),
        report(SourceKind::securityCenter, Coverage::complete, 2),
        report(SourceKind::browserExtensions, Coverage::complete, 41),
        report(SourceKind::rootCertificates, Coverage::complete, 73),
        report(SourceKind::knownFolders, Coverage::complete, 12),
    };
    result.asOf = scriptedNow();
    result.catalog.factsAsOf = day(2026, 11, 23);
    result.protection = {{"Microsoft Defender", true, true, false, true}};
    return result;
}

FeatureMatch match(std::string id, FeatureCover cover)
{
    return FeatureMatch{std::move(id), cover};
}

void addRecommendations(CheckResult& result)
{
    result.needs.features = {"realtime_av", "web_protection", "firewall", "vpn_unlimited", "password_manager"};
    Recommendation norton;
    norton.replacementId = "norton-360-deluxe";
    norton.features = {match("realtime_av", FeatureCover::stated), match("web_protection", FeatureCover::stated),
                       match("firewall", FeatureCover::confirmed), match("vpn_unlimited", FeatureCover::confirmed),
                       match("password_manager", FeatureCover::stated)};
    norton.covered = 5;
    norton.confirmed = 2;
    norton.reasons = {
        Reason{ReasonCode::labAward,
               {std::string("AV-TEST"), std::string("usability"), std::string("2025"), std::string("shared award")},
               {}}};
    Recommendation defender;
    defender.replacementId = "ms-defender-av";
    defender.baseline = true;
    defender.features = {match("realtime_av", FeatureCover::confirmed), match("web_protection", FeatureCover::stated),
                         match("firewall", FeatureCover::stated), match("vpn_unlimited", FeatureCover::notIncluded),
                         match("password_manager", FeatureCover::unknown)};
    defender.covered = 3;
    defender.confirmed = 1;
    defender.reasons = {Reason{ReasonCode::noLabData, {}, {}}, Reason{ReasonCode::alreadyBuiltIn, {}, {}}};
    result.recommendations = {norton, defender};
}

MatchedEvidence trace(EvidenceKind kind, std::string id, std::string name, std::string location,
                      Confidence strength = Confidence::certain)
{
    MatchedEvidence result;
    result.evidence.kind = kind;
    result.evidence.id = std::move(id);
    result.evidence.name = std::move(name);
    result.evidence.location = std::move(location);
    result.strength = strength;
    result.reason = Reason{ReasonCode::matchedId, {std::string(toString(kind)), result.evidence.id}, {}};
    return result;
}

std::vector<MatchedEvidence> plusEvidence()
{
    MatchedEvidence entry = trace(EvidenceKind::program, "InstallWIX_{3DE3615C-3799-3403-92E4-E0BE00E9A1B2}",
                                  "Kaspersky Plus", R"(C:\Program Files (x86)\Kaspersky Lab\Kaspersky 21.16)");
    entry.evidence.readFrom = R"(HKLM\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\)"
                              R"(InstallWIX_{3DE3615C-3799-3403-92E4-E0BE00E9A1B2})";
    MatchedEvidence key = trace(EvidenceKind::registryKey, "AVP21.16", "", "");
    key.evidence.source = SourceKind::kasperskyKeys;
    key.evidence.readFrom = R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab\AVP21.16\environment)";
    MatchedEvidence service = trace(EvidenceKind::service, "AVP21.16", "Kaspersky Anti-Virus Service 21.16", "");
    service.evidence.source = SourceKind::windowsServices;
    service.evidence.running = true;
    MatchedEvidence center = trace(EvidenceKind::securityProduct, "", "Kaspersky Plus", "");
    center.evidence.source = SourceKind::securityCenter;
    center.evidence.security = SecurityState{SecurityState::Role::antivirus, true, false};
    std::vector<MatchedEvidence> all{entry, key, service, center};
    for (const char* driver : {"klif", "klhk", "klflt", "klim6", "klkbdflt", "klmouflt"}) {
        all.push_back(trace(EvidenceKind::driver, driver, "", ""));
    }
    all.push_back(trace(EvidenceKind::folder, "", "", R"(C:\ProgramData\Kaspersky Lab)", Confidence::likely));
    return all;
}

SessionState done(CheckResult result)
{
    SessionState state;
    state.phase = CheckPhase::done;
    state.result = std::make_shared<const CheckResult>(std::move(result));
    return state;
}

}   // namespace

Instant scriptedNow()
{
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 17h;
}

CheckResult affectedResult()
{
    CheckResult result = windowsResult();
    Installation plus = installation("kaspersky-plus", "Kaspersky Plus", "21.16.6.467", ProductRole::antivirus);
    plus.edition = "Plus";
    plus.installedOn = day(2023, 3, 14);
    plus.evidence = plusEvidence();
    plus.facts.databasesUpdatedAt = std::chrono::sys_days{std::chrono::year{2024} / 9 / 28} + 15h;
    result.installations = {
        plus, installation("kaspersky-vpn", "Kaspersky VPN", "5.7", ProductRole::vpn),
        installation("kaspersky-password-manager", "Kaspersky Password Manager", "24.0", ProductRole::passwordManager)};
    Assessment ended = assessment(0, Status::updatesEnded,
                                  {Reason{ReasonCode::updatesEndedFor, {std::int64_t{785}, updatesEnded}, rule()},
                                   Reason{ReasonCode::classIsNamed, {}, rule()},
                                   Reason{ReasonCode::databasesOld, {std::int64_t{786}, day(2024, 9, 28)}, {}},
                                   Reason{ReasonCode::useIsNotAnOffense, {}, rule()}});
    ended.eventId = "us-bis-updates-ksn-ban";
    ended.since = updatesEnded;
    ended.daysSince = 785;
    ended.gotUpdatesAfterwards = false;
    result.assessment.verdict = Verdict::affected;
    result.assessment.assessments = {
        ended,
        assessment(1, Status::likelyCovered,
                   {Reason{ReasonCode::generalClauseProbably,
                           {},
                           SourceLink{"https://example.org/rule", "A report", "", Verification::inferred}}}),
        assessment(2, Status::unclear,
                   {Reason{ReasonCode::notNamedAnywhere, {}, {}}, Reason{ReasonCode::holdsPasswords, {}, {}}}),
    };
    result.protection = {{"Kaspersky Plus", true, false, true, false},
                         {"Microsoft Defender", false, true, false, true}};
    addRecommendations(result);
    return result;
}

CheckResult tracesResult()
{
    CheckResult result = windowsResult();
    Installation left = installation("kaspersky-2021", "Kaspersky Internet Security", "", ProductRole::antivirus);
    left.state = InstallationState::leftover;
    left.reasons = {Reason{ReasonCode::onlyTracesLeft, {}, {}}};
    left.evidence = {
        trace(EvidenceKind::networkFilter, "klim6", "Kaspersky Anti-Virus NDIS 6 Filter", ""),
        trace(EvidenceKind::driver, "klids", "klids", R"(C:\ProgramData\Kaspersky Lab\AVP21.3\Bases\klids.sys)"),
        trace(EvidenceKind::networkAdapter, "tap0901kl", "Kaspersky Security Data Escort Adapter", ""),
        trace(EvidenceKind::rootCertificate, "CN=Kaspersky Anti-Virus Personal Root Certificate",
              "Kaspersky Anti-Virus Personal Root Certificate", ""),
        trace(EvidenceKind::browserExtension, "ahkjpbeeocnddjkakilopmfdlnjdpcdm", "Kaspersky Protection", "",
              Confidence::likely),
        trace(EvidenceKind::folder, "", "", R"(C:\ProgramData\Kaspersky Lab)"),
        trace(EvidenceKind::registryKey, "", "", R"(HKLM\SOFTWARE\WOW6432Node\KasperskyLab)"),
    };
    result.installations = {left};
    result.assessment.verdict = Verdict::traces;
    result.assessment.assessments = {assessment(0, Status::leftover, {Reason{ReasonCode::nothingProtects, {}, {}}})};
    SourceReport& programs = result.snapshot.reports.front();
    programs.coverage = Coverage::partial;
    programs.issues = {Error{ErrorCode::accessDenied, R"(C:\Users\Guest\NTUSER.DAT)", 5}};
    return result;
}

CheckResult movedResult()
{
    CheckResult result = windowsResult();
    Installation ultra = installation("ultraav", "UltraAV", "5.8.41", ProductRole::antivirus);
    ultra.vendorId = "ultraav";
    result.installations = {ultra};
    result.assessment.verdict = Verdict::moved;
    result.assessment.assessments = {
        assessment(0, Status::moved,
                   {Reason{ReasonCode::putInPlaceOf,
                           {day(2024, 9, 19)},
                           SourceLink{"https://example.org/report", "A news report", "", Verification::quoted}},
                    Reason{ReasonCode::notCoveredByRules, {}, {}}})};
    result.protection = {{"UltraAV", true, true, false, false}, {"Microsoft Defender", false, true, false, true}};
    addRecommendations(result);
    return result;
}

CheckResult exemptResult()
{
    CheckResult result = windowsResult();
    result.installations = {
        installation("kaspersky-cybertrace", "Kaspersky CyberTrace", "4.2", ProductRole::intelligence)};
    result.assessment.verdict = Verdict::exempt;
    result.assessment.assessments = {assessment(0, Status::exempt, {Reason{ReasonCode::expresslyExempt, {}, rule()}})};
    return result;
}

CheckResult unclearResult()
{
    CheckResult result = windowsResult();
    result.installations = {
        installation("kaspersky-safe-kids", "Kaspersky Safe Kids", "1.5", ProductRole::parentalControl)};
    result.assessment.verdict = Verdict::unclear;
    result.assessment.assessments = {
        assessment(0, Status::unclear, {Reason{ReasonCode::notNamedAnywhere, {}, rule()}})};
    addRecommendations(result);
    return result;
}

CheckResult cleanResult()
{
    CheckResult result = windowsResult();
    SourceReport& certificates = result.snapshot.reports[6];
    certificates.coverage = Coverage::partial;
    certificates.issues = {Error{ErrorCode::accessDenied, "HKEY_USERS", 5}};
    result.assessment.verdict = Verdict::clean;
    result.assessment.reasons = {Reason{ReasonCode::nothingFound, {std::int64_t{8}}, {}}};
    return result;
}

CheckResult couldNotTellResult()
{
    CheckResult result = windowsResult();
    for (const std::size_t refused : {std::size_t{0}, std::size_t{2}}) {
        result.snapshot.reports[refused].coverage = Coverage::denied;
        result.snapshot.reports[refused].issues = {Error{ErrorCode::accessDenied, "HKLM", 5}};
    }
    result.assessment.verdict = Verdict::couldNotTell;
    result.assessment.reasons = {Reason{ReasonCode::placesRefused, {std::int64_t{2}}, {}}};
    result.protection.clear();
    return result;
}

CheckResult managedResult()
{
    CheckResult result = affectedResult();
    result.assessment.managed = true;
    result.assessment.reasons = {Reason{ReasonCode::managedByOrganisation, {}, {}}};
    return result;
}

CheckResult nineProductsResult()
{
    CheckResult result = affectedResult();
    Installation broken = installation("kaspersky-endpoint-security", "Kaspersky Endpoint Security for Windows",
                                       "12.10.0.466", ProductRole::antivirus);
    broken.state = InstallationState::broken;
    broken.reasons = {
        Reason{ReasonCode::folderMissing, {std::string(R"(C:\Program Files (x86)\Kaspersky Lab\KES.12.10.0)")}, {}}};
    Installation portable = installation("kvrt", "Kaspersky Virus Removal Tool", "", ProductRole::tool);
    portable.state = InstallationState::portable;
    Installation longName =
        installation("kaspersky-long",
                     "Kaspersky Small Office Security f\u00FCr Arbeitspl\u00E4tze, Dateiserver und mobile Ger\u00E4te "
                     "(Lizenzverl\u00E4ngerung, deutsche Ausgabe, 25 Benutzer)",
                     "21.3.10.391.0.4321", ProductRole::antivirus);
    longName.scope = Scope::user;
    Installation unsure = installation("kaspersky-free", "Kaspersky Free", "", ProductRole::antivirus);
    unsure.confidence = Confidence::notSure;
    unsure.reasons = {Reason{ReasonCode::onlyUnverifiedSigns, {}, {}}};
    Installation left = tracesResult().installations.front();
    for (const Installation& more :
         {left, broken, portable, longName, unsure,
          installation("kaspersky-safe-kids", "Kaspersky Safe Kids", "1.5", ProductRole::parentalControl)}) {
        const bool gone = more.state == InstallationState::leftover;
        result.installations.push_back(more);
        result.assessment.assessments.push_back(
            assessment(result.installations.size() - 1, gone ? Status::leftover : Status::unclear,
                       {Reason{gone ? ReasonCode::nothingProtects : ReasonCode::notNamedAnywhere, {}, {}}}));
    }
    result.snapshot.reports.push_back(report(SourceKind::scheduledTasks, Coverage::denied, 0));
    result.snapshot.reports.back().issues = {Error{ErrorCode::accessDenied, R"(C:\Windows\System32\Tasks)", 5}};
    return result;
}

CheckResult oldFactsResult()
{
    CheckResult result = couldNotTellResult();
    result.snapshot.reports = windowsResult().snapshot.reports;
    result.catalog.factsAsOf = day(2025, 11, 1);
    result.assessment.reasons = {
        Reason{ReasonCode::factsTooOld, {}, {}},
        Reason{ReasonCode::catalogOld, {std::int64_t{387}, day(2025, 11, 1)}, {}},
    };
    return result;
}

CheckResult wrongClockResult()
{
    CheckResult result = affectedResult();
    result.asOf = std::chrono::sys_days{std::chrono::year{2019} / 1 / 1} + 17h;
    result.snapshot.takenAt = result.asOf;
    result.assessment.verdict = Verdict::exempt;
    for (Assessment& each : result.assessment.assessments) {
        each = assessment(each.installation, Status::notYet, {Reason{ReasonCode::noRuleYet, {day(2019, 1, 1)}, {}}});
    }
    result.assessment.reasons = {Reason{ReasonCode::factsFromTheFuture, {day(2026, 11, 23)}, {}}};
    return result;
}

PolicyAnswer askingPolicy()
{
    OrganizationPolicy policy;
    policy.serial = 7;
    policy.organization = "Example Ltd";
    policy.contact = "IT service desk, extension 42";
    policy.mode = OrganizationPolicy::Mode::authorize;
    policy.expires = day(2027, 6, 30);
    policy.deadline = day(2026, 12, 31);
    policy.deferrals = 3;
    policy.reminderDays = 3;
    return {policy, std::nullopt};
}

PolicyAnswer lastDayPolicy()
{
    PolicyAnswer answer = askingPolicy();
    answer.policy->deadline = day(2026, 11, 23);
    answer.policy->deferrals = 0;
    return answer;
}

PolicyAnswer refusedPolicy()
{
    return {std::nullopt, PolicyRefusal{PolicyFault::changed, {}}};
}

SessionState withPolicy(SessionState state, PolicyAnswer (*policy)())
{
    if (policy != nullptr && state.result) {
        CheckResult result = *state.result;
        result.policy = policy();
        state.result = std::make_shared<const CheckResult>(std::move(result));
    }
    return state;
}

SessionState scanningState()
{
    SessionState state;
    state.phase = CheckPhase::running;
    state.progress = Progress{std::string(toString(SourceKind::windowsServices)), 4, 11};
    return state;
}

SessionState failedState()
{
    SessionState state;
    state.phase = CheckPhase::failed;
    state.error = Error{ErrorCode::io, "reading the list of services", 5};
    return state;
}

std::vector<NamedState> allScriptedStates()
{
    SessionState cancelled;
    cancelled.phase = CheckPhase::cancelled;
    return {{"scanning", scanningState()},
            {"failed", failedState()},
            {"cancelled", cancelled},
            {"affected", done(affectedResult())},
            {"traces", done(tracesResult())},
            {"moved", done(movedResult())},
            {"exempt", done(exemptResult())},
            {"unclear", done(unclearResult())},
            {"clean", done(cleanResult())},
            {"could-not-tell", done(couldNotTellResult())},
            {"managed", done(managedResult())},
            {"nine-products", done(nineProductsResult())},
            {"old-facts", done(oldFactsResult())},
            {"wrong-clock", done(wrongClockResult())}};
}

}   // namespace offramp::ui
