#include "platform/proxy_setting.h"

#include <catch2/catch.hpp>

using namespace offramp;

TEST_CASE("the proxy for https is found in both ways Windows writes it")
{
    CHECK(httpsProxyIn("proxy.example:8080") == "proxy.example:8080");
    CHECK(httpsProxyIn("http=a:80;https=b:81;ftp=c:21") == "b:81");
    CHECK(httpsProxyIn("http=a:80 https=b:81") == "b:81");
    CHECK(httpsProxyIn("https=b:81;general:1") == "b:81");
    CHECK(httpsProxyIn("http=a:80;socks=s:1080").empty());
    CHECK(httpsProxyIn("").empty());
    CHECK(httpsProxyIn(" ; ;").empty());
}

TEST_CASE("a server of the company's own is asked without the proxy when the settings say so")
{
    const char* url = "https://Mirror.intern.example:8443/catalog/";
    CHECK(isProxyException("*.intern.example", url));
    CHECK(isProxyException("10.*;mirror.INTERN.example", url));
    CHECK(isProxyException("*", url));
    CHECK(isProxyException("m*r.*.example", url));
    CHECK(isProxyException("<local>", "https://mirror/catalog/"));
    CHECK_FALSE(isProxyException("<local>", url));
    CHECK_FALSE(isProxyException("intern.example;*.intern", url));
    CHECK_FALSE(isProxyException("", url));
}
