#include "shell/page_registry.h"

#include "pages/about/about_page.h"
#include "pages/history/history_page.h"
#include "pages/info/info_page.h"
#include "pages/overview/overview_page.h"
#include "pages/products/products_page.h"
#include "pages/remind/remind_page.h"
#include "pages/removal/removal_page.h"
#include "pages/replacements/replacements_page.h"
#include "pages/settings/settings_page.h"
#include "pages/timeline/timeline_page.h"
#include "pages/why/why_page.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace offramp::ui {

namespace {

template <class Kind> Page* make(const PageContext& context)
{
    if constexpr (std::is_constructible_v<Kind, const PageContext&>) {
        return new Kind(context);
    } else {
        return new Kind;
    }
}

template <PageId id> Page* makeInfo(const PageContext&)
{
    return new InfoPage(id);
}

// Where nothing can be removed from here, what to do by hand.
template <PageId id, WizardChoices::Goal goal> Page* makeRemoval(const PageContext& context)
{
    return context.removal != nullptr ? static_cast<Page*>(new RemovalPage(context, goal)) : new InfoPage(id);
}

}   // namespace

const std::vector<PageEntry>& allPages()
{
    using Place = NavRail::Place;
    // clang-format off
    static const std::vector<PageEntry> all{
        {PageId::overview, "overview", RailEntry{Icon::overview, QT_TRANSLATE_NOOP("Rail", "Overview")}, PageId::overview, make<OverviewPage>},
        {PageId::products, "products", RailEntry{Icon::products, QT_TRANSLATE_NOOP("Rail", "Products")}, PageId::products, make<ProductsPage>},
        {PageId::timeline, "timeline", RailEntry{Icon::timeline, QT_TRANSLATE_NOOP("Rail", "Timeline")}, PageId::timeline, make<TimelinePage>},
        {PageId::replacements, "replacements", RailEntry{Icon::replacements, QT_TRANSLATE_NOOP("Rail", "Replacements")}, PageId::replacements, make<ReplacementsPage>},
        {PageId::history, "history", RailEntry{Icon::history, QT_TRANSLATE_NOOP("Rail", "History")}, PageId::history, make<HistoryPage>},
        {PageId::settings, "settings", RailEntry{Icon::settings, QT_TRANSLATE_NOOP("Rail", "Settings"), Place::bottom}, PageId::settings, make<SettingsPage>},
        {PageId::about, "about", std::nullopt, PageId::settings, make<AboutPage>},
        {PageId::why, "why", std::nullopt, PageId::overview, make<WhyPage>},
        {PageId::switchSafely, "switch", std::nullopt, PageId::overview, makeRemoval<PageId::switchSafely, WizardChoices::Goal::removal>},
        {PageId::reviewLeft, "left", std::nullopt, PageId::overview, makeRemoval<PageId::reviewLeft, WizardChoices::Goal::leftovers>},
        {PageId::remindLater, "remind", std::nullopt, PageId::overview, make<RemindPage>},
        {PageId::keepSuccessor, "keep", std::nullopt, PageId::overview, makeInfo<PageId::keepSuccessor>},
        {PageId::lookThere, "look", std::nullopt, PageId::overview, makeInfo<PageId::lookThere>},
    };
    // clang-format on
    return all;
}

const PageEntry& pageEntry(PageId id)
{
    const auto& all = allPages();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PageEntry& each) { return each.id == id; });
    Q_ASSERT(found != all.end());
    return *found;
}

std::optional<PageId> pageFromWord(const QString& word)
{
    for (const PageEntry& each : allPages()) {
        if (word == QLatin1String(each.word)) {
            return each.id;
        }
    }
    return std::nullopt;
}

QString pageWords()
{
    QStringList words;
    for (const PageEntry& each : allPages()) {
        words.append(QLatin1String(each.word));
    }
    return words.join(QStringLiteral(", "));
}

QString railName(const RailEntry& entry)
{
    return QCoreApplication::translate("Rail", entry.name);
}

}   // namespace offramp::ui
