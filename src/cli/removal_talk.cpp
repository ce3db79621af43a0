#include "cli/removal_talk.h"

#include "base/secret.h"
#include "base/utf8_path.h"
#include "cli/terminal.h"
#include "platform/platform.h"
#include "report/phrases.h"
#include "session/removal_report.h"

#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <utility>

namespace offramp::cli {

namespace {

constexpr std::size_t longestPassword = 1024;

// The first line of it. Nobody but the session keeps a copy.
std::string passwordFrom(const std::string& file)
{
    std::string password;
    std::ifstream stream;
    if (file != "-") {
        stream.open(pathFromUtf8(file), std::ios::binary);
    }
    std::istream& in = file == "-" ? std::cin : stream;
    password.reserve(longestPassword);   // so that it is never moved to another place
    for (char c = 0; password.size() < longestPassword && in.get(c) && c != '\n' && c != '\r';) {
        password.push_back(c);
    }
    return password;
}

// Typed, not shown. Never an argument: whoever lists the processes of a computer reads those.
std::string askPassword(const RemovalState& state)
{
    const Step* const step = state.record ? stepOf(state.record->plan, state.running->step) : nullptr;
    fmt::print(stderr,
               "{} asks for its uninstall password. It is handed over and kept nowhere.\n"
               "Password (nothing is shown; only Return if you do not have it): ",
               step == nullptr || step->subject.empty() ? "The product" : plain(step->subject));
    std::string password = readHiddenLine(longestPassword);
    fmt::print(stderr, "\n");
    return password;
}

bool isBusy(const RemovalState& state)
{
    return state.phase == RemovalState::Phase::preparing || state.phase == RemovalState::Phase::working;
}

}   // namespace

RemovalTalk::RemovalTalk(RemovalSession& session, Manners manners)
    : m_session(session), m_manners(std::move(manners)), m_subscription(session.subscribe([this] {
          {
              const std::lock_guard lock(m_mutex);
              ++m_changes;
          }
          m_bell.notify_all();
      }))
{}

RemovalState RemovalTalk::rested()
{
    for (;;) {
        unsigned seen = 0;
        {
            const std::lock_guard lock(m_mutex);
            seen = m_changes;
        }
        const RemovalState state = m_session.state();
        narrate(state);
        if (!isBusy(state)) {
            return state;
        }
        answer(state);
        std::unique_lock lock(m_mutex);
        m_bell.wait_for(lock, std::chrono::seconds{1}, [&] { return m_changes != seen; });
    }
}

RemovalState RemovalTalk::walked()
{
    for (;;) {
        RemovalState state = rested();
        if (!decide(state)) {
            return state;
        }
    }
}

void RemovalTalk::narrate(const RemovalState& state)
{
    if (!m_manners.narrates || !state.record) {
        return;
    }
    for (const Step& step : state.record->plan.steps) {
        const StepState now = stateOf(*state.record, step.id);
        const auto told = m_told.find(step.id);
        if (now == StepState::waiting || (told != m_told.end() && told->second == now)) {
            continue;
        }
        m_told[step.id] = now;
        const std::string heading = step.says.empty() ? std::string(kindOf(step.action)) : inEnglish(step.says[0]);
        fmt::print(stderr, "{}: {}\n", plain(heading), now == StepState::running ? "begun" : inEnglish(now));
    }
}

void RemovalTalk::answer(const RemovalState& state)
{
    if (!state.running) {
        return;
    }
    if (state.running->needsPassword) {
        // Of a file it is given once: a wrong one would be wrong again.
        std::string password = m_passwordTried                   ? std::string()
                               : !m_manners.passwordFile.empty() ? passwordFrom(m_manners.passwordFile)
                               : m_manners.asks                  ? askPassword(state)
                                                                 : std::string();
        m_passwordTried = true;
        m_session.givePassword(password);
        overwrite(password);
    }
    if (state.running->window == 0) {
        m_windowTold = false;
    } else if (m_manners.narrates && !std::exchange(m_windowTold, true)) {
        fmt::print(stderr, "It has opened a window of its own, perhaps behind others. Answer its questions there.\n");
    }
    if (state.running->silent) {
        const bool enough = *state.running->silent >= m_manners.patience;
        if (m_manners.narrates && (enough || !m_silenceTold)) {
            m_silenceTold = true;
            fmt::print(stderr, "It gave no sign of life for {} seconds. {}\n", state.running->silent->count(),
                       enough ? "It is not waited for any more, and not stopped."
                              : "Perhaps it asks something in a window of its own. It is waited for.");
        }
        m_session.answerSilence(enough);
    }
}

bool RemovalTalk::decide(const RemovalState& state)
{
    if (state.phase != RemovalState::Phase::halted || !state.halt || state.halt->why != Halt::Why::needsPerson
        || state.error) {
        return false;
    }
    if (state.rehearsal && state.halt->why == Halt::Why::restart) {
        return false;
    }
    if (state.halt->state == StepState::waitingForPerson) {
        m_session.reviewed(state.halt->step);
        return true;
    }
    if (!m_manners.asks) {
        return false;
    }
    fmt::print(stderr, "Try it again (t), go on without it (s), or leave it here (anything else)? ");
    std::string line;
    if (!std::getline(std::cin, line)) {
        return false;
    }
    if (line == "t") {
        m_passwordTried = false;
        m_session.goOn();
        return true;
    }
    if (line == "s") {
        m_session.skip(state.halt->step);
        return true;
    }
    return false;
}

}   // namespace offramp::cli
