// The registry of a recorded machine, merged from the .reg files of its folder.
//
// docs/data-formats.md, "Recorded machines", says when a key that is not there is absent and when it was merely not
// recorded. Lines that could not be read are told by damage(); what was read still answers.
#pragma once

#include "platform/host.h"
#include "platform/recorded/recording_manifest.h"
#include "platform/recorded/reg_file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace offramp {

class RecordedRegistry final : public Registry {
public:
    // `folder`: registry/, which may be missing, or one .reg file. Places are those of machine.json.
    RecordedRegistry(const std::filesystem::path& folder, RecordedPlaces denied, RecordedPlaces complete);

    [[nodiscard]] Result<std::vector<std::string>> subkeys(const RegistryKey& key) const override;
    [[nodiscard]] Result<std::vector<RegistryValue>> values(const RegistryKey& key) const override;
    [[nodiscard]] Result<std::vector<UserHive>> userHives() const override;
    [[nodiscard]] std::vector<Error> damage() const override { return m_damage; }

private:
    struct Node {
        std::string name;
        bool exported = false;                 // stands as a key line in a file, not only as a part of a longer one
        std::vector<std::uint32_t> children;   // in the order met
        std::unordered_map<std::string, std::uint32_t> byName;   // folded
        std::vector<RegistryValue> values;
    };

    void load(const std::filesystem::path& folder);
    void loadFile(const std::filesystem::path& file);
    void merge(RegFile file);
    void settleCurrentUser();
    void settleValues();
    // Moves everything below `from` to below `to`, which may hold some of it already.
    void graft(std::uint32_t from, std::uint32_t to);
    std::uint32_t makePath(std::string_view canonicalStart, std::string_view rest);
    std::uint32_t makeChild(std::uint32_t parent, std::string_view name);
    // nullptr when the recording has no such key; `folded` as RegistryKey::display() writes it.
    [[nodiscard]] const Node* find(std::string_view folded) const;
    [[nodiscard]] bool holds(std::string_view folded) const { return find(folded) != nullptr; }
    [[nodiscard]] Result<const Node*> ask(const RegistryKey& key) const;
    // Whether a key that is not in the recording is known to be absent.
    [[nodiscard]] bool isKnownAbsent(std::string_view folded) const;
    [[nodiscard]] std::vector<std::string> peopleIn(const Node* node) const;

    std::vector<Node> m_nodes;   // the first is the root above all hives
    std::vector<Error> m_damage;
    RecordedPlaces m_denied;
    RecordedPlaces m_complete;
};

}   // namespace offramp
