// What Windows writes about proxies, understood. Pure, so that it is tested everywhere.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

// The proxy for https in "host:80" (for everything) or "http=a:80;https=b:81"; empty when there is none for it.
[[nodiscard]] std::string httpsProxyIn(std::string_view setting);

// Whether the list of exceptions ("*.intern.example;10.*;<local>") names the host of an https address. `<local>` is
// every name without a dot.
[[nodiscard]] bool isProxyException(std::string_view list, std::string_view httpsUrl);

}   // namespace offramp
