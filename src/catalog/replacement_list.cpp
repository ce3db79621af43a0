#include "catalog/replacement_list.h"

#include <mutex>
#include <optional>
#include <utility>

namespace offramp {

struct ReplacementList::Later {
    Later(std::size_t count, Read source) : size(count), read(std::move(source)) {}

    const std::vector<Replacement>& all()
    {
        std::call_once(asked, [this] {
            if (auto answer = read()) {
                replacements = std::move(*answer);
            } else {
                error = std::move(answer.error());
            }
            read = nullptr;
        });
        return replacements;
    }

    const std::size_t size;
    Read read;
    std::once_flag asked;
    std::vector<Replacement> replacements;
    std::optional<Error> error;
};

ReplacementList::ReplacementList(std::size_t size, Read read) : m_later(std::make_shared<Later>(size, std::move(read)))
{}

Result<void> ReplacementList::load() const
{
    static_cast<void>(all());
    if (m_later && m_later->error) {
        return tl::unexpected<Error>(*m_later->error);
    }
    return {};
}

std::size_t ReplacementList::size() const
{
    return m_later ? m_later->size : m_own.size();
}

const std::vector<Replacement>& ReplacementList::all() const
{
    return m_later ? m_later->all() : m_own;
}

std::vector<Replacement>& ReplacementList::own()
{
    if (m_later) {
        m_own = m_later->all();
        m_later.reset();
    }
    return m_own;
}

}   // namespace offramp
