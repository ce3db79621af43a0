#include "removal/runners/msi_runner.h"

#include "base/secret.h"
#include "base/text.h"
#include "removal/result_codes.h"
#include "removal/runners/outcomes.h"

#include <algorithm>
#include <cstdint>

namespace offramp {

namespace {

bool isProductCode(std::string_view code)
{
    constexpr std::string_view shape = "{00000000-0000-0000-0000-000000000000}";
    return code.size() == shape.size() && std::equal(code.begin(), code.end(), shape.begin(), [](char c, char like) {
               return like == '0' ? std::string_view("0123456789ABCDEF").find(c) != std::string_view::npos : c == like;
           });
}

void appendHex(std::string& text, unsigned unit)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const unsigned byte : {unit & 0xFFu, unit >> 8}) {   // little-endian
        text += digits[byte >> 4];
        text += digits[byte & 0xFu];
    }
}

// The bytes of a UTF-8 text as UTF-16LE, in hexadecimal digits.
void appendUtf16Hex(std::string& hex, std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at++]);
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        std::uint32_t point = more == 3 ? lead & 0x07u : more == 2 ? lead & 0x0Fu : more == 1 ? lead & 0x1Fu : lead;
        for (int i = 0; i < more && at < utf8.size(); ++i) {
            point = point << 6 | (static_cast<unsigned char>(utf8[at++]) & 0x3Fu);
        }
        if (point >= 0x10000) {
            point -= 0x10000;
            appendHex(hex, 0xD800u + (point >> 10));
            appendHex(hex, 0xDC00u + (point & 0x3FFu));
        } else {
            appendHex(hex, point);
        }
    }
}

// Room enough from the start: a string that grows leaves copies of what it held.
constexpr std::size_t roomFor(std::size_t password)
{
    constexpr std::size_t names = 64;
    return names + 8 * password;
}

}   // namespace

std::string passwordProperties(PasswordPass pass, std::string_view password)
{
    std::string line;
    if (pass == PasswordPass::none || password.empty()) {
        return line;
    }
    line.reserve(roomFor(password.size()));
    if (pass == PasswordPass::hexPassword) {
        line += "KLUNINSTPASSWD=";
        appendUtf16Hex(line, password);
        return line;
    }
    // The name is that of the account every such product has from the start.
    line += "KLLOGIN=KLAdmin KLPASSWD=\"";
    for (const char c : password) {
        line.append(c == '"' ? 2 : 1, c);
    }
    line += '"';
    return line;
}

StepTruth MsiRunner::check(const Step& step)
{
    const auto* product = std::get_if<RemoveMsiProduct>(&step.action);
    const auto all = m_host.windowsManagers().installerProducts();
    if (product == nullptr || !all) {
        return StepTruth::cannotTell;
    }
    const bool there = std::any_of(all->begin(), all->end(), [&](const InstallerProduct& other) {
        return text::equalsFolded(other.productCode, product->productCode);
    });
    return there ? StepTruth::doesNotHold : StepTruth::holds;
}

StepOutcome MsiRunner::run(const Step& step, const StepWatch& watch, std::stop_token stop)
{
    const auto* product = std::get_if<RemoveMsiProduct>(&step.action);
    if (product == nullptr || !isProductCode(product->productCode)) {
        return refusedBecause("not a product of Windows Installer: " + step.id);
    }
    if (stop.stop_requested()) {
        return failedWith(Error{ErrorCode::cancelled, product->productCode, 0});
    }
    std::string password = product->password == PasswordPass::none ? std::string{} : watch.password();
    const bool given = !password.empty();
    if (!text::isUtf8(password) || password.find('\0') != std::string::npos) {
        overwrite(password);
        return refusedBecause("a password that Windows Installer could not take");
    }
    std::string properties = passwordProperties(product->password, password);
    overwrite(password);
    const auto answer =
        m_actions.windows().removeMsiProduct(product->productCode, properties, watch.fraction, watch.silent);
    overwrite(properties);
    if (!answer) {
        return failedWith(answer.error());
    }
    if (answer->stillRunning) {
        return failedWith(Error{ErrorCode::timeout, product->productCode + ": still being removed", 0});
    }
    const ResultMeaning meaning = resultOf(ResultTool::windowsInstaller, answer->code);
    StepOutcome outcome{meaning.kind, static_cast<int>(answer->code), Error{}, {}};
    if (meaning.kind == StepOutcome::Kind::done || meaning.kind == StepOutcome::Kind::restartNeeded) {
        return outcome;
    }
    constexpr unsigned fatalError = 1603;   // what a product answers that wants its password
    if (product->password != PasswordPass::none && !given && answer->code == fatalError) {
        outcome.kind = StepOutcome::Kind::needsPassword;
    }
    outcome.detail = Error{ErrorCode::io,
                           "Windows Installer ended with " + std::to_string(answer->code)
                               + (answer->said.empty() ? std::string{} : ": " + answer->said)
                               + (given ? " (the password may be wrong)" : ""),
                           static_cast<int>(answer->code)};
    return outcome;
}

Result<void> MsiRunner::undo(const Step& step, const std::string& /*undo*/)
{
    return fail(ErrorCode::unsupported, step.id + ": a product is not installed again");
}

}   // namespace offramp
