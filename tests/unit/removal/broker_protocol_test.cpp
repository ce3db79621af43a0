#include "removal/broker_protocol.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace offramp;

TEST_CASE("every message comes back as it was sent")
{
    const Error error{ErrorCode::timeout, "ctx \xc3\xa9 \"quoted\"", -7};
    const std::vector<BrokerRequest> requests{OpenPlan{1, "d", "{\"a\":1}"},
                                              RunStep{"remove:kesl"},
                                              UndoStep{"a", "b"},
                                              BrokerAnswer{true},
                                              BrokerAnswer{false},
                                              StopStep{},
                                              GivePassword{"open \"sesame\" \xc3\xa9"},
                                              GivePassword{}};
    const std::vector<BrokerReply> replies{PlanOpened{},
                                           StepEnded{StepOutcome::Kind::failed, 3, error, "u"},
                                           StepEnded{StepOutcome::Kind::done, std::nullopt, Error{}, ""},
                                           UndoEnded{std::nullopt},
                                           UndoEnded{error},
                                           StepFraction{0.5},
                                           StillSilent{180},
                                           StepWindow{-65536},
                                           RememberUndo{"x"},
                                           AskPassword{},
                                           BrokerRefuses{error}};
    MessageReader reader;
    for (const BrokerRequest& request : requests) {
        reader.add(encodeRequest(request));
        const auto message = reader.next();
        REQUIRE((message && *message));
        CHECK(decodeRequest(**message).value() == request);
        CHECK_FALSE(decodeReply(**message));
    }
    for (const BrokerReply& reply : replies) {
        reader.add(encodeReply(reply));
        const auto message = reader.next();
        REQUIRE((message && *message));
        CHECK(decodeReply(**message).value() == reply);
    }
}

TEST_CASE("bytes that are no message are refused whole")
{
    for (const char* const bytes :
         {"", "{", "[]", "1", "null", "{}", R"({"do":"fly"})", R"({"do":"run"})", R"({"do":"run","step":1})",
          R"({"do":"run","step":"a","more":1})", R"({"do":"answer","yes":"true"})", R"({"do":["run"],"step":"a"})",
          R"({"do":"open","protocol":1.5,"digest":"","plan":""})",
          R"({"do":"open","protocol":99999999999,"digest":"","plan":""})", R"({"do":"stop","x":[[[[[[[[]]]]]]]]})",
          "\xff\xfe"}) {
        INFO(bytes);
        CHECK_FALSE(decodeRequest(bytes));
    }
    MessageReader huge;
    huge.add(std::string("\x7f\xff\xff\xff", 4));
    CHECK(huge.next().error().code == ErrorCode::tooLarge);
    MessageReader none;
    none.add(std::string(4, '\0'));
    CHECK(none.next().error().code == ErrorCode::tooLarge);
    MessageReader part;
    part.add(std::string("\0\0\0\x05{}", 6));
    CHECK_FALSE(part.next().value().has_value());
}

TEST_CASE("a damaged password is no message")
{
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":"0"})"));
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":"0G"})"));
    CHECK_FALSE(decodeRequest(R"({"do":"password","hex":")" + std::string(2 * brokerPasswordLimit + 2, '0') + R"("})"));
    CHECK(decodeRequest(R"({"do":"password","hex":""})"));
}
