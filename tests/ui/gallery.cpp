// ui-gallery FOLDER MACHINES CATALOG [--quick] [--design FOLDER] [--only TEXT]
//
// Draws every page there is, in every state it can be in, and every scene, for people to look at: light and dark, three
// sizes, each language and right to left. The states are recorded machines, and those that no recording has. index.html
// is the contact sheet: it names the picture of the design each one is laid beside, and shows it when --design says
// where it is. --quick draws one of each only, --only what has TEXT in its name. Ends with 1 when a page, a headline of
// the Overview or a scene has no picture, or an empty one, or one on which something is cut or overlaps.
#include "base/progress.h"
#include "bridge/session_bridge.h"
#include "components/component_sheet.h"
#include "contact_sheet.h"
#include "everyday.h"
#include "layout_check.h"
#include "platform/platform.h"
#include "scenes.h"
#include "scripted_results.h"
#include "scripted_session.h"
#include "shell/main_window.h"
#include "shell/page_registry.h"
#include "style/theme.h"
#include "text/language.h"
#include "widgets/accessible.h"
#include "widgets/focus_ring.h"

#include <QApplication>
#include <QCursor>
#include <QDir>
#include <QImage>
#include <QKeyEvent>
#include <QSet>
#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace {

using namespace offramp;
using namespace offramp::ui;

struct MachineState {
    const char* name;
    const char* machine;   // in tests/machines
    const char* design;    // what its Overview is laid beside
};

constexpr MachineState machineStates[] = {
    {"affected", "plus-with-vpn-and-password-manager", "01-overview-affected 12-overview-affected-dark"},
    {"traces", "traces-seven-things", "02-overview-traces-left"},
    {"clean", "clean-windows-logged-off-user", "03-overview-clean"},
    {"moved", "ultraav", ""},
    {"unclear", "unclear-only-password-manager", ""},
    {"could-not-tell", "denied-registry", ""},
    {"exempt", "exempt-only", ""},
    {"managed", "managed-by-network-agent", ""},
    {"one-product", "vpn-only", ""},
};

// Beside which picture a page is laid, in the state "affected".
QString designOf(PageId page)
{
    switch (page) {
    case PageId::products: return QStringLiteral("04-products");
    case PageId::timeline: return QStringLiteral("05-timeline 13-timeline-dark");
    case PageId::replacements: return QStringLiteral("06-replacements");
    default: return {};
    }
}

struct Variant {
    QString name;
    ThemeMode theme;
    QSize size;
    double scale;
    QString language;
    Qt::LayoutDirection direction;
};

QList<Variant> variants(bool quick)
{
    if (quick) {
        return {{QStringLiteral("light"), ThemeMode::light, QSize(960, 680), 1, QStringLiteral("en"), Qt::LeftToRight}};
    }
    struct Named {
        const char* name;
        ThemeMode theme;
    };
    struct Sized {
        const char* name;
        QSize size;
        double scale;
    };
    struct Spoken {
        const char* name;
        const char* language;
        Qt::LayoutDirection direction;
    };
    QList<Variant> all;
    for (const Named& theme : {Named{"light", ThemeMode::light}, Named{"dark", ThemeMode::dark}}) {
        for (const Sized& size : {Sized{"960x680", QSize(960, 680), 1}, Sized{"760x560", QSize(760, 560), 1},
                                  Sized{"200", QSize(760, 560), 2}}) {
            for (const Spoken& tongue : {Spoken{"en", "en", Qt::LeftToRight}, Spoken{"es", "es", Qt::LeftToRight},
                                         Spoken{"rtl", "en", Qt::RightToLeft}}) {
                all.append(
                    {QStringList{QLatin1String(theme.name), QLatin1String(size.name), QLatin1String(tongue.name)}.join(
                         u'-'),
                     theme.theme, size.size, size.scale, QLatin1String(tongue.language), tongue.direction});
            }
        }
    }
    all.append({QStringLiteral("contrast"), ThemeMode::highContrast, QSize(960, 680), 1, QStringLiteral("en"),
                Qt::LeftToRight});
    all.append(
        {QStringLiteral("200-tall"), ThemeMode::light, QSize(760, 2200), 2, QStringLiteral("en"), Qt::LeftToRight});
    return all;
}

void settle()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

// A page that failed to draw itself is one color beside the rail.
bool isEmpty(const QImage& picture)
{
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = picture.width() / 3; x < picture.width() * 2 / 3; x += 3) {
            colors.insert(picture.pixel(x, y));
        }
    }
    return colors.size() < 4;
}

