// Page: one page of the window. It takes a PageState, shows a model made from it, and says what it wishes; it knows
// neither the window nor the other pages.
#pragma once

#include "shell/page_state.h"
#include "widgets/scroll_page.h"

namespace offramp::ui {

class AppSettings;
class CatalogService;
class HistoryService;
class ReminderService;
class RemovalService;

// Every page there is. Those in the rail stand there in the order of page_registry.cpp.
enum class PageId {
    overview,
    products,
    timeline,
    replacements,
    history,
    settings,
    about,
    why,
    switchSafely,
    reviewLeft,
    remindLater,
    keepSuccessor,
    lookThere,
};

// What pages may use beside the state. Everything outlives the pages.
struct PageContext {
    AppSettings& settings;
    // Null where this is not an everyday start: a recorded computer, another day, other facts.
    ReminderService* reminders = nullptr;   // null also where nothing can be stored
    HistoryService* history = nullptr;
    CatalogService* catalog = nullptr;
    RemovalService* removal = nullptr;   // null: nothing is removed from here
};

// One column, full-width buttons, trailing parts below: content narrower than 560 (of the design), or large text.
enum class PageWidth { wide, narrow };

class Page : public QWidget {
    Q_OBJECT

public:
    explicit Page(QWidget* parent = nullptr);

    // What the page is called, for the window's title and for screen readers.
    [[nodiscard]] virtual QString title() const = 0;
    // Given before the page is first shown, and while it is shown after every change; a hidden page is given the newest
    // state when it is shown again.
    void setState(const PageState& state);
    // Opens the page at one part of it ("kaspersky.plus"); what it does not know it ignores.
    virtual void showPart(const QString& part) { Q_UNUSED(part) }

    // Without the rail beside it.
    [[nodiscard]] virtual bool wantsWholeWindow() const { return false; }
    // Escape was pressed on a page that takes the whole window.
    virtual void leave() {}

    // Gives the keyboard focus to what is called so in the content, if it is there.
    void focusOn(const QString& objectName);

signals:
    void pageRequested(offramp::ui::PageId page, const QString& part);
    void personChosen(offramp::Person person);
    void checkRequested();
    void checkCancelRequested();

protected:
    // The state changed, or the language: make the model and show it.
    virtual void takeState() = 0;
    // Colours or sizes changed, or the width between wide and narrow: show the same model again.
    virtual void rebuild() = 0;

    [[nodiscard]] const PageState& state() const { return m_state; }
    [[nodiscard]] PageWidth pageWidth() const { return m_width; }
    // What the content calls so; null when it is not there. What was shown before may still wait to be deleted.
    [[nodiscard]] QWidget* inContent(const QString& objectName) const;
    // What scrolls. What had the keyboard focus has it again, by its object name, and the place stays.
    void setContent(QWidget* content);
    void showTop();
    // What stands above or below and does not scroll; null for nothing.
    void setHeader(QWidget* header);
    void setFooter(QWidget* footer);
    // Room beside the content, in design pixels.
    void setSideMargin(int designPixels) { m_area->setSideMargin(designPixels); }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void themeChanged();
    [[nodiscard]] PageWidth fittingWidth() const;
    void narrowIfTooWide();

    ScrollPage* m_area;
    QWidget* m_header = nullptr;
    QWidget* m_footer = nullptr;
    PageState m_state;
    PageWidth m_width = PageWidth::wide;
    int m_wideNeeds = 0;    // more than there was, the last time the wide form was tried
    bool m_stale = false;   // the theme changed while the page was hidden
};

}   // namespace offramp::ui
