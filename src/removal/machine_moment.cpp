#include "removal/machine_moment.h"

#include "platform/present_moment.h"

namespace offramp {

namespace {

// "C:\…": what can be looked up as it stands.
bool isFullPath(const std::string& path)
{
    return path.size() > 3 && path[1] == ':' && (path[2] == '\\' || path[2] == '/')
           && path.find('%') == std::string::npos;
}

bool isStale(const Host& host, const SecurityProduct& product)
{
    if (!isFullPath(product.path)) {
        return false;
    }
    const auto status = host.files().status(product.path);
    return !status && status.error().code == ErrorCode::notFound;
}

}   // namespace

Moment momentNow(const Host& host)
{
    Moment moment{host.clock().now(), host.conditions().bootId().value_or(std::string()), std::nullopt};
    if (!host.machine().recorded) {
        moment.sinceBoot = timeSinceBoot();
    }
    return moment;
}

Result<bool> isProtected(const Host& host)
{
    const auto products = host.securityStatus().products();
    if (!products) {
        return tl::unexpected(products.error());
    }
    bool unknown = false;
    for (const SecurityProduct& product : *products) {
        if (product.state.role != SecurityState::Role::antivirus || isStale(host, product)) {
            continue;
        }
        if (product.state.active.value_or(false)) {
            return true;
        }
        unknown = unknown || !product.state.active;
    }
    if (unknown) {
        return fail(ErrorCode::notFound, "an antivirus does not say whether it is on");
    }
    return false;
}

}   // namespace offramp
