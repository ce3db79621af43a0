// Windows Installer in this process: the property line, which may hold a password, is on no command line.
#include "base/secret.h"
#include "platform/msi_progress.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/windows_actions.h"

#include <msi.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace offramp {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds shortWait{100};

#define OFFRAMP_LATE(name) decltype(&::name) name = library.function<decltype(&::name)>(#name)
struct RemovalFunctions {
    SystemLibrary library{L"msi.dll"};
    OFFRAMP_LATE(MsiConfigureProductExW);
    OFFRAMP_LATE(MsiSetInternalUI);
    OFFRAMP_LATE(MsiSetExternalUIW);
    OFFRAMP_LATE(MsiEnableLogW);

    [[nodiscard]] bool complete() const
    {
        return MsiConfigureProductExW != nullptr && MsiSetInternalUI != nullptr && MsiSetExternalUIW != nullptr
               && MsiEnableLogW != nullptr;
    }
};
#undef OFFRAMP_LATE

const RemovalFunctions& msi()
{
    static const RemovalFunctions functions;
    return functions;
}

void overwriteWide(std::wstring& text)
{
    overwrite(text.data(), text.size() * sizeof(wchar_t));
}

// One removal, shared by the thread that is inside Windows Installer and the one that waits for it.
struct Removal {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<UINT> code;
    std::optional<double> fraction;   // not told yet
    bool alive = false;               // since somebody last looked
    std::string said;
    MsiProgress progress;
    std::wstring product;
    std::wstring properties;
};

// Called by Windows Installer, on threads of its own as well. 0 leaves a message to it, which answers without a window.
int CALLBACK hear(void* context, UINT type, const wchar_t* message)
{
    auto& removal = *static_cast<Removal*>(context);
    const auto kind = static_cast<INSTALLMESSAGE>(0xFF000000u & type);
    const std::string words = message == nullptr ? std::string{} : toUtf8(message);
    const std::lock_guard lock(removal.mutex);
    removal.alive = true;
    std::optional<double> fraction;
    if (kind == INSTALLMESSAGE_PROGRESS) {
        fraction = removal.progress.told(words);
    } else if (kind == INSTALLMESSAGE_ACTIONDATA) {
        fraction = removal.progress.actionData();
    } else if (kind == INSTALLMESSAGE_ERROR || kind == INSTALLMESSAGE_FATALEXIT) {
        removal.said = words;
        return 0;
    }
    if (fraction) {
        removal.fraction = fraction;
    }
    removal.changed.notify_all();
    return IDOK;
}

void remove(const std::shared_ptr<Removal>& removal)
{
    constexpr DWORD heard = INSTALLLOGMODE_PROGRESS | INSTALLLOGMODE_ACTIONSTART | INSTALLLOGMODE_ACTIONDATA
                            | INSTALLLOGMODE_ERROR | INSTALLLOGMODE_FATALEXIT;
    msi().MsiSetInternalUI(INSTALLUILEVEL_NONE, nullptr);
    msi().MsiSetExternalUIW(hear, heard, removal.get());
    msi().MsiEnableLogW(0, nullptr, 0);   // a log could name the properties
    const UINT code = msi().MsiConfigureProductExW(removal->product.c_str(), INSTALLLEVEL_DEFAULT, INSTALLSTATE_ABSENT,
                                                   removal->properties.c_str());
    msi().MsiSetExternalUIW(nullptr, 0, nullptr);
    const std::lock_guard lock(removal->mutex);
    overwriteWide(removal->properties);
    removal->code = code;
    removal->changed.notify_all();
}

}   // namespace

Result<WindowsActions::MsiAnswer>
LiveWindowsActions::removeMsiProduct(const std::string& productCode, std::string& properties,
                                     const std::function<void(double)>& fraction,
                                     const std::function<bool(std::chrono::seconds)>& silent)
{
    auto removal = std::make_shared<Removal>();
    removal->product = toWide(productCode);
    {
        // Nothing restarts the computer, and no program of the person is closed for it.
        std::wstring whole = L"REBOOT=ReallySuppress MSIRMSHUTDOWN=2 ";
        removal->properties.reserve(whole.size() + properties.size());   // growing would leave copies behind
        removal->properties = whole;
        std::wstring given = toWide(properties);
        removal->properties += given;
        overwriteWide(given);
    }
    overwrite(properties);
    if (!msi().complete()) {
        overwriteWide(removal->properties);
        return fail(ErrorCode::unsupported, "Windows Installer", static_cast<int>(msi().library.fault()));
    }
    std::thread worker([removal] { remove(removal); });
    const std::chrono::milliseconds silence = ProgramRun{}.silence;
    auto lastLife = SteadyClock::now();
    auto lastAsked = lastLife;
    std::unique_lock lock(removal->mutex);
    while (!removal->code) {
        removal->changed.wait_for(lock, shortWait);
        const auto now = SteadyClock::now();
        if (std::exchange(removal->alive, false)) {
            lastLife = lastAsked = now;
        }
        const std::optional<double> told = std::exchange(removal->fraction, std::nullopt);
        const bool ask = now - lastAsked >= silence;
        lock.unlock();   // whoever is asked may take their time
        if (told) {
            fraction(*told);
        }
        if (ask) {
            lastAsked = now;
            if (silent(std::chrono::duration_cast<std::chrono::seconds>(now - lastLife))) {
                worker.detach();   // it goes on to its end
                return MsiAnswer{0, {}, true};
            }
        }
        lock.lock();
    }
    MsiAnswer answer{*removal->code, std::move(removal->said), false};
    lock.unlock();
    worker.join();
    return answer;
}

}   // namespace offramp
