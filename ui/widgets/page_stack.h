// PageStack: shows one page at a time. The page before fades away over the new one, unless motion is reduced.
#pragma once

#include <QStackedWidget>

namespace offramp::ui {

class PageStack final : public QStackedWidget {
    Q_OBJECT

public:
    explicit PageStack(QWidget* parent = nullptr) : QStackedWidget(parent) {}

    void changeTo(QWidget* page);   // one that was added
};

}   // namespace offramp::ui
