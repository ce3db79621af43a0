#include "platform/scratch_file.h"

#include "platform/windows/handle.h"
#include "platform/windows/win32_error.h"

#include <objbase.h>

#include <algorithm>
#include <array>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t mostAtOnce = std::size_t{64} << 20U;   // calls count in 32 bits

OVERLAPPED placeOf(std::uint64_t offset)
{
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(offset & 0xFFFFFFFFU);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32U);
    return place;
}

class WindowsScratchFile final : public ScratchFile {
public:
    explicit WindowsScratchFile(UniqueHandle file) : m_file(std::move(file)) {}

    Result<void> append(std::string_view bytes) override
    {
        std::uint64_t end = m_size;
        for (std::string_view rest = bytes; !rest.empty();) {
            OVERLAPPED place = placeOf(end);
            DWORD count = 0;
            const auto most = static_cast<DWORD>(std::min(rest.size(), mostAtOnce));
            if (::WriteFile(m_file.get(), rest.data(), most, &count, &place) == 0 || count == 0) {
                return tl::unexpected(errorFromLastError("writing a temporary file"));
            }
            end += count;
            rest.remove_prefix(count);
        }
        m_size = end;
        return {};
    }

    Result<std::string> read(std::uint64_t offset, std::size_t size) const override
    {
        std::string bytes(size, '\0');
        for (std::size_t have = 0; have < size;) {
            OVERLAPPED place = placeOf(offset + have);
            DWORD count = 0;
            const auto most = static_cast<DWORD>(std::min(size - have, mostAtOnce));
            if (::ReadFile(m_file.get(), bytes.data() + have, most, &count, &place) == 0 || count == 0) {
                return fail(ErrorCode::io, "reading a temporary file", static_cast<int>(::GetLastError()));
            }
            have += count;
        }
        return bytes;
    }

private:
    UniqueHandle m_file;
    std::uint64_t m_size = 0;
};

}   // namespace

Result<std::unique_ptr<ScratchFile>> makeScratchFile()
{
    std::wstring name(MAX_PATH + 2, L'\0');
    name.resize(::GetTempPathW(static_cast<DWORD>(name.size()), name.data()));   // of this person; ends in a backslash
    GUID guid{};
    std::array<wchar_t, 40> written{};
    if (::CoCreateGuid(&guid) != S_OK
        || ::StringFromGUID2(guid, written.data(), static_cast<int>(written.size())) == 0) {
        return fail(ErrorCode::io, "a name for a temporary file");
    }
    name += L"offramp-" + std::wstring(written.data());
    UniqueHandle file(::CreateFileW(name.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, CREATE_NEW,
                                    FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr));
    if (!file) {
        return tl::unexpected(errorFromLastError("making a temporary file"));
    }
    return std::unique_ptr<ScratchFile>(std::make_unique<WindowsScratchFile>(std::move(file)));
}

}   // namespace offramp
