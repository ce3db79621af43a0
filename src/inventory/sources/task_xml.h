// Task files of the Windows Task Scheduler.
#pragma once

#include <string>
#include <string_view>

namespace offramp::sources {

// The program the task starts: the text of its first <Command>, with the five XML entities resolved. The file is
// UTF-16LE or UTF-8. Empty when there is none.
[[nodiscard]] std::string commandOfTask(std::string_view bytes);

}   // namespace offramp::sources
