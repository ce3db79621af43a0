#include "platform/start_files.h"

#include <fmt/format.h>

namespace offramp {

namespace {

// Desktop Entry Specification: an argument in quotes, then once more as a value of the file.
std::string quotedForExec(std::string_view argument)
{
    std::string quoted = "\"";
    for (const char letter : argument) {
        switch (letter) {
        case '"':
        case '`':
        case '$': quoted += "\\\\"; break;
        case '\\': quoted += "\\\\\\"; break;
        case '%': quoted += '%'; break;
        default: break;
        }
        quoted += letter;
    }
    return quoted + '"';
}

// systemd.service(5): quotes and backslashes are escaped, "%" and "$" are doubled.
std::string quotedForSystemd(std::string_view argument)
{
    std::string quoted = "\"";
    for (const char letter : argument) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
        } else if (letter == '%' || letter == '$') {
            quoted += letter;
        }
        quoted += letter;
    }
    return quoted + '"';
}

}   // namespace

std::string inXml(std::string_view text)
{
    std::string escaped;
    for (const char letter : text) {
        switch (letter) {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        default: escaped += letter; break;
        }
    }
    return escaped;
}

std::string autostartEntry(std::string_view program, std::string_view arguments)
{
    return fmt::format("[Desktop Entry]\n"
                       "Type=Application\n"
                       "Name=Offramp\n"
                       "Comment={}\n"
                       "Exec={} {}\n"
                       "Icon=offramp\n"
                       "Terminal=false\n"
                       "NoDisplay=true\n"
                       "StartupNotify=false\n",
                       arguments == resumeRemovalArgument ? "Goes on with removing Kaspersky"
                                                          : "Reminds you to leave Kaspersky safely",
                       quotedForExec(program), arguments);
}

std::string systemdService(std::string_view program)
{
    // It waits for an answer while a reminder is on the screen, hence not "oneshot", which a timer would wait for. The
    // window it opens for an answer outlives it.
    return fmt::format("[Unit]\n"
                       "Description=Offramp: remind, if it is time\n"
                       "\n"
                       "[Service]\n"
                       "Type=exec\n"
                       "ExecStart={} {}\n"
                       "KillMode=process\n"
                       "Nice=10\n",
                       quotedForSystemd(program), remindArgument);
}

std::string systemdTimer()
{
    return fmt::format("[Unit]\n"
                       "Description=Offramp: look now and then whether it is time to remind\n"
                       "\n"
                       "[Timer]\n"
                       "OnCalendar=*-*-* 00/{}:05:00\n"
                       "RandomizedDelaySec=10min\n"
                       "Persistent=true\n"
                       "\n"
                       "[Install]\n"
                       "WantedBy=timers.target\n",
                       hoursBetweenRuns);
}

std::string scheduledTask(std::string_view program, std::string_view account)
{
    // The second trigger is for the session that lasts: many people put their computer to sleep for weeks. Inside a
    // trigger the order is the schema's.
    return fmt::format(R"(<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Offramp</Author>
    <Description>Reminds you to leave Kaspersky safely. Turn it off in the settings of Offramp.</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <Repetition>
        <Interval>PT{hours}H</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <UserId>{account}</UserId>
      <Delay>PT2M</Delay>
    </LogonTrigger>
    <RegistrationTrigger>
      <Enabled>true</Enabled>
      <Repetition>
        <Interval>PT{hours}H</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <Delay>PT{hours}H</Delay>
    </RegistrationTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{account}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>"{program}"</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
)",
                       fmt::arg("account", inXml(account)), fmt::arg("hours", hoursBetweenRuns),
                       fmt::arg("program", inXml(program)), fmt::arg("arguments", remindArgument));
}

std::string launchAgent(std::string_view program)
{
    constexpr int secondsInHour = 3600;
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>offramp.reminder</string>
  <key>ProgramArguments</key>
  <array>
    <string>{}</string>
    <string>{}</string>
  </array>
  <key>RunAtLoad</key>
  <true/>
  <key>StartInterval</key>
  <integer>{}</integer>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
)",
                       inXml(program), remindArgument, hoursBetweenRuns * secondsInHour);
}

}   // namespace offramp
