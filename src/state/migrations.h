// The tables of state.db, as the steps that made them. A step that was released is never changed: a new one follows it.
#pragma once

#include <string_view>
#include <vector>

namespace offramp {

// SQL scripts in order; the file's user_version says how many of them it has had.
[[nodiscard]] const std::vector<std::string_view>& stateMigrations();

}   // namespace offramp
