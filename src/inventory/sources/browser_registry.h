// Browser extensions and native messaging hosts that the Windows registry names.
#pragma once

#include "inventory/report_builder.h"
#include "platform/host.h"

#include <stop_token>

namespace offramp::sources {

void readBrowserRegistry(const Host& host, ReportBuilder& report, const std::stop_token& stop);

}   // namespace offramp::sources
