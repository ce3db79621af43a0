// ReplacementList: the replacements of a catalog, read from the file when somebody first looks at one. Opening a
// catalog then takes the same time however many there are.
#pragma once

#include "base/result.h"
#include "domain/recommendation.h"

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <memory>
#include <vector>

namespace offramp {

class ReplacementList {
public:
    using Read = std::function<Result<std::vector<Replacement>>()>;

    ReplacementList() = default;
    ReplacementList(std::vector<Replacement> all) : m_own(std::move(all)) {}
    ReplacementList(std::initializer_list<Replacement> all) : m_own(all) {}
    // `size` replacements that `read` brings. It is called once, on whichever thread asks first; copies share the
    // answer.
    ReplacementList(std::size_t size, Read read);

    // Reads them now. An error is kept: from then on the list is empty, as before any check that failed for it.
    [[nodiscard]] Result<void> load() const;

    [[nodiscard]] std::size_t size() const;   // without reading
    [[nodiscard]] bool empty() const { return size() == 0; }

    // Everything below reads.
    [[nodiscard]] const std::vector<Replacement>& all() const;
    operator const std::vector<Replacement>&() const { return all(); }
    [[nodiscard]] auto begin() const { return all().begin(); }
    [[nodiscard]] auto end() const { return all().end(); }
    [[nodiscard]] const Replacement& operator[](std::size_t index) const { return all()[index]; }

    // To change the list, which is then this one's own.
    [[nodiscard]] std::vector<Replacement>& own();

private:
    struct Later;

    std::vector<Replacement> m_own;
    std::shared_ptr<Later> m_later;   // instead of m_own
};

}   // namespace offramp
