// "assess": many computers, from what other engines collected.
#pragma once

#include "cli/options.h"

#include <string>
#include <vector>

namespace offramp::cli {

struct AssessOptions {
    std::vector<std::string> files;   // UTF-8; "-" is standard input
    std::string format;               // empty: recognised
    std::string html;                 // a file to write; empty: none
    bool csv = false;
};

extern const char* const aboutAssess;

ExitCode runAssess(const CommonOptions& options, const AssessOptions& wanted);

}   // namespace offramp::cli
