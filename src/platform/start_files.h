// The texts that tell each system when to start Offramp. Pure, so that each is tested everywhere.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

// Arguments of the desktop app.
constexpr std::string_view trayArgument = "--tray";              // stay in the tray, without a window
constexpr std::string_view remindArgument = "--remind";          // remind if it is time, and end
constexpr std::string_view atSignInArgument = "--at-sign-in";    // this run is the first of the session
constexpr std::string_view remindOffArgument = "--remind-off";   // take everything back that was registered

// A removal waited for a restart: open it and go on.
constexpr std::string_view resumeRemovalArgument = "--resume-removal";

// Short runs are started this often; a run that has nothing to say ends at once.
constexpr int hoursBetweenRuns = 2;

// `program` is a full path in UTF-8. Each format's own signs in it are escaped.
[[nodiscard]] std::string autostartEntry(std::string_view program, std::string_view arguments);   // freedesktop.org
[[nodiscard]] std::string systemdService(std::string_view program);
[[nodiscard]] std::string systemdTimer();
// `account` is "DOMAIN\\name" or a SID. Windows' Task Scheduler, version 1.2, as text without an encoding.
[[nodiscard]] std::string scheduledTask(std::string_view program, std::string_view account);
// Text between the tags of a task or an agent.
[[nodiscard]] std::string inXml(std::string_view text);
// macOS: a property list for ~/Library/LaunchAgents.
[[nodiscard]] std::string launchAgent(std::string_view program);

}   // namespace offramp
