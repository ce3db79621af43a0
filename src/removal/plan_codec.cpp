#include "removal/plan_codec.h"

#include <algorithm>
#include <array>
#include <exception>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <sodium.h>
#include <utility>

namespace offramp {

namespace {

// Sorts its keys.
using Value = nlohmann::json;

constexpr std::string_view format = "offramp.plan/1";

// --- out

Value of(const Reason& reason)
{
    Value arguments = Value::array();
    for (const ReasonArgument& argument : reason.arguments) {
        if (const auto* day = std::get_if<Day>(&argument)) {
            arguments.push_back(Value{{"day", toString(*day)}});
        } else if (const auto* number = std::get_if<std::int64_t>(&argument)) {
            arguments.push_back(*number);
        } else {
            arguments.push_back(std::get<std::string>(argument));
        }
    }
    Value source = nullptr;
    if (reason.source) {
        source = Value{{"citation", reason.source->citation},
                       {"title", reason.source->title},
                       {"url", reason.source->url},
                       {"verification", toString(reason.source->verification)}};
    }
    return Value{{"arguments", std::move(arguments)}, {"code", toString(reason.code)}, {"source", std::move(source)}};
}

Value of(const std::vector<Reason>& reasons)
{
    Value list = Value::array();
    for (const Reason& reason : reasons) {
        list.push_back(of(reason));
    }
    return list;
}

struct ActionWriter {
    Value operator()(const MakeRestorePoint& /*action*/) const { return Value::object(); }
    Value operator()(const RunUninstaller& action) const
    {
        return Value{{"entry", action.entry},
                     {"registered", action.registered},
                     {"signers", action.signers},
                     {"userWritable", action.userWritable}};
    }
    Value operator()(const RemoveMsiProduct& action) const
    {
        return Value{{"password", toString(action.password)}, {"productCode", action.productCode}};
    }
    Value operator()(const RemovePackage& action) const
    {
        return Value{{"manager", toString(action.manager)}, {"package", action.package}};
    }
    Value operator()(const RestartMachine& action) const { return Value{{"when", toString(action.when)}}; }
    Value operator()(const AwaitProtection& /*action*/) const { return Value::object(); }
    Value operator()(const LookAgain& /*action*/) const { return Value::object(); }
    Value operator()(const ReviewLeftovers& /*action*/) const { return Value::object(); }
    Value operator()(const MovePath& action) const { return Value{{"folder", action.folder}, {"path", action.path}}; }
    Value operator()(const RemoveRegistryKey& action) const { return Value{{"key", action.key}}; }
    Value operator()(const RemoveService& action) const { return Value{{"name", action.name}}; }
    Value operator()(const RemoveSystemdUnit& action) const
    {
        return Value{{"name", action.name}, {"path", action.path}};
    }
    Value operator()(const RemoveCertificate& action) const
    {
        return Value{{"store", action.store}, {"thumbprint", action.thumbprint}};
    }
    Value operator()(const RemoveBrowserPolicy& action) const
    {
        return Value{{"extension", action.extension}, {"key", action.key}};
    }
    Value operator()(const PurgePackage& action) const
    {
        return Value{{"manager", toString(action.manager)}, {"package", action.package}};
    }
};

Value of(const Step& step)
{
    Value action = std::visit(ActionWriter{}, step.action);
    action["do"] = kindOf(step.action);
    return Value{{"action", std::move(action)},
                 {"confidence", toString(step.confidence)},
                 {"id", step.id},
                 {"product", step.product},
                 {"rights", toString(step.rights)},
                 {"says", of(step.says)},
                 {"subject", step.subject},
                 {"undo", toString(step.undo)}};
}

// --- in

// Leaves this file as an Error.
struct Fault {
    std::string place;
    std::string what;
};

// An object whose members are all known: one that was never asked for is a fault.
class Reader {
public:
    Reader(const Value& value, std::string place, std::initializer_list<std::string_view> members)
        : m_value(value), m_place(std::move(place))
    {
        if (!value.is_object()) {
            throw Fault{m_place, "is not an object"};
        }
        for (const auto& [name, member] : value.items()) {
            if (std::find(members.begin(), members.end(), name) == members.end()) {
                throw Fault{m_place, "has an unknown member \"" + name + "\""};
            }
        }
    }

