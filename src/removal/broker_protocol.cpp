#include "removal/broker_protocol.h"

#include "base/secret.h"

#include <array>
#include <climits>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace offramp {

namespace {

using Value = nlohmann::json;

constexpr std::size_t lengthBytes = 4;
constexpr std::array<StepOutcome::Kind, 7> outcomeKinds{
    StepOutcome::Kind::done,         StepOutcome::Kind::restartNeeded, StepOutcome::Kind::busy,
    StepOutcome::Kind::refused,      StepOutcome::Kind::declined,      StepOutcome::Kind::failed,
    StepOutcome::Kind::needsPassword};
constexpr std::array<ErrorCode, 9> errorCodes{ErrorCode::notFound, ErrorCode::accessDenied, ErrorCode::malformed,
                                              ErrorCode::tooLarge, ErrorCode::notRecorded,  ErrorCode::unsupported,
                                              ErrorCode::io,       ErrorCode::timeout,      ErrorCode::cancelled};

std::string framedBytes(std::string_view bytes)
{
    std::string message;
    message.reserve(lengthBytes + bytes.size());   // growing would leave copies behind
    for (std::size_t at = lengthBytes; at > 0; --at) {
        message += static_cast<char>((bytes.size() >> (8 * (at - 1))) & 0xFFU);
    }
    return message.append(bytes);
}

std::string framed(const Value& value)
{
    return framedBytes(value.dump(-1, ' ', false, Value::error_handler_t::replace));
}

Value of(const Error& error)
{
    return Value{{"code", toString(error.code)}, {"context", error.context}, {"osCode", error.osCode}};
}

// Reads an object that has exactly these members, each of the type asked for; one fault spoils the whole.
class Members {
public:
    Members(const Value& object, std::size_t count)
        : m_object(object), m_good(object.is_object() && object.size() == count)
    {}

    [[nodiscard]] std::string text(const char* key)
    {
        const Value* value = member(key);
        return value != nullptr && (m_good = value->is_string()) ? value->get<std::string>() : std::string{};
    }
    [[nodiscard]] bool yes(const char* key)
    {
        const Value* value = member(key);
        return value != nullptr && (m_good = value->is_boolean()) && value->get<bool>();
    }
    [[nodiscard]] long number(const char* key)
    {
        const Value* value = member(key);
        if (value == nullptr || !(m_good = value->is_number_integer())) {
            return 0;
        }
        const auto wide = value->get<std::int64_t>();
        m_good = wide >= INT_MIN && wide <= INT_MAX;
        return m_good ? static_cast<long>(wide) : 0;
    }
    [[nodiscard]] double fraction(const char* key)
    {
        const Value* value = member(key);
        if (value == nullptr || !(m_good = value->is_number())) {
            return 0;
        }
        const auto read = value->get<double>();
        m_good = read >= 0 && read <= 1;   // and so a number
        return m_good ? read : 0;
    }
    [[nodiscard]] Error error(const char* key)
    {
        const Value* value = member(key);
        if (value == nullptr) {
            return {};
        }
        Members inner(*value, 3);
        Error error;
        const std::string word = inner.text("code");
        error.context = inner.text("context");
        error.osCode = static_cast<int>(inner.number("osCode"));
        bool known = false;
        for (const ErrorCode code : errorCodes) {
            if (word == toString(code)) {
                error.code = code;
                known = true;
            }
        }
        m_good = inner.good() && known;
        return error;
    }
    [[nodiscard]] StepOutcome::Kind outcome(const char* key)
    {
        const std::string word = text(key);
        for (const StepOutcome::Kind kind : outcomeKinds) {
            if (word == toString(kind)) {
                return kind;
            }
        }
        m_good = false;
        return {};
    }
    [[nodiscard]] bool isNull(const char* key)
    {
        const Value* value = member(key);
        return value != nullptr && value->is_null();
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    [[nodiscard]] const Value* member(const char* key)
    {
        if (!m_good) {
            return nullptr;
        }
        const auto found = m_object.find(key);
        m_good = found != m_object.end();
        return m_good ? &*found : nullptr;
    }

    const Value& m_object;
    bool m_good;
};

// By hand, so that no library keeps a copy of it.
constexpr std::string_view passwordBegins = R"({"do":"password","hex":")";
constexpr std::string_view passwordEnds = R"("})";
constexpr std::string_view hexDigits = "0123456789abcdef";

