// DisclosureCard: a card whose head opens what is inside: letter tile, name, one sentence, status, "Why?" and an arrow.
// The head is the button, and "Why?" opens too, because the reasons stand first inside. What is inside is made when it
// is first opened.
#pragma once

#include "widgets/status.h"

#include <QAbstractButton>
#include <QFrame>
#include <functional>

namespace offramp::ui {

class FoldBox;

struct DisclosureContent {
    QString title;
    QString caption;
    Tone tone = Tone::unknown;
    QString status;
    QString accessibleName;
    bool asks = false;   // a "Why?" stands beside the status
};

class DisclosureHead final : public QAbstractButton {
    Q_OBJECT

public:
    explicit DisclosureHead(const DisclosureContent& content, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* why() const { return m_why; }   // null when nothing asks

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void say();

    QWidget* m_why = nullptr;
};

class DisclosureCard final : public QFrame {
    Q_OBJECT

public:
    using Maker = std::function<QWidget*()>;
    DisclosureCard(const DisclosureContent& content, Maker makeBody, QWidget* parent = nullptr);
    // Names the parts that take the keyboard "head-KEY" and "why-KEY".
    void setKey(const QString& key);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_head->isChecked(); }
    [[nodiscard]] DisclosureHead* head() const { return m_head; }

signals:
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showBody(bool open);

    DisclosureHead* m_head;
    Maker m_makeBody;
    FoldBox* m_body = nullptr;
};

}   // namespace offramp::ui
