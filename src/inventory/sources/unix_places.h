// Small things the Linux and macOS sources share: slash paths, text of unknown encoding, presence of a path.
#pragma once

#include "domain/evidence.h"
#include "inventory/report_builder.h"
#include "platform/host.h"

#include <string>
#include <string_view>
#include <vector>

namespace offramp::sources {

[[nodiscard]] std::string joinPath(std::string_view folder, std::string_view name);

// The last part of a slash path.
[[nodiscard]] std::string_view lastPart(std::string_view path);

// UTF-8 whatever the bytes were: what is not UTF-8 is read as Windows-1252.
[[nodiscard]] std::string asUtf8(std::string_view bytes);

// The name in "Name <mail@example.org>", or the whole text when it has no such form.
[[nodiscard]] std::string_view withoutMailAddress(std::string_view person);

// Whether an absolute path is there; unknown when that cannot be told or the path is not absolute.
[[nodiscard]] Presence presenceOf(const Host& host, std::string_view path);

// True when `name` ends with `suffix`, ASCII case ignored, and has something before it.
[[nodiscard]] bool hasSuffix(std::string_view name, std::string_view suffix);

// What a machine-wide folder holds, told to the builder; nothing when it is not there or may not be read.
[[nodiscard]] std::vector<DirectoryEntry> machineEntries(const Host& host, std::string_view folder,
                                                         ReportBuilder& builder);

}   // namespace offramp::sources
