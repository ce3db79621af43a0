// What the desktop asks of every program beyond its palette: dark or light, high contrast, reduced motion. CMake picks
// the implementation (style/linux, style/windows).
#pragma once

#include <QObject>
#include <memory>

namespace offramp::ui {

enum class BrightnessWish { unsaid, light, dark };
// highByPalette: the palette holds the colours a person chose to read by. high: no such colours are known.
enum class ContrastWish { usual, high, highByPalette };

struct SystemWishes {
    BrightnessWish brightness = BrightnessWish::unsaid;
    ContrastWish contrast = ContrastWish::usual;
    bool reducedMotion = false;

    friend bool operator==(const SystemWishes&, const SystemWishes&) = default;
};

// Knows the wishes at once, or as soon as the desktop has said them, and tells each change without polling.
class SystemWatch final : public QObject {
    Q_OBJECT

public:
    explicit SystemWatch(QObject* parent = nullptr);
    ~SystemWatch() override;
    [[nodiscard]] const SystemWishes& wishes() const { return m_wishes; }

signals:
    void changed();

private:
    void set(const SystemWishes& wishes)
    {
        if (m_wishes != wishes) {
            m_wishes = wishes;
            emit changed();
        }
    }

    class Source;   // of this system
    SystemWishes m_wishes;
    std::unique_ptr<Source> m_source;
};

}   // namespace offramp::ui
