#include "domain/timeline.h"

#include "base/vocabulary.h"

namespace offramp {

namespace {

constexpr Words<Person, 5> personWords{{
    {Person::us, "us"},
    {Person::federal, "federal"},
    {Person::contractor, "contractor"},
    {Person::otherGovernment, "other-government"},
    {Person::other, "other"},
}};

constexpr Words<RuleEffect, 5> ruleEffectWords{{
    {RuleEffect::none, "none"},
    {RuleEffect::salesEnd, "salesEnd"},
    {RuleEffect::updatesEnd, "updatesEnd"},
    {RuleEffect::useProhibited, "useProhibited"},
    {RuleEffect::useDiscouraged, "useDiscouraged"},
}};

constexpr Words<EventKind, 6> eventKindWords{{
    {EventKind::rule, "rule"},
    {EventKind::advice, "advice"},
    {EventKind::company, "company"},
    {EventKind::court, "court"},
    {EventKind::publication, "publication"},
    {EventKind::research, "research"},
}};

constexpr Words<Precision, 3> precisionWords{{
    {Precision::minute, "minute"},
    {Precision::day, "day"},
    {Precision::month, "month"},
}};

}   // namespace

std::string_view toString(Person person)
{
    return wordFor(personWords, person);
}

std::optional<Person> personFromString(std::string_view word)
{
    return valueFor(personWords, word);
}

std::string_view toString(RuleEffect value)
{
    return wordFor(ruleEffectWords, value);
}

std::optional<RuleEffect> ruleEffectFromString(std::string_view word)
{
    return valueFor(ruleEffectWords, word);
}

std::string_view toString(EventKind value)
{
    return wordFor(eventKindWords, value);
}

std::optional<EventKind> eventKindFromString(std::string_view word)
{
    return valueFor(eventKindWords, word);
}

std::string_view toString(Precision value)
{
    return wordFor(precisionWords, value);
}

std::optional<Precision> precisionFromString(std::string_view word)
{
    return valueFor(precisionWords, word);
}

}   // namespace offramp
