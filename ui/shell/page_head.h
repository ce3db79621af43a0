// What stands at the top of several pages.
#pragma once

#include <QString>

class QLayout;

namespace offramp::ui {

class Button;
class Page;

// The page's title, and below it what it is about, which may be empty.
[[nodiscard]] QLayout* makePageHead(const QString& title, const QString& text);
// On a page that is not in the rail, above its head.
[[nodiscard]] Button* makeBackToOverview(Page& page);

}   // namespace offramp::ui
