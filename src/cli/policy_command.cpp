#include "cli/policy_command.h"

#include "base/utf8_path.h"
#include "cli/answer.h"
#include "policy/policy_place.h"
#include "report/json.h"
#include "report/phrases.h"

#include <CLI/CLI.hpp>

#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace offramp::cli {

namespace {

constexpr const char* aboutPolicy =
    "An organization may sign a policy: whether a plan may be carried out on its computers, until when, how\n"
    "often it may be put off, whom to ask. Without one, and with one that is unsigned, changed, expired or\n"
    "damaged, Offramp only looks (\"audit\").\n"
    "\n"
    "It stands in /etc/offramp as policy.json, policy.json.minisig and policy.pub, which only administrators\n"
    "may change, and on Windows in HKLM\\SOFTWARE\\Policies\\Offramp. To sign one:\n"
    "  minisign -G -s policy.key -p policy.pub\n"
    "  minisign -S -H -s policy.key -m policy.json -t \"$(offramp-cli policy comment policy.json)\"\n"
    "\n"
    "Exit codes:\n"
    "  0   the policy counts, or there is none\n"
    "  65  there is a policy and nothing of it counts; the reason is printed\n"
    "  74  the answer could not be written completely";

// Never more than a policy may have, so that a device or a huge file does no harm.
Result<std::string> contentOf(const std::string& name)
{
    std::ifstream file(pathFromUtf8(name), std::ios::binary);
    if (!file) {
        return fail(ErrorCode::notFound, name);
    }
    std::string content(largestPolicy + 1, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (file.bad()) {
        return fail(ErrorCode::io, name);
    }
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content.size() > largestPolicy ? fail(ErrorCode::tooLarge, name) : Result<std::string>(std::move(content));
}

std::string sentenceOf(const PolicyRefusal& refusal)
{
    const std::string& what = refusal.what;
    switch (refusal.fault) {
    case PolicyFault::malformed: return fmt::format("The policy is not written as one ({}).", what);
    case PolicyFault::noSignature: return "The policy has no signature that can be read.";
    case PolicyFault::noKey: return "There is no public key to check the policy with.";
    case PolicyFault::foreignKey: return "The policy was signed with another key.";
    case PolicyFault::changed: return "The policy was changed after it was signed.";
    case PolicyFault::expired: return fmt::format("The policy ended on {}.", what);
    case PolicyFault::unreadable: return fmt::format("The policy could not be read: {}.", what);
    case PolicyFault::openToOthers: return fmt::format("People who are no administrators can change {}.", what);
    }
    return {};
}

std::string textOf(const OrganizationPolicy& policy)
{
    std::string text = fmt::format("Policy {} of {}, counts until {}.\n", policy.serial, policy.organization,
                                   inEnglish(policy.expires));
    text += policy.mode == OrganizationPolicy::Mode::authorize
                ? "Administrators' tools may carry out a plan without asking here.\n"
                : "It has this computer checked. Nothing is removed because of that.\n";
    if (policy.deadline) {
        text += fmt::format("It should be done by {}.\n", inEnglish(*policy.deadline));
    }
    if (policy.deferrals) {
        text += fmt::format("It may be put off {} time{}.\n", *policy.deferrals, *policy.deferrals == 1 ? "" : "s");
    }
    if (policy.reminderDays) {
        text += fmt::format("Reminders should be {} day{} apart at most.\n", *policy.reminderDays,
                            *policy.reminderDays == 1 ? "" : "s");
    }
    return text + (policy.contact.empty() ? "" : fmt::format("Whom to ask: {}\n", policy.contact));
}

json::Value jsonOf(const PolicyAnswer& answer)
{
    json::Value policy;
    if (answer.policy) {
        const OrganizationPolicy& says = *answer.policy;
        policy = {{"serial", says.serial},
                  {"organization", says.organization},
                  {"contact", says.contact},
                  {"mode", std::string(toString(says.mode))},
                  {"expires", toString(says.expires)},
                  {"deadline", says.deadline ? json::Value(toString(*says.deadline)) : json::Value()},
                  {"deferrals", says.deferrals ? json::Value(*says.deferrals) : json::Value()},
                  {"reminderDays", says.reminderDays ? json::Value(*says.reminderDays) : json::Value()}};
    }
    json::Value refused;
    if (answer.refused) {
        refused = {{"code", std::string(toString(answer.refused->fault))},
                   {"text", sentenceOf(*answer.refused)},
                   {"what", answer.refused->what}};
    }
    return {{"format", "offramp.policyAnswer/1"},
            {"mode", answer.authorizes() ? "authorize" : "audit"},
            {"policy", std::move(policy)},
            {"refused", std::move(refused)}};
}

ExitCode answerWith(const PolicyAnswer& answer, const CommonOptions& common)
{
    const ExitCode code = answer.refused ? ExitCode::badInput : ExitCode::clean;
    if (common.format() == Format::json) {
        return print(json::dump(jsonOf(answer)) + "\n", code);
    }
    std::string text = answer.policy    ? textOf(*answer.policy)
                       : answer.refused ? sentenceOf(*answer.refused) + " Nothing of it counts.\n"
                                        : std::string("This computer has no policy.\n");
    text += answer.authorizes() ? "" : "Offramp only looks here.\n";
    return print(text, code);
}

ExitCode runComment(const PolicyOptions& options)
{
    const auto text = contentOf(options.file);
    if (!text) {
        return reportBadInput(text.error());
    }
    const auto policy = parsePolicy(*text);
    if (!policy) {
        fmt::print(stderr, "{}\n", "offramp-cli: " + sentenceOf(policy.error()));
        return ExitCode::badInput;
    }
    return print(policyComment(*policy) + "\n", ExitCode::clean);
}

ExitCode runVerify(const CommonOptions& common, const PolicyOptions& options)
{
    PolicyTexts texts;
    const std::string signature = options.signature.empty() ? options.file + ".minisig" : options.signature;
    for (const auto& [name, part] :
         {std::pair(options.file, &PolicyTexts::policy), std::pair(signature, &PolicyTexts::signature),
          std::pair(options.key, &PolicyTexts::key)}) {
        auto text = contentOf(name);
        if (!text) {
            return reportBadInput(text.error());
        }
        texts.*part = std::move(*text);
    }
    const Instant now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return answerWith(provePolicy(texts, now), common);
}

}   // namespace

PolicyCommands addPolicyCommands(CLI::App& policy, CommonOptions& common, PolicyOptions& options)
{
    policy.require_subcommand(1);
    policy.footer(aboutPolicy);
    PolicyCommands commands;
    commands.show = policy.add_subcommand("show", "What this computer's policy says, if it has one");
    commands.show
        ->add_option("--host", common.hostFolder, "Look at a machine recorded in this folder instead of this computer")
        ->type_name("DIR");
    commands.show->add_flag("--json", common.json, "Print JSON instead of text");
    commands.verify = policy.add_subcommand("verify", "Whether a policy is signed by a key, and what it says");
    commands.verify->add_option("FILE", options.file, "The policy, policy.json")->required();
    commands.verify->add_option("--key", options.key, "The public key, policy.pub")->type_name("FILE")->required();
    commands.verify->add_option("--signature", options.signature, "Its signature instead of FILE.minisig")
        ->type_name("FILE");
    commands.verify->add_flag("--json", common.json, "Print JSON instead of text");
    commands.comment =
        policy.add_subcommand("comment", "The trusted comment the signature of a policy must have (minisign -t)");
    commands.comment->add_option("FILE", options.file, "The policy to sign")->required();
    return commands;
}

ExitCode runPolicy(const PolicyCommands& commands, const CommonOptions& common, const PolicyOptions& options)
{
    if (*commands.comment) {
        return runComment(options);
    }
    if (*commands.verify) {
        return runVerify(common, options);
    }
    const auto host = openHost(common);
    if (!host) {
        return reportBadInput(host.error());
    }
    return answerWith(readPolicy(**host), common);
}

}   // namespace offramp::cli
