#include "base/result.h"

#include <fmt/format.h>

namespace offramp {

std::string_view toString(ErrorCode code)
{
    switch (code) {
    case ErrorCode::notFound: return "notFound";
    case ErrorCode::accessDenied: return "accessDenied";
    case ErrorCode::malformed: return "malformed";
    case ErrorCode::tooLarge: return "tooLarge";
    case ErrorCode::notRecorded: return "notRecorded";
    case ErrorCode::unsupported: return "unsupported";
    case ErrorCode::io: return "io";
    case ErrorCode::timeout: return "timeout";
    case ErrorCode::cancelled: return "cancelled";
    }
    return "io";
}

namespace {

std::string_view inWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::notFound: return "not found";
    case ErrorCode::accessDenied: return "access denied";
    case ErrorCode::malformed: return "the content is damaged or in an unknown format";
    case ErrorCode::tooLarge: return "larger than allowed";
    case ErrorCode::notRecorded: return "not part of this recording";
    case ErrorCode::unsupported: return "not available on this system";
    case ErrorCode::io: return "could not be read";
    case ErrorCode::timeout: return "took too long";
    case ErrorCode::cancelled: return "stopped on request";
    }
    return "failed";
}

}   // namespace

std::string describe(const Error& error)
{
    const std::string system = error.osCode == 0 ? "" : fmt::format(" (system code {})", error.osCode);
    return fmt::format("{}: {}{}", error.context, inWords(error.code), system);
}

}   // namespace offramp
