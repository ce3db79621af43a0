#include "platform/recorded/recorded_conditions.h"

#include "platform/pending_restart.h"

namespace offramp {

Result<std::string> RecordedConditions::bootId() const
{
    return fail(ErrorCode::notRecorded, "boot identifier");
}

Result<PendingRestart> RecordedConditions::pendingRestart() const
{
    if (m_os != OsFamily::windows) {
        return fail(ErrorCode::notRecorded, "pending restart");
    }
    return pendingRestartFrom(m_registry);
}

Result<Power> RecordedConditions::power() const
{
    return fail(ErrorCode::notRecorded, "power");
}

Result<NotificationState> RecordedConditions::notifications() const
{
    return fail(ErrorCode::notRecorded, "notifications");
}

Result<std::uint64_t> RecordedConditions::freeSystemSpace() const
{
    return fail(ErrorCode::notRecorded, "free space");
}

}   // namespace offramp
