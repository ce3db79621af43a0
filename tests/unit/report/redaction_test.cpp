#include "report/redaction.h"

#include <catch2/catch.hpp>
#include <string_view>

using namespace offramp;

TEST_CASE("whose home a folder is, is learned from folders and not from addresses of pages", "[redaction]")
{
    Redactor redactor;
    redactor.learnFrom(json::Value::array({R"(C:\Users\ana\AppData, "/home/ben/.config")",
                                           "read at (https://example.org/home/security)",
                                           "https://example.org/a/users/premium /mnt/home/carl/x"}));
    const std::string_view told = "ana, ben, carl: security premium";
    CHECK(redactor.applied(told) == "[person], [person], [person]: security premium");
}