std::string encodedPassword(const GivePassword& given)
{
    std::string bytes;
    bytes.reserve(passwordBegins.size() + 2 * given.password.size() + passwordEnds.size());
    bytes += passwordBegins;
    for (const char c : given.password) {
        const auto byte = static_cast<unsigned char>(c);
        bytes += hexDigits[byte >> 4];
        bytes += hexDigits[byte & 0xFU];
    }
    bytes += passwordEnds;
    std::string message = framedBytes(bytes);
    overwrite(bytes);
    return message;
}

Result<BrokerRequest> decodedPassword(std::string_view bytes)
{
    GivePassword given;
    const std::string_view hex =
        bytes.substr(passwordBegins.size(), bytes.size() - passwordBegins.size() - passwordEnds.size());
    given.password.reserve(hex.size() / 2);
    bool good = hex.size() % 2 == 0 && hex.size() / 2 <= brokerPasswordLimit;
    for (std::size_t at = 0; good && at < hex.size(); at += 2) {
        const auto high = hexDigits.find(hex[at]);
        const auto low = hexDigits.find(hex[at + 1]);
        good = high != std::string_view::npos && low != std::string_view::npos;
        given.password += static_cast<char>(good ? high * 16 + low : 0);
    }
    if (!good) {
        overwrite(given.password);
        return fail(ErrorCode::malformed, "a message of the broker's protocol");
    }
    return BrokerRequest(std::move(given));
}

struct RequestWriter {
    Value operator()(const OpenPlan& open) const
    {
        return Value{{"do", "open"}, {"protocol", open.protocol}, {"digest", open.digest}, {"plan", open.plan}};
    }
    Value operator()(const RunStep& run) const { return Value{{"do", "run"}, {"step", run.step}}; }
    Value operator()(const UndoStep& undo) const
    {
        return Value{{"do", "undo"}, {"step", undo.step}, {"undo", undo.undo}};
    }
    Value operator()(const BrokerAnswer& answer) const { return Value{{"do", "answer"}, {"yes", answer.yes}}; }
    Value operator()(const StopStep& /*stop*/) const { return Value{{"do", "stop"}}; }
    Value operator()(const GivePassword& /*given*/) const { return nullptr; }   // encodedPassword()
};

struct ReplyWriter {
    Value operator()(const PlanOpened& /*opened*/) const { return Value{{"say", "opened"}}; }
    Value operator()(const StepEnded& ended) const
    {
        return Value{{"say", "ended"},
                     {"kind", toString(ended.kind)},
                     {"code", ended.code ? Value(*ended.code) : Value(nullptr)},
                     {"detail", of(ended.detail)},
                     {"undo", ended.undo}};
    }
    Value operator()(const UndoEnded& ended) const
    {
        return Value{{"say", "undone"}, {"fault", ended.fault ? of(*ended.fault) : Value(nullptr)}};
    }
    Value operator()(const StepFraction& fraction) const
    {
        const bool sane = std::isfinite(fraction.value) && fraction.value >= 0 && fraction.value <= 1;
        return Value{{"say", "fraction"}, {"value", sane ? fraction.value : 0.0}};
    }
    Value operator()(const StillSilent& silent) const { return Value{{"say", "silent"}, {"seconds", silent.seconds}}; }
    Value operator()(const StepWindow& window) const { return Value{{"say", "window"}, {"number", window.number}}; }
    Value operator()(const RememberUndo& remember) const { return Value{{"say", "remember"}, {"undo", remember.undo}}; }
    Value operator()(const AskPassword& /*ask*/) const { return Value{{"say", "password"}}; }
    Value operator()(const BrokerRefuses& refuses) const { return Value{{"say", "refused"}, {"why", of(refuses.why)}}; }
};

// Nothing may nest deeper than an error within a message, and nothing is parsed before that is known.
Result<Value> parse(std::string_view bytes)
{
    constexpr int deepest = 3;
    bool tooDeep = false;
    const auto watch = [&](int depth, Value::parse_event_t /*event*/, Value& /*value*/) {
        tooDeep = tooDeep || depth > deepest;
        return !tooDeep;
    };
    Value value = Value::parse(bytes, watch, false);
    if (tooDeep || !value.is_object()) {
        return fail(ErrorCode::malformed, "a message of the broker's protocol");
    }
    return value;
}

template <class Message> Result<Message> ifGood(const Members& members, Message message)
{
    if (!members.good()) {
        return fail(ErrorCode::malformed, "a message of the broker's protocol");
    }
    return message;
}

std::string wordOf(const Value& value, const char* key)
{
    const auto found = value.find(key);
    return found != value.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}   // namespace

std::string encodeRequest(const BrokerRequest& request)
{
    if (const auto* given = std::get_if<GivePassword>(&request)) {
        return encodedPassword(*given);
    }
    return framed(std::visit(RequestWriter{}, request));
}

