#include "platform/recorded/recorded_security.h"

#include "base/text.h"
#include "platform/recorded/json_reading.h"

#include <string>
#include <string_view>
#include <utility>

namespace offramp {

namespace {

constexpr std::string_view port = "securitycenter";

// The members of this program's own spelling and of WMI's.
std::string textOf(const nlohmann::json& entry, std::string_view ours, std::string_view wmi)
{
    std::string text = jsonText(entry, ours);
    return text.empty() ? jsonText(entry, wmi) : text;
}

SecurityProduct decodeProduct(const nlohmann::json& entry)
{
    SecurityProduct product;
    product.id = textOf(entry, "id", "instanceGuid");
    product.name = textOf(entry, "name", "displayName");
    product.path = textOf(entry, "path", "pathToSignedProductExe");
    if (const nlohmann::json& state = jsonMember(entry, "productState"); state.is_number_integer()) {
        product.state = decodeProductState(static_cast<std::uint32_t>(state.get<std::int64_t>()));
    }
    const std::string kind = text::fold(jsonText(entry, "kind"));
    if (kind == "firewall") {
        product.state.role = SecurityState::Role::firewall;
    } else if (kind == "antispyware") {
        product.state.role = SecurityState::Role::antispyware;
    } else if (kind == "antivirus") {
        product.state.role = SecurityState::Role::antivirus;
    }
    const std::string state = text::fold(jsonText(entry, "state"));
    if (state == "on") {
        product.state.active = true;
    } else if (state == "off" || state == "snoozed" || state == "expired") {
        product.state.active = false;
    }
    const std::string signatures = text::fold(jsonText(entry, "signatures"));
    if (signatures == "uptodate" || signatures == "outofdate") {
        product.state.upToDate = signatures == "uptodate";
    }
    return product;
}

}   // namespace

SecurityState decodeProductState(std::uint32_t state)
{
    SecurityState decoded;
    const std::uint32_t provider = (state >> 16) & 0xFF;
    if ((provider & 0x04) != 0) {
        decoded.role = SecurityState::Role::antivirus;
    } else if ((provider & 0x01) != 0) {
        decoded.role = SecurityState::Role::firewall;
    } else if ((provider & 0x08) != 0) {
        decoded.role = SecurityState::Role::antispyware;
    }
    const std::uint32_t scanner = (state >> 8) & 0xFF;
    if (scanner == 0x10 || scanner == 0x11) {
        decoded.active = true;
    } else if (scanner == 0x00 || scanner == 0x01 || scanner == 0x20 || scanner == 0x21) {
        decoded.active = false;   // off, or snoozed
    }
    const std::uint32_t definitions = state & 0xFF;
    if (definitions == 0x00 || definitions == 0x10) {
        decoded.upToDate = definitions == 0x00;
    }
    return decoded;
}

Result<RecordedSecurity> RecordedSecurity::open(const std::filesystem::path& file, const MachineInfo& machine,
                                                const RecordedPlaces& denied, const RecordedPlaces& complete)
{
    RecordedSecurity security;
    const std::string place = "Windows Security Center";
    if (machine.os != OsFamily::windows) {
        security.m_products = fail(ErrorCode::unsupported, place);
        return security;
    }
    const Result<nlohmann::json> json = readJsonFile(file);
    if (!json && json.error().code != ErrorCode::notFound) {
        return tl::unexpected<Error>(json.error());
    }
    if (denied.namesPort(port)) {
        security.m_products = fail(ErrorCode::accessDenied, place);
    } else if (!json && machine.server) {
        security.m_products = fail(ErrorCode::unsupported, place);
    } else if (!json && !complete.namesPort(port)) {
        security.m_products = fail(ErrorCode::notRecorded, place);
    } else if (json && jsonFlag(*json, "unsupported")) {
        security.m_products = fail(ErrorCode::unsupported, place);
    } else if (json) {
        const nlohmann::json& list = json->is_array() ? *json : jsonMember(*json, "products");
        if (!list.is_array()) {
            return fail(ErrorCode::malformed, pathToUtf8(file) + ": no list of products");
        }
        for (const nlohmann::json& entry : list) {
            security.m_products->push_back(decodeProduct(entry));
        }
    }
    return security;
}

}   // namespace offramp
