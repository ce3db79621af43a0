#include "inventory/sources/mac_bundle.h"

#include "base/text.h"
#include "inventory/sources/unix_places.h"

#include <algorithm>
#include <array>

namespace offramp::sources {

namespace {

std::string_view afterCopyrightMark(std::string_view line)
{
    constexpr std::array<std::string_view, 4> marks{"\xC2\xA9", "(c)", "(C)", "opyright"};
    for (const std::string_view mark : marks) {
        if (const std::size_t at = line.find(mark); at != std::string_view::npos) {
            return line.substr(at + mark.size());
        }
    }
    return {};
}

bool skipPrefix(std::string_view& rest, std::string_view prefix)
{
    if (!rest.starts_with(prefix)) {
        return false;
    }
    rest.remove_prefix(prefix.size());
    return true;
}

// Years, dashes of every kind, commas and repeated marks stand between the mark and the name.
std::string_view withoutYears(std::string_view rest)
{
    bool skipped = true;
    while (skipped) {
        const std::size_t plain = std::min(rest.find_first_not_of(" \t0123456789,.-:;"), rest.size());
        rest.remove_prefix(plain);
        skipped = skipPrefix(rest, "\xE2\x80\x93") || skipPrefix(rest, "\xE2\x80\x94") || skipPrefix(rest, "\xC2\xA9")
                  || skipPrefix(rest, "\xC2\xA0") || skipPrefix(rest, "(c)") || skipPrefix(rest, "(C)")
                  || skipPrefix(rest, "by ");
    }
    return rest;
}

std::string_view firstOf(std::string_view preferred, std::string_view other)
{
    return preferred.empty() ? other : preferred;
}

}   // namespace

std::string copyrightHolder(std::string_view line)
{
    std::string_view holder = withoutYears(afterCopyrightMark(line));
    for (const std::string_view end : {"All rights", "All Rights", "all rights", "\n"}) {
        holder = holder.substr(0, holder.find(end));
    }
    holder = text::trim(holder);
    while (holder.ends_with(',') || holder.ends_with(';') || holder.ends_with('-')) {
        holder = text::trim(holder.substr(0, holder.size() - 1));
    }
    return std::string(holder);
}

std::string_view withoutExtension(std::string_view fileName)
{
    const std::size_t dot = fileName.rfind('.');
    return dot == std::string_view::npos || dot == 0 ? fileName : fileName.substr(0, dot);
}

MacBundle bundleFrom(const PropertyValue& information)
{
    MacBundle bundle;
    bundle.identifier = information.textOf("CFBundleIdentifier");
    bundle.name = firstOf(information.textOf("CFBundleDisplayName"), information.textOf("CFBundleName"));
    bundle.version = firstOf(information.textOf("CFBundleShortVersionString"), information.textOf("CFBundleVersion"));
    bundle.publisher = copyrightHolder(information.textOf("NSHumanReadableCopyright"));
    if (bundle.publisher.empty()) {
        bundle.publisher = copyrightHolder(information.textOf("CFBundleGetInfoString"));
    }
    return bundle;
}

Result<PropertyValue> readPropertyList(const Host& host, std::string_view path)
{
    const auto bytes = host.files().read(path, propertyListLimit);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    auto value = parsePropertyList(*bytes, path);
    if (value && value->type != PropertyValue::Type::dictionary) {
        return fail(ErrorCode::malformed, std::string(path));
    }
    return value;
}

Result<MacBundle> readMacBundle(const Host& host, std::string_view bundlePath)
{
    // Extensions without code of their own keep Info.plist at the top; iPad apps are wrapped.
    constexpr std::array<std::string_view, 3> places{"Contents/Info.plist", "WrappedBundle/Info.plist", "Info.plist"};
    for (const std::string_view place : places) {
        const auto information = readPropertyList(host, joinPath(bundlePath, place));
        if (information) {
            return bundleFrom(*information);
        }
        if (information.error().code != ErrorCode::notFound) {
            return tl::unexpected(information.error());
        }
    }
    return fail(ErrorCode::malformed, joinPath(bundlePath, places.front()));
}

}   // namespace offramp::sources
