// The states a removal goes through, on the invented computer of scripted_results.h.
#pragma once

#include "session/removal_session.h"

#include <QStringList>
#include <string>
#include <vector>

namespace offramp::ui {

// The states a page of the guided removal is looked at in: "before", "vault-fault", "review", "remove-password", …
struct NamedRemoval {
    std::string name;
    RemovalState state;
};
[[nodiscard]] const std::vector<NamedRemoval>& allRemovalStates();
[[nodiscard]] RemovalState removalState(const std::string& name);
// Names, places and marks they show, which no language translates.
[[nodiscard]] QStringList removalFacts();

}   // namespace offramp::ui
