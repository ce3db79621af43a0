// What may stand in the window without being translated: names, paths, citations and the like, as the check or the
// catalog has them.
#pragma once

#include "session/session.h"

#include <QStringList>

namespace offramp::ui {

// The longest first.
[[nodiscard]] QStringList shownFacts(const SessionState& state, const Catalog& catalog);

}   // namespace offramp::ui
