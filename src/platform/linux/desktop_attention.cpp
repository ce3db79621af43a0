#include "platform/desktop.h"

#include <xcb/xcb.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

namespace offramp {

namespace {

struct Disconnect {
    void operator()(xcb_connection_t* connection) const { ::xcb_disconnect(connection); }
};
using Connection = std::unique_ptr<xcb_connection_t, Disconnect>;

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};

xcb_atom_t atom(xcb_connection_t* connection, std::string_view name)
{
    const auto asked = ::xcb_intern_atom(connection, 1, static_cast<std::uint16_t>(name.size()), name.data());
    const std::unique_ptr<xcb_intern_atom_reply_t, Free> reply(::xcb_intern_atom_reply(connection, asked, nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

// The 32-bit values of a window's property; none when it has no such property.
std::vector<std::uint32_t> property(xcb_connection_t* connection, xcb_window_t window, xcb_atom_t name)
{
    constexpr std::uint32_t most = 64;
    const auto asked = ::xcb_get_property(connection, 0, window, name, XCB_GET_PROPERTY_TYPE_ANY, 0, most);
    const std::unique_ptr<xcb_get_property_reply_t, Free> reply(::xcb_get_property_reply(connection, asked, nullptr));
    if (!reply || reply->format != 32) {
        return {};
    }
    std::vector<std::uint32_t> values(static_cast<std::size_t>(::xcb_get_property_value_length(reply.get()))
                                      / sizeof(std::uint32_t));
    std::memcpy(values.data(), ::xcb_get_property_value(reply.get()), values.size() * sizeof(std::uint32_t));
    return values;
}

}   // namespace

std::optional<NotificationState> desktopAttention()
{
    const char* const wayland = std::getenv("WAYLAND_DISPLAY");
    if (wayland != nullptr && *wayland != '\0') {
        return std::nullopt;   // there no program may know about the windows of others
    }
    int screenNumber = 0;
    const Connection connection(::xcb_connect(nullptr, &screenNumber));
    if (::xcb_connection_has_error(connection.get()) != 0) {
        return std::nullopt;
    }
    auto screen = ::xcb_setup_roots_iterator(::xcb_get_setup(connection.get()));
    for (; screenNumber > 0 && screen.rem > 1; --screenNumber) {
        ::xcb_screen_next(&screen);
    }
    const auto active = property(connection.get(), screen.data->root, atom(connection.get(), "_NET_ACTIVE_WINDOW"));
    if (active.empty()) {
        return std::nullopt;   // no window manager that would say
    }
    const auto states = property(connection.get(), active.front(), atom(connection.get(), "_NET_WM_STATE"));
    const xcb_atom_t fullScreen = atom(connection.get(), "_NET_WM_STATE_FULLSCREEN");
    const bool covered = std::find(states.begin(), states.end(), fullScreen) != states.end();
    return covered ? NotificationState::fullScreen : NotificationState::welcome;
}

}   // namespace offramp