class Gallery {
public:
    Gallery(const QDir& folder, QStringList only) : m_folder(folder), m_only(std::move(only)) {}

    // What is left out by --only counts as drawn.
    void save(QWidget& window, const QString& subject, const Variant& variant, const QString& design)
    {
        m_drawn.insert(subject);
        if (!wanted(subject, variant)) {
            return;
        }
        settle();
        for (const QString& problem : layoutProblems(window)) {
            std::fprintf(stderr, "ui-gallery: %s-%s: %s\n", qUtf8Printable(subject), qUtf8Printable(variant.name),
                         qUtf8Printable(problem));
            m_failed = true;
        }
        const QImage picture = window.grab().toImage();
        const QString file = subject + u'-' + variant.name + QStringLiteral(".png");
        if (isEmpty(picture)) {
            std::fprintf(stderr, "ui-gallery: %s is empty\n", qUtf8Printable(file));
            m_failed = true;
        }
        m_failed = !picture.save(m_folder.filePath(file)) || m_failed;
        m_sheet.add(subject, design, variant.name, file);
    }

    [[nodiscard]] bool wanted(const QString& subject, const Variant& variant) const
    {
        const QString name = subject + u'-' + variant.name;
        return m_only.isEmpty()
               || std::any_of(m_only.begin(), m_only.end(), [&](const QString& each) { return name.contains(each); });
    }

    void require(bool condition, const char* otherwise)
    {
        if (!condition) {
            std::fprintf(stderr, "ui-gallery: %s\n", otherwise);
            m_failed = true;
        }
    }

    // Remembers which headline of the Overview is to be seen.
    void sawHeadline(HeroKind kind) { m_headlines.insert(static_cast<int>(kind)); }

    // Every page, every scene and every headline has its picture.
    [[nodiscard]] bool isComplete() const
    {
        bool complete = true;
        const auto miss = [&](const QString& what) {
            std::fprintf(stderr, "ui-gallery: no picture of %s\n", qUtf8Printable(what));
            complete = false;
        };
        for (const PageEntry& page : allPages()) {
            const QString begin = QLatin1String(page.word) + u'-';
            if (std::none_of(m_drawn.begin(), m_drawn.end(),
                             [&](const QString& subject) { return subject.startsWith(begin); })) {
                miss(QStringLiteral("the page ") + QLatin1String(page.word));
            }
        }
        for (const Scene& scene : allScenes()) {
            if (!m_drawn.contains(QLatin1String(scene.name))) {
                miss(QStringLiteral("the scene ") + QLatin1String(scene.name));
            }
        }
        for (int kind = 0; kind <= static_cast<int>(HeroKind::managed); ++kind) {
            if (!m_headlines.contains(kind)) {
                miss(QStringLiteral("headline number %1 of the Overview").arg(kind));
            }
        }
        return complete;
    }

    [[nodiscard]] bool finish(const QString& designFolder)
    {
        m_failed = !isComplete() || m_failed;
        return m_sheet.write(m_folder.filePath(QStringLiteral("index.html")), designFolder) && !m_failed;
    }

private:
    QDir m_folder;
    QStringList m_only;
    QSet<QString> m_drawn;
    QSet<int> m_headlines;
    ContactSheet m_sheet;
    bool m_failed = false;
};

Result<SessionState> checked(const std::filesystem::path& machine, const Catalog& catalog)
{
    auto host = openRecordedHost(machine);
    if (!host) {
        return tl::unexpected(host.error());
    }
    CheckOptions options;
    options.asOf = scriptedNow();
    auto result = check(**host, catalog, options, ProgressSink{}, std::stop_token{});
    if (!result) {
        return tl::unexpected(result.error());
    }
    SessionState state;
    state.phase = CheckPhase::done;
    state.result = std::make_shared<const CheckResult>(std::move(*result));
    return state;
}

struct Subject {
    QString name;
    QString design;
    SessionState state;
};

