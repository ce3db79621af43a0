// What is settled before a removal, where nothing is in the way.
#pragma once

#include "removal/guards.h"

namespace offramp {

inline GuardProduct antivirus()
{
    GuardProduct product;
    product.name = "Kaspersky Plus";
    product.role = ProductRole::antivirus;
    product.segment = "home";
    product.passwordProtected = false;
    product.selfDefence = true;
    return product;
}

inline GuardProduct passwordManager()
{
    GuardProduct product;
    product.name = "Kaspersky Password Manager";
    product.role = ProductRole::passwordManager;
    product.segment = "home";
    product.holdsPasswords = true;
    return product;
}

// A home computer on which everything is known and nothing is in the way, with one antivirus.
inline GuardFacts easyFacts()
{
    GuardFacts facts;
    facts.conclusive = true;
    facts.products = {antivirus()};
    facts.managed = false;
    facts.defender = DefenderFacts{};
    facts.otherAntivirus = std::vector<std::string>{};
    facts.mayApprove = true;
    facts.pendingRestart = PendingRestart{};
    facts.installers = std::vector<std::string>{};
    facts.power = Power{true, 90};
    facts.freeBytes = neededBytes * 20;
    return facts;
}

}   // namespace offramp
