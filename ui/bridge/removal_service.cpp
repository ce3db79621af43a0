#include "bridge/removal_service.h"

#include <utility>

namespace offramp::ui {

RemovalService::RemovalService(Opener opener, Records records, Offers offers, QObject* parent)
    : QObject(parent), m_opener(std::move(opener)), m_records(std::move(records)), m_offers(offers),
      m_mode(offers == Offers::both ? RemovalMode::real : RemovalMode::rehearsal)
{}

RemovalService::~RemovalService() = default;

bool RemovalService::open(RemovalMode mode)
{
    if (m_bridge != nullptr && m_mode == mode) {
        return true;
    }
    if (mode == RemovalMode::real && m_offers == Offers::rehearsalOnly) {
        return false;
    }
    close();
    auto work = m_opener(mode);
    if (!work) {
        m_problem = work.error();
        return false;
    }
    m_problem.reset();
    m_mode = mode;
    m_work = std::move(*work);
    m_bridge = std::make_unique<RemovalBridge>(m_work->session());
    connect(m_bridge.get(), &RemovalBridge::changed, this, &RemovalService::changed);
    emit changed();
    return true;
}

void RemovalService::close()
{
    const bool wasOpen = m_bridge != nullptr;
    m_bridge.reset();
    m_work.reset();
    m_mode = m_offers == Offers::both ? RemovalMode::real : RemovalMode::rehearsal;
    if (wasOpen) {
        emit changed();
    }
}

bool RemovalService::isWorking() const
{
    return m_bridge != nullptr && m_bridge->state().phase == RemovalState::Phase::working;
}

bool RemovalService::isPreparing() const
{
    return m_bridge != nullptr && m_bridge->state().phase == RemovalState::Phase::preparing;
}

bool RemovalService::isUnfinished() const
{
    if (m_bridge == nullptr || m_mode == RemovalMode::rehearsal) {
        return false;
    }
    const RemovalState state = m_bridge->state();
    return state.phase == RemovalState::Phase::halted && state.record && !state.record->ending;
}

Result<std::vector<MigrationRecord>> RemovalService::records() const
{
    return m_records ? m_records() : std::vector<MigrationRecord>();
}

}   // namespace offramp::ui
