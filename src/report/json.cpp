#include "report/json.h"

#include "report/phrases.h"

namespace offramp::json {

namespace {

template <class T> Value orNull(const std::optional<T>& value)
{
    return value ? Value(*value) : Value(nullptr);
}

Value orNull(const std::optional<Day>& day)
{
    return day ? Value(toString(*day)) : Value(nullptr);
}

Value orNull(const std::optional<Instant>& instant)
{
    return instant ? Value(toString(*instant)) : Value(nullptr);
}

Value orNull(const std::string& text)
{
    return text.empty() ? Value(nullptr) : Value(text);
}

Value of(const std::optional<UninstallReference>& uninstall)
{
    if (!uninstall) {
        return nullptr;
    }
    const auto kind = uninstall->kind == UninstallReference::Kind::msiProduct ? "msiProduct"
                      : uninstall->kind == UninstallReference::Kind::package  ? "package"
                                                                              : "registeredCommand";
    return Value{{"kind", kind}, {"value", uninstall->value}, {"userWritable", uninstall->userWritable}};
}

}   // namespace

std::string dump(const Value& value)
{
    return value.dump(2, ' ', false, Value::error_handler_t::replace);
}

Value of(const SourceLink& source)
{
    return Value{{"url", orNull(source.url)},
                 {"title", orNull(source.title)},
                 {"citation", orNull(source.citation)},
                 {"verification", std::string(toString(source.verification))}};
}

Value of(const Reason& reason)
{
    Value arguments = Value::array();
    for (const ReasonArgument& argument : reason.arguments) {
        if (const auto* day = std::get_if<Day>(&argument)) {
            arguments.push_back(toString(*day));
        } else if (const auto* number = std::get_if<std::int64_t>(&argument)) {
            arguments.push_back(*number);
        } else {
            arguments.push_back(std::get<std::string>(argument));
        }
    }
    return Value{{"code", std::string(toString(reason.code))},
                 {"text", inEnglish(reason)},
                 {"arguments", std::move(arguments)},
                 {"source", reason.source ? of(*reason.source) : Value(nullptr)}};
}

Value of(const std::vector<Reason>& reasons)
{
    Value list = Value::array();
    for (const Reason& reason : reasons) {
        list.push_back(of(reason));
    }
    return list;
}

Value of(const MachineInfo& machine)
{
    return Value{{"name", orNull(machine.name)},           {"os", std::string(toString(machine.os))},
                 {"osVersion", orNull(machine.osVersion)}, {"server", machine.server},
                 {"recorded", machine.recorded},           {"elevated", machine.elevated},
                 {"locale", orNull(machine.locale)}};
}

Value of(const Evidence& evidence)
{
    return Value{{"kind", std::string(toString(evidence.kind))},
                 {"source", std::string(toString(evidence.source))},
                 {"id", orNull(evidence.id)},
                 {"name", orNull(evidence.name)},
                 {"version", orNull(evidence.version)},
                 {"fileVersion", orNull(evidence.fileVersion)},
                 {"publisher", orNull(evidence.publisher)},
                 {"location", orNull(evidence.location)},
                 {"readFrom", orNull(evidence.readFrom)},
                 {"scope", std::string(toString(evidence.scope))},
                 {"account", orNull(evidence.account)},
                 {"presence", std::string(toString(evidence.presence))},
                 {"packageState", evidence.packageState == PackageState::none
                                      ? Value(nullptr)
                                      : Value(std::string(toString(evidence.packageState)))},
                 {"running", orNull(evidence.running)}};
}

Value coverageOf(const SourceReport& report)
{
    Value issues = Value::array();
    for (const Error& issue : report.issues) {
        issues.push_back(Value{{"code", std::string(toString(issue.code))}, {"context", issue.context}});
    }
    return Value{{"source", std::string(toString(report.source))},
                 {"name", std::string(inEnglish(report.source))},
                 {"essential", report.weight == Weight::essential},
                 {"coverage", std::string(toString(report.coverage))},
                 {"examined", report.examined},
                 {"issues", std::move(issues)}};
}

Value of(const Installation& installation)
{
    Value evidence = Value::array();
    for (const MatchedEvidence& matched : installation.evidence) {
        Value entry = of(matched.evidence);
        entry["shows"] = std::string(toString(matched.shows));
        entry["strength"] = std::string(toString(matched.strength));
        entry["reason"] = of(matched.reason);
        evidence.push_back(std::move(entry));
    }
    const VendorFacts& facts = installation.facts;
    return Value{{"product", installation.productId},
                 {"family", installation.family},
                 {"vendor", installation.vendorId},
                 {"name", titleOf(installation)},
                 {"version", orNull(installation.version)},
                 {"edition", orNull(installation.edition)},
                 {"role", std::string(toString(installation.role))},
                 {"scope", std::string(toString(installation.scope))},
                 {"state", std::string(toString(installation.state))},
                 {"confidence", std::string(toString(installation.confidence))},
                 {"managed", installation.managed},
                 {"installedOn", orNull(installation.installedOn)},
                 {"databasesUpdatedAt", orNull(facts.databasesUpdatedAt)},
                 {"licenseDaysLeft", orNull(facts.licenceDaysLeft)},
                 {"passwordProtected", orNull(facts.passwordProtected)},
                 {"selfDefense", orNull(facts.selfDefence)},
                 {"uninstall", of(installation.uninstall)},
                 {"stateReasons", of(installation.reasons)},
                 {"evidence", std::move(evidence)}};
}

Value of(const Installation& installation, const Assessment& assessment)
{
    Value value = of(installation);
    value["status"] = std::string(toString(assessment.status));
    value["rule"] = orNull(assessment.eventId);
    value["since"] = orNull(assessment.since);
    value["daysSince"] = orNull(assessment.daysSince);
    value["databaseAgeDays"] = orNull(assessment.databaseAgeDays);
    value["gotUpdatesAfterwards"] = orNull(assessment.gotUpdatesAfterwards);
    value["reasons"] = of(assessment.reasons);
    return value;
}

Value of(const Recommendation& recommendation, const Replacement& replacement)
{
    Value features = Value::object();
    for (const FeatureMatch& match : recommendation.features) {
        features[match.featureId] = std::string(toString(match.cover));
    }
    return Value{{"id", replacement.id},
                 {"name", replacement.name},
                 {"vendor", replacement.vendor},
                 {"owner", orNull(replacement.owner)},
                 {"countries", replacement.countries},
                 {"baseline", recommendation.baseline},
                 {"free", replacement.free},
                 {"priceBand", orNull(replacement.priceBand)},
                 {"homeUrl", orNull(replacement.homeUrl)},
                 {"wanted", recommendation.features.size()},
                 {"covered", recommendation.covered},
                 {"confirmed", recommendation.confirmed},
                 {"features", std::move(features)},
                 {"reasons", of(recommendation.reasons)}};
}

}   // namespace offramp::json
