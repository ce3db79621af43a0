// CompareTray: what was picked to be compared, below the page that scrolls: a chip for each, a dashed place for one
// more, and the button that compares. Hidden while nothing is picked.
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

namespace offramp::ui {

class Button;
class FlowLayout;

class CompareTray final : public QFrame {
    Q_OBJECT

public:
    struct Item {
        QString id;
        QString name;
    };

    explicit CompareTray(int most, QWidget* parent = nullptr);

    void setItems(const QList<Item>& items);   // `most` at most

signals:
    void removed(const QString& id);   // the close icon of a chip was pressed
    void compareRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_most;
    QWidget* m_chips = nullptr;
    Button* m_compare;
};

}   // namespace offramp::ui