    [[nodiscard]] const Value& member(const std::string& name) const
    {
        const auto found = m_value.find(name);
        if (found == m_value.end()) {
            throw Fault{m_place, "lacks \"" + name + "\""};
        }
        return *found;
    }
    [[nodiscard]] std::string text(const std::string& name) const
    {
        const Value& value = member(name);
        if (!value.is_string()) {
            throw Fault{placeOf(name), "is not text"};
        }
        return value.get<std::string>();
    }
    [[nodiscard]] bool flag(const std::string& name) const
    {
        const Value& value = member(name);
        if (!value.is_boolean()) {
            throw Fault{placeOf(name), "is not true or false"};
        }
        return value.get<bool>();
    }
    [[nodiscard]] const Value& list(const std::string& name) const
    {
        const Value& value = member(name);
        if (!value.is_array()) {
            throw Fault{placeOf(name), "is not a list"};
        }
        return value;
    }
    template <class FromString> [[nodiscard]] auto word(const std::string& name, FromString fromString) const
    {
        const auto value = fromString(text(name));
        if (!value) {
            throw Fault{placeOf(name), "is not a word this program knows"};
        }
        return *value;
    }
    [[nodiscard]] std::string placeOf(const std::string& name) const { return m_place + "." + name; }

private:
    const Value& m_value;
    std::string m_place;
};

Reason reasonFrom(const Value& value, const std::string& place)
{
    const Reader in(value, place, {"arguments", "code", "source"});
    Reason reason{in.word("code", reasonCodeFromString), {}, {}};
    for (const Value& argument : in.list("arguments")) {
        if (argument.is_string()) {
            reason.arguments.emplace_back(argument.get<std::string>());
        } else if (argument.is_number_integer()
                   && (!argument.is_number_unsigned() || argument.get<std::uint64_t>() <= INT64_MAX)) {
            reason.arguments.emplace_back(argument.get<std::int64_t>());
        } else {
            const auto day = parseDay(Reader(argument, in.placeOf("arguments"), {"day"}).text("day"));
            if (!day) {
                throw Fault{in.placeOf("arguments"), "holds no such day"};
            }
            reason.arguments.emplace_back(*day);
        }
    }
    if (const Value& source = in.member("source"); !source.is_null()) {
        const Reader link(source, in.placeOf("source"), {"citation", "title", "url", "verification"});
        reason.source = SourceLink{link.text("url"), link.text("title"), link.text("citation"),
                                   link.word("verification", verificationFromString)};
    }
    return reason;
}

std::vector<Reason> reasonsFrom(const Value& list, const std::string& place)
{
    std::vector<Reason> reasons;
    for (const Value& value : list) {
        reasons.push_back(reasonFrom(value, place));
    }
    return reasons;
}

std::vector<std::string> textsFrom(const Value& list, const std::string& place)
{
    std::vector<std::string> texts;
    for (const Value& value : list) {
        if (!value.is_string()) {
            throw Fault{place, "holds something else than text"};
        }
        texts.push_back(value.get<std::string>());
    }
    return texts;
}

StepAction actionFrom(const Value& value, const std::string& place)
{
    using Names = std::initializer_list<std::string_view>;
    const auto found = value.is_object() ? value.find("do") : value.end();
    if (found == value.end() || !found->is_string()) {
        throw Fault{place, "does not say what to do"};
    }
    const auto kind = found->get<std::string>();
    const auto in = [&](Names members) { return Reader(value, place, members); };
    const auto is = [&](const StepAction& action) { return kind == kindOf(action); };
    if (is(MakeRestorePoint{})) {
        return in({"do"}), MakeRestorePoint{};
    }
    if (is(RunUninstaller{})) {
        const Reader from = in({"do", "entry", "registered", "signers", "userWritable"});
        return RunUninstaller{from.text("registered"), from.text("entry"),
                              textsFrom(from.list("signers"), from.placeOf("signers")), from.flag("userWritable")};
    }
    if (is(RemoveMsiProduct{})) {
        const Reader from = in({"do", "password", "productCode"});
        return RemoveMsiProduct{from.text("productCode"), from.word("password", passwordPassFromString)};
    }
    if (is(RemovePackage{})) {
        const Reader from = in({"do", "manager", "package"});
        return RemovePackage{from.word("manager", packageManagerFromString), from.text("package")};
    }
    if (is(RestartMachine{})) {
        return RestartMachine{in({"do", "when"}).word("when", restartWhenFromString)};
    }
    if (is(AwaitProtection{})) {
        return in({"do"}), AwaitProtection{};
    }
    if (is(LookAgain{})) {
        return in({"do"}), LookAgain{};
    }
    if (is(ReviewLeftovers{})) {
        return in({"do"}), ReviewLeftovers{};
    }
    if (is(MovePath{})) {
        const Reader from = in({"do", "folder", "path"});
        return MovePath{from.text("path"), from.flag("folder")};
    }
    if (is(RemoveRegistryKey{})) {
        return RemoveRegistryKey{in({"do", "key"}).text("key")};
    }
    if (is(RemoveService{})) {
        return RemoveService{in({"do", "name"}).text("name")};
    }
    if (is(RemoveSystemdUnit{})) {
        const Reader from = in({"do", "name", "path"});
        return RemoveSystemdUnit{from.text("name"), from.text("path")};
    }
    if (is(RemoveCertificate{})) {
        const Reader from = in({"do", "store", "thumbprint"});
        return RemoveCertificate{from.text("thumbprint"), from.text("store")};
    }
    if (is(RemoveBrowserPolicy{})) {
        const Reader from = in({"do", "extension", "key"});
        return RemoveBrowserPolicy{from.text("key"), from.text("extension")};
    }
    if (is(PurgePackage{})) {
        const Reader from = in({"do", "manager", "package"});
        return PurgePackage{from.word("manager", packageManagerFromString), from.text("package")};
    }
    throw Fault{place, "asks for something this program does not do"};
}

Step stepFrom(const Value& value, const std::string& place)
{
    const Reader in(value, place, {"action", "confidence", "id", "product", "rights", "says", "subject", "undo"});
    Step step;
    step.id = in.text("id");
    step.product = in.text("product");
    step.subject = in.text("subject");
    step.action = actionFrom(in.member("action"), in.placeOf("action"));
    step.undo = in.word("undo", undoFromString);
    step.rights = in.word("rights", rightsFromString);
    step.says = reasonsFrom(in.list("says"), in.placeOf("says"));
    step.confidence = in.word("confidence", confidenceFromString);
    return step;
}

RemovalPlan planFrom(const Value& value)
{
    const Reader in(value, "plan", {"catalogSerial", "format", "kept", "kind", "machine", "steps"});
    if (in.text("format") != format) {
        throw Fault{"plan.format", "is not " + std::string(format)};
    }
    RemovalPlan plan;
    plan.kind = in.word("kind", planKindFromString);
    plan.machine = in.text("machine");
    // Not past what every system's `long` holds.
    const Value& serial = in.member("catalogSerial");
    if (!serial.is_number_unsigned() || serial.get<std::uint64_t>() > INT32_MAX) {
        throw Fault{"plan.catalogSerial", "is not a serial number"};
    }
    plan.catalogSerial = static_cast<long>(serial.get<std::uint64_t>());
    const Value& steps = in.list("steps");
    if (steps.size() > planStepsLimit) {
        throw Fault{"plan.steps", "has too many entries"};
    }
    std::set<std::string> ids;
    for (const Value& step : steps) {
        const std::string place = "plan.steps[" + std::to_string(plan.steps.size()) + "]";
        plan.steps.push_back(stepFrom(step, place));
        if (plan.steps.back().id.empty() || !ids.insert(plan.steps.back().id).second) {
            throw Fault{place + ".id", "is empty or not the only one"};
        }
    }
    plan.kept = reasonsFrom(in.list("kept"), in.placeOf("kept"));
    return plan;
}

}   // namespace

std::string encodePlan(const RemovalPlan& plan)
{
    Value steps = Value::array();
    for (const Step& step : plan.steps) {
        steps.push_back(of(step));
    }
    return Value{{"catalogSerial", static_cast<std::uint64_t>(std::max(plan.catalogSerial, 0L))},
                 {"format", format},
                 {"kept", of(plan.kept)},
                 {"kind", toString(plan.kind)},
                 {"machine", plan.machine},
                 {"steps", std::move(steps)}}
        .dump(-1, ' ', false, Value::error_handler_t::replace);
}

Result<RemovalPlan> decodePlan(std::string_view bytes)
{
    if (bytes.size() > planBytesLimit) {
        return fail(ErrorCode::tooLarge, "removal plan");
    }
    try {
        RemovalPlan plan = planFrom(Value::parse(bytes));
        if (encodePlan(plan) != bytes) {
            return fail(ErrorCode::malformed, "removal plan: not in the spelling a plan has");
        }
        return plan;
    } catch (const Fault& fault) {
        return fail(ErrorCode::malformed, "removal plan: " + fault.place + " " + fault.what);
    } catch (const std::exception& exception) {
        return fail(ErrorCode::malformed, std::string("removal plan: ") + exception.what());
    }
}

std::string planDigest(std::string_view planBytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(planBytes.data()), planBytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

std::string planDigest(const RemovalPlan& plan)
{
    return planDigest(encodePlan(plan));
}

Result<Step> confirmedStep(const RemovalPlan& approved, const RemovalPlan& madeAnew, std::string_view id)
{
    const Step* const wanted = stepOf(approved, id);
    const Step* const now = stepOf(madeAnew, id);
    if (wanted == nullptr || now == nullptr) {
        return fail(ErrorCode::notFound, "step " + std::string(id));
    }
    if (approved.kind != madeAnew.kind || wanted->action != now->action || wanted->product != now->product
        || wanted->rights != now->rights) {
        return fail(ErrorCode::malformed, "step " + std::string(id) + " is not what was approved");
    }
    return *wanted;
}

}   // namespace offramp
