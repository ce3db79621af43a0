// What the Task Scheduler says it will do.
#pragma once

#include "platform/host.h"
#include "platform/windows/com.h"

#include <taskschd.h>

#include <vector>

namespace offramp {

// Every task of every folder, hidden ones too. A folder or a task that this account may not see, or that goes while the
// list is read, is left out; one that cannot be described keeps its path, and its `xml` is empty. Whatever else fails
// is the Error of that call, with the system's own words behind the place.
[[nodiscard]] Result<std::vector<TaskDefinition>> readScheduledTasks();

// The same from a folder on, which must be one.
[[nodiscard]] Result<std::vector<TaskDefinition>> tasksBelow(ComPointer<ITaskFolder> root);

}   // namespace offramp
