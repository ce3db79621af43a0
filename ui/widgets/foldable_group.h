// FoldableGroup: a header that opens and closes the rows below it.
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace offramp::ui {

class GroupHeader final : public QAbstractButton {
    Q_OBJECT

public:
    GroupHeader(const QString& title, const QString& hint, int count, QWidget* parent);
    // Its lower corners are the card's.
    void setLast(bool last) { m_last = last; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_hint;   // what is inside, shown while it is closed
    int m_count;
    bool m_last = false;
};

class FoldableGroup final : public QWidget {
    Q_OBJECT

public:
    enum class Start { open, folded };
    FoldableGroup(const QString& title, const QString& hint, int count, Start start, QWidget* parent = nullptr);
    void addRow(QWidget* row);
    // The last part of its card: a tinted header must not paint over the card's round corners.
    void setLast() { m_header->setLast(true); }

private:
    GroupHeader* m_header;
    QWidget* m_body;
    QVBoxLayout* m_rows;
};

}   // namespace offramp::ui
