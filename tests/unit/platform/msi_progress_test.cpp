#include "platform/msi_progress.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("progress of Windows Installer is what it did of what it said there is to do")
{
    MsiProgress progress;
    CHECK_FALSE(progress.told("1: 0 2: 400 3: 0 4: 1 "));
    CHECK(progress.told("1: 2 2: 100 3: 0 4: 0 ") == 0.25);
    CHECK(progress.told("1: 2 2: 100 3: 0 4: 0 ") == 0.5);
    CHECK_FALSE(progress.told("1: 3 2: 400 "));   // more to do
    CHECK_FALSE(progress.told("1: 2 2: 100 "));   // 300 of 800 is less than was told
    CHECK(progress.told("1: 2 2: 300 ") == 0.75);
    CHECK(progress.told("1: 2 2: 3000 ") == 1.0);
}

TEST_CASE("an action that counts its own pieces moves on with each")
{
    MsiProgress progress;
    CHECK_FALSE(progress.actionData());
    CHECK_FALSE(progress.told("1: 0 2: 10 3: 0 4: 0"));
    CHECK_FALSE(progress.told("1: 1 2: 5 3: 1 4: 0"));
    CHECK(progress.actionData() == 0.5);
    CHECK_FALSE(progress.told("1: 1 2: 5 3: 0 4: 0"));
    CHECK_FALSE(progress.actionData());
}

TEST_CASE("rolling back is no progress, and neither is what nobody can read")
{
    MsiProgress progress;
    CHECK_FALSE(progress.told("1: 0 2: 100 3: 1 4: 0"));
    CHECK_FALSE(progress.told("1: 2 2: 50"));
    for (const auto* text : {"", ":", "::::", "1:", "9: 9 8: 7", "1: x 2: y", "1: 99999999999999999999999 2: 1",
                             "1: 2 2: -5", "no numbers"}) {
        CHECK_FALSE(MsiProgress{}.told(text));
    }
}
