// Result<T> and Error: the only way a failure crosses a module boundary.
//
// No exception leaves a module: a library that throws is caught where it is called and turned into an Error.
// An Error says what was attempted (`context`, English, for logs and technicians) and why it failed (`code`, for
// program logic and for the sentence a person reads). `osCode` is errno or GetLastError(), 0 when none applies.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace offramp {

enum class ErrorCode {
    notFound,       // the thing asked for is not there; for a place that may be absent this is an answer, not a fault
    accessDenied,   // it is there, but this account may not read it
    malformed,      // bytes were read but are not what the format allows
    tooLarge,       // refused because a size limit was met
    notRecorded,    // a recorded machine does not contain this place, so nothing can be said about it
    unsupported,    // this build or this system cannot do it
    io,             // the device or the operating system failed
    timeout,        // it took longer than allowed and was stopped
    cancelled,      // the person asked to stop
};

struct Error {
    ErrorCode code = ErrorCode::io;
    std::string context;
    int osCode = 0;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string context, int osCode = 0)
{
    return tl::unexpected<Error>(Error{code, std::move(context), osCode});
}

// Stable word for logs and JSON ("accessDenied").
[[nodiscard]] std::string_view toString(ErrorCode code);

// One English line for a terminal or a log: "cannot read /x: access denied (errno 13)".
[[nodiscard]] std::string describe(const Error& error);

}   // namespace offramp
