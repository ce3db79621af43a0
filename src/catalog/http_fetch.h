// One file over https, for catalog updates. Nothing else in the product opens a connection.
//
// Nothing that could tell one person from another is sent: a fixed user agent, no cookies, no referrer, no language,
// no validator a server chose. Redirects are followed only over https and only to hosts of the list. Every wait and
// every size has an end.
#pragma once

#include "base/calendar.h"
#include "base/reason.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace offramp {

struct FetchLimits {
    std::chrono::seconds connect{15};
    long slowest = 512;                    // bytes a second …
    std::chrono::seconds slowestFor{30};   // … for this long is too slow
    std::chrono::seconds total{600};
};

struct NetworkSettings {
    FetchLimits limits;
    // PEM file of authorities instead of the system's; empty in the product.
    std::string authorities;
    // The proxy the system's settings name for an address, empty for none; see systemProxyFor(). Environment
    // variables (https_proxy, all_proxy, no_proxy) are read by libcurl when this is empty or answers nothing.
    std::function<std::string(std::string_view url)> proxyFor;
};

struct FetchRequest {
    std::string url;
    std::vector<std::string> hosts;       // "host:port" a redirect may lead to; see hostOf()
    std::vector<std::string> types;       // content types that are taken
    std::size_t largest = 0;              // bytes of the whole file at most
    std::optional<std::size_t> exactly;   // its size, when it is known
    std::size_t resumeAt = 0;             // bytes of it we already have
    std::optional<Instant> ifModifiedSince;

    // Called before the first byte with the position it belongs to: resumeAt, or 0 when the server begins anew.
    std::function<bool(std::size_t position)> begin;
    // False ends the transfer as a failure to store.
    std::function<bool(std::string_view bytes)> store;
    // How many bytes of the file are there, and its size (0 when not known).
    std::function<void(std::size_t have, std::size_t size)> progress;
};

struct FetchReply {
    bool notModified = false;
    std::size_t received = 0;   // bytes of content in this transfer
};

struct FetchProblem {
    Reason reason;
    std::string detail;   // for a technician
    std::size_t received = 0;
    bool brokeOff = false;   // asking again for the rest may help
};

[[nodiscard]] tl::expected<FetchReply, FetchProblem> fetch(const FetchRequest& request, const NetworkSettings& settings,
                                                           const std::stop_token& stop);

// "host:port" in lower case of an https address without user name, query and fragment; empty for any other.
[[nodiscard]] std::optional<std::string> hostOf(std::string_view httpsUrl);

}   // namespace offramp
