#include "fleet/host_store.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace offramp::fleet {

namespace {

constexpr std::size_t growth = 8;

}   // namespace

bool HostStore::relieve(FleetRows& rows)
{
    if (rows.size() <= m_most) {
        return false;
    }
    std::string bytes;
    std::vector<Part> parts;
    std::string names;
    std::uint64_t counted = 0;
    const std::vector<HostRows*> hosts = rows.hosts();
    for (const HostRows* const host : hosts) {
        Part part{bytes.size(), names.size(), 0, static_cast<std::uint32_t>(host->name.size())};
        host->write(bytes);
        const std::uint64_t size = bytes.size() - part.offset;
        if (size > std::numeric_limits<std::uint32_t>::max()) {
            return false;
        }
        part.size = static_cast<std::uint32_t>(size);
        parts.push_back(part);
        names += host->name;
        counted += host->rows();
    }
    const std::lock_guard lock(m_mutex);
    if (counted < m_together * hosts.size()) {
        m_most = std::max<std::size_t>(m_most, hosts.size()) * growth;
        m_why = "rows of many computers alternate";
        return false;
    }
    if (!m_file) {
        auto made = makeScratchFile();
        m_file = made ? std::move(*made) : nullptr;
    }
    if (!m_file || !m_file->append(bytes)) {
        m_most =
            std::numeric_limits<std::size_t>::max();   // for good: what was put aside is read again, nothing is added
        m_why = "no temporary file could be written";
        return false;
    }
    for (Part& part : parts) {
        part.offset += m_end;
        part.nameOffset += m_names.size();
    }
    m_end += bytes.size();
    m_names += names;
    m_parts.insert(m_parts.end(), parts.begin(), parts.end());
    rows.clear();
    return true;
}

Result<HostRows> HostStore::read(const Part& part) const
{
    const auto bytes = m_file->read(part.offset, part.size);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto host = HostRows::read(*bytes);
    return host ? Result<HostRows>(std::move(*host)) : fail(ErrorCode::io, "reading a temporary file");
}

Result<void> HostStore::forEach(FleetRows& rows, const std::function<Result<void>(HostRows&)>& take)
{
    // By name, and what was put aside first comes first.
    std::sort(m_parts.begin(), m_parts.end(), [this](const Part& left, const Part& right) {
        const int order = nameOf(left).compare(nameOf(right));
        return order != 0 ? order < 0 : left.offset < right.offset;
    });
    const std::vector<HostRows*> inMemory = rows.hosts();
    auto part = m_parts.begin();
    for (auto host = inMemory.begin(); host != inMemory.end() || part != m_parts.end();) {
        const bool aside =
            part != m_parts.end() && (host == inMemory.end() || nameOf(*part).compare((*host)->name) <= 0);
        if (!aside) {
            if (auto taken = take(**host++); !taken) {
                return taken;
            }
            continue;
        }
        auto whole = read(*part);
        for (++part; whole && part != m_parts.end() && nameOf(*part) == whole->name; ++part) {
            auto more = read(*part);
            if (!more) {
                return tl::unexpected(more.error());
            }
            whole->join(std::move(*more));
        }
        if (!whole) {
            return tl::unexpected(whole.error());
        }
        if (host != inMemory.end() && (*host)->name == whole->name) {
            whole->join(std::move(**host++));
        }
        if (auto taken = take(*whole); !taken) {
            return taken;
        }
    }
    return {};
}

}   // namespace offramp::fleet
