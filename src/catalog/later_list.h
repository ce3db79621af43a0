// LaterList: a list of the catalog that is read from the file when somebody first looks at it. Opening a catalog then
// takes the same time however long the list is.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace offramp {

template <class T> class LaterList {
public:
    using Read = std::function<Result<std::vector<T>>()>;

    LaterList() = default;
    LaterList(std::vector<T> all) : m_own(std::move(all)) {}
    LaterList(std::initializer_list<T> all) : m_own(all) {}
    // `size` items that `read` brings. It is called once, on whichever thread asks first; copies share the answer.
    LaterList(std::size_t size, Read read) : m_later(std::make_shared<Later>(size, std::move(read))) {}

    // Reads them now. An error is kept: from then on the list is empty, as before any check that failed for it.
    [[nodiscard]] Result<void> load() const
    {
        static_cast<void>(all());
        if (m_later && m_later->error) {
            return tl::unexpected<Error>(*m_later->error);
        }
        return {};
    }

    [[nodiscard]] std::size_t size() const { return m_later ? m_later->size : m_own.size(); }   // without reading
    [[nodiscard]] bool empty() const { return size() == 0; }

    // Everything below reads.
    [[nodiscard]] const std::vector<T>& all() const { return m_later ? m_later->all() : m_own; }
    operator const std::vector<T>&() const { return all(); }
    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] const T& operator[](std::size_t index) const { return all()[index]; }

    // To change the list, which is then this one's own.
    [[nodiscard]] std::vector<T>& own()
    {
        if (m_later) {
            m_own = m_later->all();
            m_later.reset();
        }
        return m_own;
    }

private:
    struct Later {
        Later(std::size_t count, Read source) : size(count), read(std::move(source)) {}

        const std::vector<T>& all()
        {
            std::call_once(asked, [this] {
                if (auto answer = read()) {
                    items = std::move(*answer);
                } else {
                    error = std::move(answer.error());
                }
                read = nullptr;
            });
            return items;
        }

        const std::size_t size;
        Read read;
        std::once_flag asked;
        std::vector<T> items;
        std::optional<Error> error;
    };

    std::vector<T> m_own;
    std::shared_ptr<Later> m_later;   // instead of m_own
};

}   // namespace offramp
