// Whom the tests' own terminal program trusts: what the variables of one test run say. The product is built with
// src/cli/update_settings.cpp instead and reads none of them.
#include "cli/update_settings.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace offramp::cli {

namespace {

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

}   // namespace

UpdateSettings updateSettings()
{
    UpdateSettings settings;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(variable("OFFRAMP_TEST_KEYS"), error)) {
        std::ifstream stream(entry.path());
        const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        auto key = parsePublicKey(text, entry.path().stem().string());
        if (!key) {
            throw std::runtime_error(key.error().context);
        }
        settings.keys.push_back(std::move(*key));
    }
    settings.network.authorities = variable("OFFRAMP_TEST_AUTHORITY");
    // Seconds: to connect, to be slow, in all.
    std::istringstream limits(variable("OFFRAMP_TEST_LIMITS"));
    long connect = 5;
    long slowFor = 3;
    long total = 20;
    limits >> connect >> slowFor >> total;
    settings.network.limits.connect = std::chrono::seconds{connect};
    settings.network.limits.slowestFor = std::chrono::seconds{slowFor};
    settings.network.limits.total = std::chrono::seconds{total};
    return settings;
}

}   // namespace offramp::cli
