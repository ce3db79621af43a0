// Leftovers: what the check found that a removed product left behind, judged by the catalog's map. Pure.
//
// Nothing outside the map is ever proposed, and of what the map names only things that a signature of the product
// found. What is offered can be put back, except the settings of a package. Drivers, filters, adapters and password
// vaults are shown with what they mean and never offered. Works the same whether Offramp removed the product or
// somebody else did.
#pragma once

#include "base/result.h"
#include "domain/evidence.h"
#include "domain/installation.h"
#include "domain/plan.h"
#include "domain/recipe.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace offramp {

struct Leftover {
    std::string id;   // the same each time it is found: "leftover:move:c:/programdata/kaspersky lab"
    EvidenceKind kind = EvidenceKind::folder;
    std::string product;   // id of the product the map says it belongs to
    std::string subject;   // its name, as people know it
    std::string place;     // path, key or name, as the system spells it
    Confidence confidence = Confidence::notSure;
    bool preselected = false;   // certain, and the check could look everywhere that matters
    std::optional<Step> step;   // what would be done; none: it is only shown
    std::vector<Reason>
        reasons;         // what it was for, whether the computer starts without trouble, why it is not offered
    SourceLink source;   // where it was read that this is left behind
};

// In the order they would be taken away: what lies deeper first. Those that are only shown come last.
[[nodiscard]] std::vector<Leftover>
findLeftovers(const HostSnapshot& snapshot, const std::vector<Installation>& installations, const RecipeBook& book);

// The plan for those a person chose. notFound for an id that is not among them; unsupported for one that is only shown.
[[nodiscard]] Result<RemovalPlan> leftoversPlan(const std::vector<Leftover>& leftovers,
                                                const std::set<std::string>& chosen, const MachineInfo& machine,
                                                long catalogSerial);

// Whether a product can still be at work, so that what it uses is not left behind: everything that is installed, and
// what is damaged unless it cannot be uninstalled and none of its programs is there any more.
[[nodiscard]] bool mayStillWork(const Installation& installation);

}   // namespace offramp
