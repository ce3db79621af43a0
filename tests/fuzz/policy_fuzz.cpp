// Bytes as a policy, and as a policy with its signature and key. None may count: the fuzzer has no key.
#include "policy/policy_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace offramp;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto policy = parsePolicy(text)) {
        const bool sane = policy->serial > 0 && !policy->organization.empty()
                          && (!policy->deferrals || (*policy->deferrals >= 0 && *policy->deferrals <= mostDeferrals))
                          && (!policy->deadline || daysBetween(*policy->deadline, policy->expires) >= 0);
        if (!sane) {
            std::abort();
        }
    }
    // Three texts of one, split at the first two zero bytes.
    const auto first = text.find('\0');
    const auto second = first == std::string_view::npos ? first : text.find('\0', first + 1);
    if (second != std::string_view::npos) {
        const PolicyTexts texts{std::string(text.substr(0, first)),
                                std::string(text.substr(first + 1, second - first - 1)),
                                std::string(text.substr(second + 1))};
        const PolicyAnswer answer = provePolicy(texts, Instant{std::chrono::seconds{1795428000}});
        if (answer.policy || !answer.refused || answer.authorizes()) {
            std::abort();
        }
    }
    return 0;
}
