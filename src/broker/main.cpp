// offramp-broker: carries out the steps of an approved plan that need administrator rights, one at a time, for the
// program that started it through the system's own question. Nobody else can speak to it (platform/byte_channel.h).
//
// It believes the machine, the catalog that came with it, and nothing it is told: docs/threat-model.md.
#include "base/utf8_path.h"
#include "catalog/built_in_catalog.h"
#include "catalog/catalog_store.h"
#include "platform/byte_channel.h"
#include "platform/platform.h"
#include "removal/broker_service.h"
#include "removal/runners/live_runners.h"
#include "session/removal.h"
#include "session/session.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace offramp;

constexpr const char* help =
    "Usage: offramp-broker [--help | --version | --serve]\n"
    "\n"
    "The part of Offramp that carries out removal steps a person approved, with the rights they need.\n"
    "Offramp starts it through the system, which asks for an administrator. It makes the plan again\n"
    "from this computer and the catalog installed with it, and refuses every step that is not in it.\n"
    "\n"
    "Exit codes:\n"
    "  0   the help or the version was printed, or the program that asked ended\n"
    "  64  the request was refused\n"
    "  74  the answer could not be written completely\n"
    "  77  it was not started with administrator rights\n";

constexpr int refused = 64;        // EX_USAGE
constexpr int outputFailed = 74;   // EX_IOERR
constexpr int noRights = 77;       // EX_NOPERM

int print(const char* text)
{
    const bool written = std::fputs(text, stdout) >= 0 && std::fflush(stdout) == 0;
    return written ? 0 : outputFailed;
}

Result<RemovalPlan> makeAnew(const Host& host, const Catalog& catalog, const RemovalPlan& approved)
{
    const Result<CheckResult> result = check(host, catalog, {}, {}, {});
    if (!result) {
        return tl::unexpected(result.error());
    }
    return planNow(*result, catalog, approved);
}

// Never one a person named or downloaded: what may be done with rights follows from it.
Result<Catalog> trustedCatalog()
{
    // What is part of this program needs no further trust, and a file beside it would deserve none.
    if (const std::string_view builtIn = builtInCatalog(); !builtIn.empty()) {
        return loadBuiltInCatalog(builtIn);
    }
    // <prefix>/libexec/offramp is where this program is.
    const std::string file =
        pathToUtf8(programFolder().parent_path().parent_path() / "share" / "offramp" / "catalog.db");
    if (const auto safe = onlyAdministratorsChange(file); !safe) {
        return tl::unexpected(safe.error());
    }
    return loadCatalog(pathFromUtf8(file));
}

int serve(const std::vector<std::string>& arguments)
{
    becomeAlone();
    if (!hasAdministratorRights()) {
        std::fputs(
            "offramp-broker: Without administrator rights nothing can be carried out, so the request was refused "
            "and nothing was changed.\n",
            stderr);
        return noRights;
    }
    const Result<std::unique_ptr<ByteChannel>> channel = brokerChannel(arguments);
    if (!channel) {
        std::fputs(
            "offramp-broker: Only the program it belongs to can tell it anything, so the request was refused and "
            "nothing was changed.\n",
            stderr);
        return refused;
    }
    const Result<Catalog> catalog = trustedCatalog();
    if (!catalog) {
        std::fputs("offramp-broker: The catalog installed with it is missing, damaged or could be changed by somebody "
                   "else, so the request was refused and nothing was changed.\n",
                   stderr);
        return refused;
    }
    const auto host = makeLiveHost();
    const auto actions = makeLiveActions();
    LiveRunners runners(*host, *actions);
    const BrokerDuties duties{[&](const RemovalPlan& approved) { return makeAnew(*host, *catalog, approved); },
                              runners.asFunction()};
    const Result<void> served = serveBroker(**channel, duties);
    return served || served.error().code == ErrorCode::timeout ? 0 : refused;
}

}   // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> arguments = programArguments(argc, argv);
    arguments.erase(arguments.begin());
    const std::string request = arguments.empty() ? "--serve" : arguments.front();
    if (arguments.size() == 1 && request == "--help") {
        return print(help);
    }
    if (arguments.size() == 1 && request == "--version") {
        return print("offramp-broker " OFFRAMP_VERSION "\n");
    }
    // pkexec names no argument: the action in polkit allows this program without any.
    if (request == "--serve") {
        return serve({arguments.begin() + (arguments.empty() ? 0 : 1), arguments.end()});
    }
    std::fputs("offramp-broker: This is no request it knows, so it was refused and nothing was changed.\n", stderr);
    return refused;
}
