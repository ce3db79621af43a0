// offramp-broker: the one program that will ever be started with administrator rights, by a person's own consent.
//
// It will carry out approved removal steps, one program and one list of arguments at a time. It knows no step yet, so
// it refuses every request and changes nothing. Until it does it has nothing to read, and so links nothing.
#include <cstdio>
#include <string_view>

namespace {

constexpr const char* help =
    "Usage: offramp-broker [--help | --version]\n"
    "\n"
    "The part of Offramp that would carry out removal steps a person approved, with the rights they\n"
    "need. This version knows no step: it refuses every request and changes nothing.\n"
    "\n"
    "Exit codes:\n"
    "  0   the help or the version was printed\n"
    "  64  the request was refused\n"
    "  74  the answer could not be written completely\n";

constexpr int refused = 64;        // EX_USAGE
constexpr int outputFailed = 74;   // EX_IOERR

int print(const char* text)
{
    const bool written = std::fputs(text, stdout) >= 0 && std::fflush(stdout) == 0;
    return written ? 0 : outputFailed;
}

}   // namespace

int main(int argc, char** argv)
{
    const std::string_view request = argc == 2 ? argv[1] : "";
    if (request == "--help") {
        return print(help);
    }
    if (request == "--version") {
        return print("offramp-broker " OFFRAMP_VERSION "\n");
    }
    std::fputs("offramp-broker: This version of Offramp cannot carry out any step, so the request was refused and "
               "nothing was changed.\n",
               stderr);
    return refused;
}
