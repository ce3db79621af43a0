#include "removal/guard_maker.h"

#include <algorithm>
#include <utility>

namespace offramp {

Guard GuardMaker::managed() const
{
    const auto byServer = products(
        [](const GuardProduct& product) { return product.managed || product.role == ProductRole::managementAgent; });
    if (m_facts.managed.value_or(false) || !byServer.empty()) {
        std::vector<Reason> reasons;
        if (m_facts.managed.value_or(false)) {
            reasons.push_back(say(ReasonCode::managedByOrganisation));
        }
        if (!byServer.empty()) {
            reasons.push_back(say(ReasonCode::managedByServer));
        }
        return make(GuardId::managed, {GuardState::inTheWay, ReasonCode::guardManagedStop}, std::move(reasons),
                    {say(ReasonCode::guardManagedDo)});
    }
    if (!m_facts.managed) {
        return make(GuardId::managed,
                    {GuardState::couldNotTell, ReasonCode::guardManagedUnknown, Answerable::yes,
                     ReasonCode::guardManagedAnswered},
                    {}, {say(ReasonCode::guardManagedDo)});
    }
    return make(GuardId::managed, {GuardState::clear, ReasonCode::guardManagedNone});
}

Guard GuardMaker::passwordVault() const
{
    const auto holders = products([](const GuardProduct& product) { return product.holdsPasswords; });
    if (!holders.empty() && m_answers.vault) {
        return make(GuardId::passwordVault, {GuardState::clear, ReasonCode::guardVaultCounted},
                    describe(*m_answers.vault));
    }
    if (!holders.empty()) {
        return make(
            GuardId::passwordVault,
            {GuardState::inTheWay, ReasonCode::guardVaultExport, Answerable::yes, ReasonCode::guardVaultWaived},
            {say(ReasonCode::guardVaultWhy), say(ReasonCode::guardVaultNotInside)},
            {say(ReasonCode::guardVaultOpen), say(ReasonCode::guardVaultSave), say(ReasonCode::guardVaultCount)});
    }
    if (!m_facts.vaults.empty() || !m_facts.conclusive) {
        std::vector<Reason> reasons;
        if (!m_facts.vaults.empty()) {
            reasons.push_back(say(ReasonCode::leftVault));
        }
        return make(
            GuardId::passwordVault,
            {GuardState::couldNotTell, ReasonCode::guardVaultUnknown, Answerable::yes, ReasonCode::guardVaultWaived},
            std::move(reasons));
    }
    return make(GuardId::passwordVault, {GuardState::clear, ReasonCode::guardVaultNone});
}

Guard GuardMaker::encryption() const
{
    const auto able = products([](const GuardProduct& product) { return product.holdsVaults; });
    const Reason why = say(ReasonCode::guardEncryptionWhy, {namesOf(able)});
    if (!m_facts.encryption.empty()) {
        std::vector<Reason> reasons{say(ReasonCode::guardEncryptionSeen, {joined(m_facts.encryption)})};
        if (!able.empty()) {
            reasons.push_back(why);
        }
        return make(
            GuardId::encryption,
            {GuardState::inTheWay, ReasonCode::guardEncryptionStop, Answerable::yes, ReasonCode::guardEncryptionDone},
            std::move(reasons), {say(ReasonCode::guardEncryptionDo)});
    }
    if (!able.empty()) {
        return make(GuardId::encryption,
                    {GuardState::personMustSay, ReasonCode::guardEncryptionAsk, Answerable::yes,
                     ReasonCode::guardEncryptionDone},
                    {why}, {say(ReasonCode::guardEncryptionDo)});
    }
    if (!m_facts.conclusive) {
        return make(GuardId::encryption, {GuardState::couldNotTell, ReasonCode::guardEncryptionUnknown, Answerable::yes,
                                          ReasonCode::guardEncryptionDone});
    }
    return make(GuardId::encryption, {GuardState::clear, ReasonCode::guardEncryptionNone});
}

Guard GuardMaker::quarantine() const
{
    const auto able = products([](const GuardProduct& product) { return product.role == ProductRole::antivirus; });
    if (able.empty()) {
        return make(GuardId::quarantine, {GuardState::clear, ReasonCode::guardQuarantineNone});
    }
    return make(
        GuardId::quarantine,
        {GuardState::personMustSay, ReasonCode::guardQuarantineAsk, Answerable::yes, ReasonCode::guardQuarantineDone},
        {say(ReasonCode::guardQuarantineWhy)}, {say(ReasonCode::guardQuarantineDo)});
}

Guard GuardMaker::subscription() const
{
    const auto paid = products(
        [](const GuardProduct& product) { return product.segment == "home" || product.segment == "smallBusiness"; });
    if (paid.empty()) {
        return make(GuardId::subscription, {GuardState::clear, ReasonCode::guardSubscriptionNone});
    }
    return make(GuardId::subscription,
                {GuardState::personMustSay, ReasonCode::guardSubscriptionAsk, Answerable::yes,
                 ReasonCode::guardSubscriptionDone},
                {say(ReasonCode::guardSubscriptionWhy)});
}

// Products of this kind on Windows can be protected by a password and by themselves.
std::vector<const GuardProduct*> GuardMaker::guarded() const
{
    return products([&](const GuardProduct& product) {
        return m_facts.os == OsFamily::windows
               && (product.role == ProductRole::antivirus || product.role == ProductRole::managementAgent
                   || product.role == ProductRole::parentalControl);
    });
}

Guard GuardMaker::password() const
{
    const auto able = guarded();
    const auto has = [&](std::optional<bool> value) {
        return std::any_of(able.begin(), able.end(),
                           [&](const GuardProduct* product) { return product->passwordProtected == value; });
    };
    if (has(true)) {
        return make(
            GuardId::uninstallPassword,
            {GuardState::personMustSay, ReasonCode::guardPasswordSet, Answerable::yes, ReasonCode::guardPasswordReady},
            {}, {say(ReasonCode::guardPasswordDo)});
    }
    if (has(std::nullopt)) {
        return make(GuardId::uninstallPassword,
                    {GuardState::couldNotTell, ReasonCode::guardPasswordUnknown, Answerable::yes}, {},
                    {say(ReasonCode::guardPasswordDo)});
    }
    return make(GuardId::uninstallPassword, {GuardState::clear, ReasonCode::guardPasswordNone});
}

// Never in the way: the product's own uninstaller turns it off, and nothing here would get around it.
Guard GuardMaker::selfDefence() const
{
    const auto able = guarded();
    const auto has = [&](std::optional<bool> value) {
        return std::any_of(able.begin(), able.end(),
                           [&](const GuardProduct* product) { return product->selfDefence == value; });
    };
    if (has(true)) {
        return make(GuardId::selfDefence, {GuardState::clear, ReasonCode::guardDefenceOn},
                    {say(ReasonCode::guardDefenceWhy)});
    }
    if (has(std::nullopt)) {
        auto guard = make(GuardId::selfDefence, {GuardState::couldNotTell, ReasonCode::guardDefenceUnknown},
                          {say(ReasonCode::guardDefenceWhy)});
        guard.holdsUp = false;
        return guard;
    }
    return make(GuardId::selfDefence, {GuardState::clear, ReasonCode::guardDefenceOff});
}

}   // namespace offramp
