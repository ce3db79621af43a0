#include "fleet/input.h"

#include <algorithm>
#include <cstring>
#include <system_error>
#include <utility>

namespace offramp::fleet {

Result<Input> Input::open(const std::filesystem::path& file, std::string name)
{
    Input input;
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::notFound, name);
    }
    input.m_file.rdbuf()->pubsetbuf(nullptr, 0);   // every read is large already
    input.m_file.open(file, std::ios::binary);
    if (!input.m_file) {
        return fail(ErrorCode::accessDenied, name);
    }
    const auto size = std::filesystem::file_size(file, error);
    input.m_size = error ? 0 : size;
    input.m_name = std::move(name);
    return input;
}

Input Input::from(std::FILE* stream, std::string name)
{
    Input input;
    input.m_stream = stream;
    input.m_name = std::move(name);
    return input;
}

std::size_t Input::readMore(char* into, std::size_t most)
{
    if (m_stream != nullptr) {
        const std::size_t got = std::fread(into, 1, most, m_stream);
        m_failed = m_failed || std::ferror(m_stream) != 0;
        return got;
    }
    m_file.read(into, static_cast<std::streamsize>(most));
    m_failed = m_failed || m_file.bad();
    return static_cast<std::size_t>(m_file.gcount());
}

std::string_view Input::peek(std::size_t most)
{
    if (m_ahead.size() < most) {
        const std::size_t have = m_ahead.size();
        m_ahead.resize(most);
        m_ahead.resize(have + readMore(m_ahead.data() + have, most - have));
    }
    return m_ahead;
}

std::size_t Input::read(char* into, std::size_t most)
{
    const std::size_t ahead = std::min(most, m_ahead.size());
    if (ahead > 0) {
        std::memcpy(into, m_ahead.data(), ahead);
        m_ahead.erase(0, ahead);
    }
    return ahead + (ahead < most ? readMore(into + ahead, most - ahead) : 0);
}

Result<std::string> Input::readAll(std::size_t limit)
{
    std::string all;
    constexpr std::size_t step = std::size_t{4} << 20U;
    for (;;) {
        const std::size_t have = all.size();
        all.resize(have + step);
        const std::size_t got = read(all.data() + have, step);
        all.resize(have + got);
        if (m_failed) {
            return fail(ErrorCode::io, m_name);
        }
        if (all.size() > limit) {
            return fail(ErrorCode::tooLarge, m_name);
        }
        if (got < step) {
            return all;
        }
    }
}

}   // namespace offramp::fleet
