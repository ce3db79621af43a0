// PickList: rows of which one is picked, as in a list box. One stop for the Tab key; arrow keys, Home and End pick.
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QScrollArea>
#include <QString>
#include <QWidget>

class QPainter;
class QVBoxLayout;

namespace offramp::ui {

enum class PickMark { diamond, circle, bar };

// Painted as large as the box allows.
void paintPickMark(QPainter& painter, const QRectF& box, PickMark mark, bool affected);

struct PickContent {
    QString id;
    PickMark mark = PickMark::circle;
    bool affected = false;   // the mark takes the colour of trouble
    QString title;
    QString caption;
    QString accessibleName;   // empty: title and caption
};

class PickList;

class PickRow final : public QAbstractButton {
    Q_OBJECT

public:
    PickRow(const PickContent& content, PickList* list);
    [[nodiscard]] const QString& id() const { return m_content.id; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] int titleHeight(int width) const;
    [[nodiscard]] int captionHeight(int width) const;

    PickContent m_content;
    PickList& m_list;
};

class PickList final : public QWidget {
    Q_OBJECT

public:
    PickList(const QString& accessibleName, const QList<PickContent>& rows, QWidget* parent = nullptr);
    // Says nothing when there is no such row.
    void setPicked(const QString& id);
    [[nodiscard]] QString picked() const;
    [[nodiscard]] PickRow* row(const QString& id) const;
    // Picks the row and gives it the keyboard.
    void choose(const QString& id);

signals:
    void chosen(const QString& id);   // by the person
    void pickedChanged();

private:
    friend class PickRow;
    void moveFrom(const PickRow* row, int key);

    QVBoxLayout* m_layout;
    QList<PickRow*> m_rows;
};

// Scrolls the list and keeps the picked row in sight.
class PickArea final : public QScrollArea {
    Q_OBJECT

public:
    explicit PickArea(PickList* list, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPicked();

    PickList* m_list;
};

}   // namespace offramp::ui