void drawSubject(Gallery& gallery, const Subject& subject, const Catalog& catalog, const Variant& variant)
{
    ScriptedSession session(catalog);
    SessionBridge bridge(session);
    AppSettings settings(Memory::forgets);
    MainWindow window(PageContext{settings});
    window.resize(variant.size);
    session.show(subject.state);
    window.attach(bridge);
    window.show();
    gallery.sawHeadline(window.overview().hero.kind);
    gallery.save(window, QStringLiteral("overview-") + subject.name, variant, subject.design);
    const bool everyPage = subject.name == QLatin1String("affected");
    for (const PageEntry& page : allPages()) {
        const bool own =
            (page.id == PageId::lookThere && subject.name == QLatin1String("could-not-tell"))
            || (page.id == PageId::products
                && (subject.name == QLatin1String("clean") || subject.name == QLatin1String("nine-products")));
        if (page.id != PageId::overview && (everyPage || own)) {
            window.showPage(page.id);
            gallery.save(window, QLatin1String(page.word) + u'-' + subject.name, variant, designOf(page.id));
        }
    }
    if (everyPage) {
        window.showPage(PageId::overview);
        window.activateWindow();
        settle();
        QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
        QApplication::sendEvent(&window, &tab);
        if (auto* primary = window.findChild<QWidget*>(QStringLiteral("action0"))) {
            primary->setFocus(Qt::TabFocusReason);
        }
        settle();
        const auto* ring = window.findChild<FocusRing*>();
        gallery.require(ring != nullptr && ring->isVisible(), "the ring around what has the keyboard is not seen");
        gallery.save(window, QStringLiteral("overview-focus"), variant, QString());
    }
}

void drawScene(Gallery& gallery, const Scene& scene, const SessionState& state, const Catalog& catalog,
               Everyday& everyday, const Variant& variant)
{
    ScriptedSession session(catalog);
    SessionBridge bridge(session);
    AppSettings settings(Memory::forgets);
    if (scene.started == StartedAs::first) {
        settings.askForPerson();
    }
    everyday.setRemoval(scene.removal);
    everyday.setPolicy(scene.policy);
    MainWindow window(everyday.context(settings));
    window.resize(variant.size);
    session.show(withPolicy(state, scene.policy));
    window.attach(bridge);
    window.show();
    show(scene, window);
    gallery.save(window, QLatin1String(scene.name), variant, QLatin1String(scene.design));
}

int draw(const QStringList& arguments)
{
    const auto option = [&](const char* name) {
        const auto at = arguments.indexOf(QLatin1String(name));
        return at >= 0 ? arguments.value(at + 1) : QString();
    };
    const std::filesystem::path machines(arguments.value(2).toStdU16String());
    const auto catalog = loadCatalog(std::filesystem::path(arguments.value(3).toStdU16String()));
    const QDir folder(arguments.value(1));
    if (!catalog || !folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "usage: ui-gallery FOLDER MACHINES CATALOG [--quick] [--design FOLDER] [--only TEXT]\n");
        return 64;
    }
    QList<Subject> subjects{{QStringLiteral("scanning"), QString(), scanningState()},
                            {QStringLiteral("failed"), QString(), failedState()}};
    for (const NamedState& each : allScriptedStates()) {
        if (each.name == "nine-products" || each.name == "cancelled" || each.name == "old-facts") {
            subjects.append({QString::fromStdString(each.name), QString(), each.state});
        }
    }
    for (const MachineState& each : machineStates) {
        auto state = checked(machines / each.machine, *catalog);
        if (!state) {
            std::fprintf(stderr, "ui-gallery: %s: %s\n", each.machine, state.error().context.c_str());
            return 1;
        }
        subjects.append({QLatin1String(each.name), QLatin1String(each.design), std::move(*state)});
    }
    Everyday everyday;
    Gallery gallery(folder, option("--only").split(u',', Qt::SkipEmptyParts));
    for (const Variant& variant : variants(arguments.contains(QLatin1String("--quick")))) {
        Language::instance().choose(variant.language);
        Theme::instance().setTextScale(variant.scale);
        Theme::instance().setMode(variant.theme);
        QApplication::setLayoutDirection(variant.direction);
        for (const Subject& subject : subjects) {
            drawSubject(gallery, subject, *catalog, variant);
        }
        for (const Scene& scene : allScenes()) {
            const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](const Subject& each) {
                return each.name == QLatin1String(scene.state);
            });
            if (subject != subjects.end()) {
                drawScene(gallery, scene, subject->state, *catalog, everyday, variant);
            }
        }
        ComponentSheet sheet;
        sheet.resize(variant.size);
        sheet.show();
        settle();
        sheet.resize(variant.size.width(), sheet.wholeHeight());
        gallery.save(sheet, QStringLiteral("components"), variant, QStringLiteral("16-tokens-components-icons"));
    }
    return gallery.finish(option("--design")) ? 0 : 1;
}

}   // namespace

int main(int argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("fusion"));
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(OFFRAMP_VERSION));
    // Nothing is pointed at.
    QCursor::setPos(100'000, 100'000);
    installAccessibility();
    Theme::instance().setSystemWishes({.reducedMotion = true});   // nothing is caught halfway
    return draw(QCoreApplication::arguments());
}