std::string encodeReply(const BrokerReply& reply)
{
    return framed(std::visit(ReplyWriter{}, reply));
}

Result<BrokerRequest> decodeRequest(std::string_view bytes)
{
    if (bytes.starts_with(passwordBegins) && bytes.substr(passwordBegins.size()).ends_with(passwordEnds)) {
        return decodedPassword(bytes);
    }
    const Result<Value> value = parse(bytes);
    if (!value) {
        return tl::unexpected(value.error());
    }
    const std::string word = wordOf(*value, "do");
    if (word == "open") {
        Members in(*value, 4);
        OpenPlan open;
        open.protocol = static_cast<int>(in.number("protocol"));
        open.digest = in.text("digest");
        open.plan = in.text("plan");
        return ifGood<BrokerRequest>(in, std::move(open));
    }
    if (word == "run") {
        Members in(*value, 2);
        RunStep run{in.text("step")};
        return ifGood<BrokerRequest>(in, std::move(run));
    }
    if (word == "undo") {
        Members in(*value, 3);
        UndoStep undo;
        undo.step = in.text("step");
        undo.undo = in.text("undo");
        return ifGood<BrokerRequest>(in, std::move(undo));
    }
    if (word == "answer") {
        Members in(*value, 2);
        const BrokerAnswer answer{in.yes("yes")};
        return ifGood<BrokerRequest>(in, answer);
    }
    if (word == "stop") {
        return ifGood<BrokerRequest>(Members(*value, 1), StopStep{});
    }
    return fail(ErrorCode::malformed, "a message of the broker's protocol");
}

Result<BrokerReply> decodeReply(std::string_view bytes)
{
    const Result<Value> value = parse(bytes);
    if (!value) {
        return tl::unexpected(value.error());
    }
    const std::string word = wordOf(*value, "say");
    if (word == "opened") {
        return ifGood<BrokerReply>(Members(*value, 1), PlanOpened{});
    }
    if (word == "ended") {
        Members in(*value, 5);
        StepEnded ended;
        ended.kind = in.outcome("kind");
        if (!in.isNull("code")) {
            ended.code = static_cast<int>(in.number("code"));
        }
        ended.detail = in.error("detail");
        ended.undo = in.text("undo");
        return ifGood<BrokerReply>(in, std::move(ended));
    }
    if (word == "undone") {
        Members in(*value, 2);
        UndoEnded ended;
        if (!in.isNull("fault")) {
            ended.fault = in.error("fault");
        }
        return ifGood<BrokerReply>(in, std::move(ended));
    }
    if (word == "fraction") {
        Members in(*value, 2);
        const StepFraction fraction{in.fraction("value")};
        return ifGood<BrokerReply>(in, fraction);
    }
    if (word == "silent") {
        Members in(*value, 2);
        const StillSilent silent{in.number("seconds")};
        return ifGood<BrokerReply>(in, silent);
    }
    if (word == "window") {
        Members in(*value, 2);
        const StepWindow window{static_cast<std::int32_t>(in.number("number"))};
        return ifGood<BrokerReply>(in, window);
    }
    if (word == "remember") {
        Members in(*value, 2);
        RememberUndo remember{in.text("undo")};
        return ifGood<BrokerReply>(in, std::move(remember));
    }
    if (word == "password") {
        return ifGood<BrokerReply>(Members(*value, 1), AskPassword{});
    }
    if (word == "refused") {
        Members in(*value, 2);
        BrokerRefuses refuses{in.error("why")};
        return ifGood<BrokerReply>(in, std::move(refuses));
    }
    return fail(ErrorCode::malformed, "a message of the broker's protocol");
}

Result<std::optional<std::string>> MessageReader::next()
{
    if (m_bytes.size() < lengthBytes) {
        return std::optional<std::string>{};
    }
    std::size_t length = 0;
    for (std::size_t at = 0; at < lengthBytes; ++at) {
        length = length * 256 + static_cast<unsigned char>(m_bytes[at]);
    }
    if (length == 0 || length > brokerMessageLimit) {
        return fail(ErrorCode::tooLarge, "a message of the broker's protocol");
    }
    if (m_bytes.size() - lengthBytes < length) {
        return std::optional<std::string>{};
    }
    std::string message = m_bytes.substr(lengthBytes, length);
    std::string rest = m_bytes.substr(lengthBytes + length);
    overwrite(m_bytes);
    m_bytes = std::move(rest);
    return std::optional<std::string>{std::move(message)};
}

}   // namespace offramp
