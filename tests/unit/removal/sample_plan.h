// A plan with a step of every kind.
#pragma once

#include "domain/plan.h"

namespace offramp::test {

inline RemovalPlan planOfEveryKind()
{
    const SourceLink source{"https://example.org/page", "A page", "15 CFR 7.4", Verification::read};
    const auto step = [](std::string id, StepAction action) {
        Step made;
        made.id = std::move(id);
        made.product = "kaspersky-plus";
        made.subject = "Kaspersky Plus";
        made.action = std::move(action);
        made.undo = Undo::impossible;
        made.rights = Rights::administrator;
        made.says = {Reason{ReasonCode::matchedName, {std::string("program"), std::string("Kaspersky Plus")}, {}}};
        made.confidence = Confidence::likely;
        return made;
    };
    RemovalPlan plan;
    plan.machine = "KÜCHE-PC";
    plan.catalogSerial = 2026112301;
    plan.steps = {
        step("restore-point", MakeRestorePoint{}),
        step("a", RunUninstaller{R"("C:\Program Files\K\setup.exe" /x)",
                                 R"(HKLM\SOFTWARE\Uninstall\K)",
                                 {"kaspersky*", "ao kaspersky lab"},
                                 true}),
        step("b", RemoveMsiProduct{"{11111111-2222-3333-4444-555555555555}", PasswordPass::hexPassword}),
        step("c", RemovePackage{PackageManager::rpm, "kesl"}),
        step("restart", RestartMachine{RestartMachine::When::ifAsked}),
        step("protection", AwaitProtection{}),
        step("look", LookAgain{}),
        step("review", ReviewLeftovers{}),
        step("d", MovePath{"/opt/kaspersky", true}),
        step("e", RemoveRegistryKey{R"(HKLM\SOFTWARE\KasperskyLab)"}),
        step("f", RemoveService{"AVP21.3"}),
        step("g", RemoveSystemdUnit{"kesl.service", "/etc/systemd/system/kesl.service"}),
        step("h", RemoveCertificate{"00112233445566778899AABBCCDDEEFF00112233", R"(HKLM\SOFTWARE\Microsoft\…\Root)"}),
        step("i", RemoveBrowserPolicy{R"(HKLM\SOFTWARE\Policies\Google\Chrome\ExtensionInstallForcelist)", "abc"}),
        step("j", PurgePackage{PackageManager::dpkg, "klnagent64"}),
    };
    plan.kept = {Reason{ReasonCode::updatesEndedFor, {std::int64_t{785}, *parseDay("2024-09-29")}, source}};
    return plan;
}

}   // namespace offramp::test
