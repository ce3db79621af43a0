#include "style/system_wishes.h"

#include "platform/desktop.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

namespace offramp::ui {

namespace {

// Dark and light come with the palette, which Qt takes from Windows (ui/CMakeLists.txt).
SystemWishes now()
{
    const DesktopWishes said = desktopWishes();
    SystemWishes wishes;
    wishes.contrast = said.highContrast ? ContrastWish::highByPalette : ContrastWish::usual;
    wishes.reducedMotion = said.reducedMotion;
    return wishes;
}

}   // namespace

class SystemWatch::Source final : public QAbstractNativeEventFilter {
public:
    explicit Source(SystemWatch& watch) : m_watch(watch)
    {
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~Source() override
    {
        if (QCoreApplication::instance() != nullptr) {
            QCoreApplication::instance()->removeNativeEventFilter(this);
        }
    }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        if (mayChangeDesktopWishes(message)) {
            m_watch.set(now());
        }
        return false;
    }

private:
    SystemWatch& m_watch;
};

SystemWatch::SystemWatch(QObject* parent) : QObject(parent), m_wishes(now()), m_source(std::make_unique<Source>(*this))
{}

SystemWatch::~SystemWatch() = default;

}   // namespace offramp::ui
