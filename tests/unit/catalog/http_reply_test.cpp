#include "catalog/http_reply.h"

#include <catch2/catch.hpp>

using namespace offramp;

namespace {

FetchRequest request(std::size_t resumeAt = 0)
{
    FetchRequest made;
    made.types = {"application/gzip", "application/octet-stream"};
    made.largest = 1000;
    made.exactly = 1000;
    made.resumeAt = resumeAt;
    return made;
}

HttpHead head(const std::vector<std::string>& lines)
{
    HttpHead made;
    for (const auto& line : lines) {
        CHECK(made.addLine(line + "\r\n"));
    }
    return made;
}

ReasonCode refusal(const FetchRequest& wanted, long status, const std::vector<std::string>& lines)
{
    const auto verdict = judgeHead(wanted, status, head(lines), "host:443");
    return verdict ? ReasonCode::updateInstalled : verdict.error().reason.code;
}

const std::string type = "Content-Type: application/octet-stream";

}   // namespace

TEST_CASE("an honest answer is taken, from the beginning or from where we were")
{
    CHECK(judgeHead(request(), 200, head({"HTTP/2 200", type, "content-length: 1000"}), "host")->position == 0);
    CHECK(judgeHead(request(), 200, head({"HTTP/2 200", "Content-Type: Application/GZIP; charset=x"}), "host")->position
          == 0);
    CHECK(judgeHead(request(100), 200, head({type}), "host")->position == 0);
    CHECK(judgeHead(request(100), 206, head({type, "Content-Range: bytes 100-999/1000", "Content-Length: 900"}), "host")
              ->position
          == 100);
}

TEST_CASE("a server that contradicts itself or us is refused")
{
    CHECK(refusal(request(), 200, {type, "Content-Encoding: gzip"}) == ReasonCode::updateServerLies);
    CHECK(refusal(request(), 200, {type, "Content-Encoding: identity"}) == ReasonCode::updateInstalled);
    CHECK(refusal(request(), 200, {type, "Content-Length: 999"}) == ReasonCode::updateServerLies);
    CHECK(refusal(request(), 200, {type, "Content-Length: -1"}) == ReasonCode::updateServerLies);
    CHECK(refusal(request(), 200, {type, "Content-Length: 1001"}) == ReasonCode::updateTooLarge);
    CHECK(refusal(request(), 200, {type, "Content-Length: 99999999999999999999"}) == ReasonCode::updateServerLies);
    for (const char* range : {"bytes 0-999/1000", "bytes 101-999/1000", "bytes 100-998/1000", "bytes 100-999/*",
                              "bytes 100-1000/1001", "bytes 999-100/1000", "100-999/1000", "bytes */1000", ""}) {
        INFO(range);
        CHECK(refusal(request(100), 206, {type, std::string("Content-Range: ") + range})
              == ReasonCode::updateServerLies);
    }
    CHECK(refusal(request(), 206, {type, "Content-Range: bytes 0-999/1000"}) == ReasonCode::updateServerProblem);
    CHECK(refusal(request(), 304, {type}) == ReasonCode::updateServerProblem);   // nobody asked whether it changed
    CHECK(refusal(request(), 404, {type}) == ReasonCode::updateServerProblem);
    CHECK(refusal(request(), 204, {type}) == ReasonCode::updateServerProblem);
}

TEST_CASE("a sign-in page is not taken for a catalog")
{
    CHECK(refusal(request(), 200, {"Content-Type: text/html"}) == ReasonCode::updateWrongType);
    CHECK(refusal(request(), 200, {}) == ReasonCode::updateWrongType);
    CHECK(refusal(request(), 200, {type, "Content-Type: text/html"}) == ReasonCode::updateWrongType);
}

TEST_CASE("only the last of several answers in a row counts, and a head has an end")
{
    const auto last = head({"HTTP/1.1 103 Early Hints", "Content-Type: text/html", "", "HTTP/1.1 200 OK", type});
    CHECK(last.field("content-type") == "application/octet-stream");
    CHECK(last.field("etag").empty());
    HttpHead endless;
    bool more = true;
    for (int i = 0; i < 100'000 && more; ++i) {
        more = endless.addLine("X-Padding: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    }
    CHECK_FALSE(more);
}

TEST_CASE("only https addresses of a plain folder have a host")
{
    CHECK(hostOf("https://Example.ORG/catalog/") == "example.org:443");
    CHECK(hostOf("https://example.org:8443/a") == "example.org:8443");
    for (const char* bad : {"http://example.org/", "ftp://example.org/", "file:///etc/passwd", "example.org/catalog",
                            "https://me:secret@example.org/", "https://example.org/?who=me", "https://example.org/#x",
                            "", "https://", "https:///x"}) {
        INFO(bad);
        CHECK_FALSE(hostOf(bad).has_value());
    }
}

TEST_CASE("days are written the one way HTTP allows")
{
    CHECK(httpDate(parseInstant("1994-11-06T08:49:37Z")->instant) == "Sun, 06 Nov 1994 08:49:37 GMT");
    CHECK(httpDate(parseInstant("2026-11-23T00:00:00Z")->instant) == "Mon, 23 Nov 2026 00:00:00 GMT");
}
