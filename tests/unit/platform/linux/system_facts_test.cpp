#include "platform/linux/system_facts.h"
#include "platform/platform.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("the system's pretty name is read with its quotes removed")
{
    CHECK(prettyNameFromOsRelease("NAME=\"Debian GNU/Linux\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n")
          == "Debian GNU/Linux 12 (bookworm)");
    CHECK(prettyNameFromOsRelease("PRETTY_NAME='A \\\"quoted\\\" name'") == "A \"quoted\" name");
    CHECK(prettyNameFromOsRelease("NAME=Fedora\r\nVERSION_ID=31\r\n") == "Fedora 31");
    CHECK(prettyNameFromOsRelease("NAME=Arch").compare("Arch") == 0);
    CHECK(prettyNameFromOsRelease("").empty());
    CHECK(prettyNameFromOsRelease("no equals sign\n=\nPRETTY_NAME=\"").find('\n') == std::string::npos);
}

TEST_CASE("people are told from services by their user id")
{
    const auto people = peopleFromPasswd("root:x:0:0:root:/root:/bin/bash\n"
                                         "daemon:x:1:1::/usr/sbin:/usr/sbin/nologin\n"
                                         "ana:x:1000:1000:Ana,,,:/home/ana:/bin/bash\n"
                                         "nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin\n"
                                         "broken line\nx:y:z\nbad:x:12a:1::/home/bad:\nroothome:x:1001:1::/:/bin/sh\n",
                                         1000);
    REQUIRE(people.size() == 1);
    CHECK(people.front().name == "ana");
    CHECK(people.front().home == "/home/ana");
}

TEST_CASE("whoever runs the program counts as a person")
{
    const auto people = peopleFromPasswd("root:x:0:0:root:/root:/bin/bash\n", 0);
    REQUIRE(people.size() == 1);
    CHECK(people.front().home == "/root");
}

TEST_CASE("the locale of the environment becomes a language tag")
{
    CHECK(localeTag("de_DE.UTF-8") == "de-DE");
    CHECK(localeTag("sr_RS@latin") == "sr-RS");
    CHECK(localeTag("en") == "en");
    CHECK(localeTag("C.UTF-8").empty());
    CHECK(localeTag("POSIX").empty());
    CHECK(localeTag("").empty());
}

TEST_CASE("the live Linux machine answers every port")
{
    const auto host = makeLiveHost();
    CHECK(host->machine().os == OsFamily::linux);
    CHECK_FALSE(host->machine().recorded);
    CHECK_FALSE(host->machine().name.empty());
    CHECK(host->files().status("/").value().directory);
    CHECK(host->registry().userHives().error().code == ErrorCode::unsupported);
    CHECK(host->registry().values(RegistryKey{}).error().code == ErrorCode::unsupported);
    CHECK(host->securityStatus().products().error().code == ErrorCode::unsupported);
    CHECK(host->homeFolders());
}
