// AboutPage: versions, how facts are verified, and the licenses of everything used.
#pragma once

#include "pages/about/about_model.h"
#include "shell/page.h"

#include <QSet>

namespace offramp::ui {

class AboutPage final : public Page {
    Q_OBJECT

public:
    explicit AboutPage(QWidget* parent = nullptr);
    [[nodiscard]] QString title() const override;

protected:
    void takeState() override;
    void rebuild() override;

private:
    [[nodiscard]] QWidget* makeSoftware(int index);

    AboutModel m_model;
    QSet<int> m_open;   // whose license texts are shown
};

}   // namespace offramp::ui
