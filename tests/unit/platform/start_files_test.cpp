#include "platform/start_files.h"

#include <catch2/catch.hpp>
#include <plist/plist.h>

#include <algorithm>
#include <memory>
#include <string>

using namespace offramp;
using Catch::Matchers::Contains;

TEST_CASE("a program's path is quoted the way each system reads it", "[start]")
{
    const std::string path = "/opt/My \"own\" $5 100% `x` \\ folder/offramp";
    CHECK_THAT(autostartEntry(path, "--tray"),
               Contains("Exec=\"/opt/My \\\\\"own\\\\\" \\\\$5 100%% \\\\`x\\\\` \\\\\\\\ folder/offramp\" --tray\n"));
    CHECK_THAT(systemdService(path),
               Contains("ExecStart=\"/opt/My \\\"own\\\" $$5 100%% `x` \\\\ folder/offramp\" --remind\n"));
    CHECK_THAT(scheduledTask("C:\\A & B\\offramp.exe", "S-1-5-21-1"),
               Contains("<Command>\"C:\\A &amp; B\\offramp.exe\"</Command>"));
}

TEST_CASE("a task is one person's, needs no rights and never wakes the computer", "[start]")
{
    const std::string task = scheduledTask("C:\\offramp.exe", "S-1-5-21-1");
    CHECK_THAT(task, Contains("<UserId>S-1-5-21-1</UserId>"));
    CHECK_THAT(task, Contains("<RunLevel>LeastPrivilege</RunLevel>"));
    CHECK_THAT(task, Contains("<LogonType>InteractiveToken</LogonType>"));
    CHECK_THAT(task, Contains("<WakeToRun>false</WakeToRun>"));
    CHECK_THAT(task, Contains("<Arguments>--remind</Arguments>"));
    CHECK(task.find("StartBoundary") == std::string::npos);   // nothing that depends on the day it was made
}

TEST_CASE("a task begins in the session it is made in, and its triggers are in the order of the schema", "[start]")
{
    const std::string task = scheduledTask("C:\\offramp.exe", "S-1-5-21-1");
    for (const std::string trigger : {"LogonTrigger", "RegistrationTrigger"}) {
        const auto begin = task.find("<" + trigger + ">");
        const auto end = task.find("</" + trigger + ">");
        REQUIRE(begin != std::string::npos);
        const std::string inside = task.substr(begin, end - begin);
        std::size_t last = 0;
        for (const std::string element : {"<Enabled>", "<Repetition>", "<UserId>", "<Delay>"}) {
            const auto at = inside.find(element);
            CHECK((at != std::string::npos || (element == "<UserId>" && trigger == "RegistrationTrigger")));
            if (at != std::string::npos) {
                CHECK(at > last);
                last = at;
            }
        }
    }
}

TEST_CASE("the timer catches up after the computer was off", "[start]")
{
    CHECK_THAT(systemdTimer(), Contains("Persistent=true\n"));
    CHECK_THAT(systemdTimer(), Contains("OnCalendar=*-*-* 00/2:05:00\n"));
    CHECK_THAT(systemdTimer(), Contains("WantedBy=timers.target\n"));
}

TEST_CASE("the agent for macOS is a property list with the program and its argument", "[start]")
{
    const std::string text = launchAgent("/Applications/A & B.app/Contents/MacOS/offramp");
    plist_t list = nullptr;
    plist_from_xml(text.data(), static_cast<std::uint32_t>(text.size()), &list);
    const std::unique_ptr<void, void (*)(plist_t)> owned(list, plist_free);
    REQUIRE(list != nullptr);
    const auto word = [](plist_t node) {
        char* value = nullptr;
        plist_get_string_val(node, &value);
        const std::unique_ptr<char, void (*)(void*)> kept(value, std::free);
        return std::string(value != nullptr ? value : "");
    };
    plist_t arguments = plist_dict_get_item(list, "ProgramArguments");
    REQUIRE(plist_array_get_size(arguments) == 2);
    CHECK(word(plist_array_get_item(arguments, 0)) == "/Applications/A & B.app/Contents/MacOS/offramp");
    CHECK(word(plist_array_get_item(arguments, 1)) == "--remind");
    std::uint64_t interval = 0;
    plist_get_uint_val(plist_dict_get_item(list, "StartInterval"), &interval);
    CHECK(interval == 7200);
    CHECK(word(plist_dict_get_item(list, "Label")) == "offramp.reminder");
}
