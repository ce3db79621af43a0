// How one guard is made of facts and answers. Private to guards.
#pragma once

#include "removal/guards.h"

#include <string>
#include <utility>
#include <vector>

namespace offramp {

class GuardMaker {
public:
    GuardMaker(const GuardFacts& facts, const GuardAnswers& answers) : m_facts(facts), m_answers(answers) {}

    // Of the products (product_guards.cpp).
    [[nodiscard]] Guard managed() const;
    [[nodiscard]] Guard passwordVault() const;
    [[nodiscard]] Guard encryption() const;
    [[nodiscard]] Guard quarantine() const;
    [[nodiscard]] Guard subscription() const;
    [[nodiscard]] Guard password() const;
    [[nodiscard]] Guard selfDefence() const;
    // Of the machine (machine_guards.cpp).
    [[nodiscard]] Guard nextOne() const;
    [[nodiscard]] Guard secondOne() const;
    [[nodiscard]] Guard rights() const;
    [[nodiscard]] Guard restart() const;
    [[nodiscard]] Guard otherInstaller() const;
    [[nodiscard]] Guard power() const;
    [[nodiscard]] Guard diskSpace() const;

private:
    enum class Answerable { no, yes };

    // `settled`: the title once the person gave their word.
    struct Shape {
        GuardState state;
        ReasonCode title;
        Answerable answerable = Answerable::no;
        ReasonCode settled = ReasonCode::guardWaived;
    };

    [[nodiscard]] Guard make(GuardId id, Shape shape, std::vector<Reason> reasons = {},
                             std::vector<Reason> todo = {}) const;
    // Products that can be protected by a password and by themselves.
    [[nodiscard]] std::vector<const GuardProduct*> guarded() const;

    template <class Condition> [[nodiscard]] std::vector<const GuardProduct*> products(Condition condition) const
    {
        std::vector<const GuardProduct*> found;
        for (const GuardProduct& product : m_facts.products) {
            if (condition(product)) {
                found.push_back(&product);
            }
        }
        return found;
    }

    static Reason say(ReasonCode code, std::vector<ReasonArgument> arguments = {})
    {
        return {code, std::move(arguments), std::nullopt};
    }
    static std::string joined(const std::vector<std::string>& names);
    static std::string namesOf(const std::vector<const GuardProduct*>& products);

    const GuardFacts& m_facts;
    const GuardAnswers& m_answers;
};

}   // namespace offramp
