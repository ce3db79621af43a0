// Nothing is carried out with rights on Windows yet, so there is no channel to a broker.
#include "platform/byte_channel.h"

namespace offramp {

namespace {

class NoChannel final : public ByteChannel {
public:
    [[nodiscard]] Result<void> write(std::string_view /*bytes*/) override
    {
        return fail(ErrorCode::unsupported, "broker");
    }
    [[nodiscard]] Result<std::string> read(std::chrono::milliseconds /*patience*/) override
    {
        return fail(ErrorCode::unsupported, "broker");
    }
};

}   // namespace

Result<void> onlyAdministratorsChange(const std::string& path)
{
    return fail(ErrorCode::unsupported, path);
}

Result<std::string> installedBroker()
{
    return fail(ErrorCode::unsupported, "broker");
}

Result<std::unique_ptr<BrokerConnection>> startBroker()
{
    return fail(ErrorCode::unsupported, "broker");
}

void becomeAlone() {}

bool hasAdministratorRights()
{
    return false;
}

std::unique_ptr<ByteChannel> standardChannel()
{
    return std::make_unique<NoChannel>();
}

}   // namespace offramp
