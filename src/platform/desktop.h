// What a program with a window asks of the desktop it runs on. CMake picks the implementation.
#pragma once

#include "platform/host.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace offramp {

// Where the programs that one person starts on one screen meet. Another person, and the same person on another screen,
// gets another place.
struct MeetingPlace {
    std::filesystem::path lockFile;   // in a folder only this person may write to; the file itself need not exist
    std::string endpoint;             // UTF-8: a socket's path on Unix, a pipe's name on Windows
};

// Makes the folder when it is missing. Empty when there is no folder that is safe from other people.
[[nodiscard]] std::optional<MeetingPlace> meetingPlace();

// Lets the program with this process id bring its window to the front. Windows refuses that to a program the person is
// not working with, and only the one just started by the person may give the right away. Elsewhere this does nothing.
void allowForeground(std::int64_t processId);

// Brings another program's window to the front, by the number ProgramRun::window told; a minimized one is opened again.
// For the program the person works with just now. False where it did not come, and where there is no such number
// (Linux).
bool bringToFront(std::int32_t window);

// Lets a windowed program that was started in a console print there. Streams that lead somewhere already stay as they
// are. Only Windows needs it; elsewhere this does nothing. For programs that end after printing: closing the console
// ends whoever is attached to it.
void attachParentConsole();

// Whether somebody may be interrupted now, as far as the desktop says; empty where it does not (Wayland). On Linux this
// knows full-screen windows only: do-not-disturb is asked of whoever shows notifications.
[[nodiscard]] std::optional<NotificationState> desktopAttention();

// For a program that is about to sleep for long. What it has freed goes back to the system, where the allocator would
// keep it. On Linux it also lets go of its code: the system may use that memory for others at once, and reads what is
// needed again from the program's files, most often from its cache of them.
void giveBackMemory();

// How bright the bar is that small status icons lie on; it need not follow the theme of windows.
enum class PanelShade { light, dark, unknown };
[[nodiscard]] PanelShade panelShade();

// What a person set for all programs. On Linux a program learns it over D-Bus instead, and this says nothing.
struct DesktopWishes {
    bool highContrast = false;    // Windows: SPI_GETHIGHCONTRAST; the colors are the system's palette
    bool reducedMotion = false;   // Windows: SPI_GETCLIENTAREAANIMATION is off
};
[[nodiscard]] DesktopWishes desktopWishes();
// Whether a message of the system's own queue (Windows: MSG*) may mean that the wishes are other ones now.
[[nodiscard]] bool mayChangeDesktopWishes(const void* message);

}   // namespace offramp
