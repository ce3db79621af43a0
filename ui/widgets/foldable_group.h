// FoldableGroup: a header that opens and closes the rows below it.
#pragma once

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace offramp::ui {

class FoldBox;

class GroupHeader final : public QAbstractButton {
    Q_OBJECT

public:
    GroupHeader(const QString& title, const QString& hint, int count, QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_hint;   // what is inside, shown while it is closed
    int m_count;
};

class FoldableGroup final : public QWidget {
    Q_OBJECT

public:
    enum class Start { open, folded };
    FoldableGroup(const QString& title, const QString& hint, int count, Start start, QWidget* parent = nullptr);
    void addRow(QWidget* row);
    [[nodiscard]] bool isOpen() const { return m_header->isChecked(); }

private:
    GroupHeader* m_header;
    QWidget* m_inside;
    QVBoxLayout* m_rows;
    FoldBox* m_body;
};

}   // namespace offramp::ui
