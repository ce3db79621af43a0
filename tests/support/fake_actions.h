// FakeActions: ports that change nothing and remember what they were told, for tests of runners.
//
//     FakeActions actions;
//     actions.fakePrograms().answer({"dpkg", "--purge", "kesl"}, {0, "Purging…"});
//     actions.fakeQuarantine().add("/opt/thing", PathFacts::Kind::folder);
#pragma once

#include "platform/actions.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace offramp {

// A program without an answer is notFound. Several answers are given one after the other, the last for ever.
class FakePrograms final : public ProgramRunner {
public:
    void answer(const std::vector<std::string>& line, Result<ProgramEnd> end)
    {
        m_answers[line].push_back(std::move(end));
    }
    [[nodiscard]] const std::vector<std::vector<std::string>>& lines() const { return m_lines; }
    [[nodiscard]] std::size_t times(const std::vector<std::string>& line) const
    {
        return static_cast<std::size_t>(std::count(m_lines.begin(), m_lines.end(), line));
    }
    [[nodiscard]] const std::vector<std::string>& environment() const { return m_environment; }
    [[nodiscard]] ProgramRun::WaitFor waitedFor() const { return m_waitedFor; }
    // What was so when the program started.
    std::function<void(const ProgramRun&)> atStart = [](const ProgramRun&) {};

    [[nodiscard]] Result<ProgramEnd> run(const ProgramRun& program,
                                         const std::function<bool(std::chrono::seconds)>& /*silent*/) const override
    {
        std::vector<std::string> line{program.executable};
        line.insert(line.end(), program.arguments.begin(), program.arguments.end());
        m_lines.push_back(line);
        atStart(program);
        if (program.started) {
            program.started();
        }
        m_environment = program.environment;
        m_waitedFor = program.waitFor;
        const auto found = m_answers.find(line);
        if (found == m_answers.end()) {
            return fail(ErrorCode::notFound, program.executable, 2);
        }
        Result<ProgramEnd> end = found->second.front();
        if (found->second.size() > 1) {
            found->second.pop_front();
        }
        return end;
    }

private:
    mutable std::map<std::vector<std::string>, std::deque<Result<ProgramEnd>>> m_answers;
    mutable std::vector<std::vector<std::string>> m_lines;
    mutable std::vector<std::string> m_environment;
    mutable ProgramRun::WaitFor m_waitedFor = ProgramRun::WaitFor::itself;
};

class FakeQuarantine final : public Quarantine {
public:
    void add(const std::string& path, PathFacts::Kind kind) { m_things[path] = PathFacts{kind, 1, ++m_last}; }
    void failLook(const std::string& path, Error error) { m_faults[path] = std::move(error); }
    [[nodiscard]] bool has(const std::string& path) const { return m_things.contains(path); }
    // What is called before each take: where a test ends the run.
    std::function<void(const std::string& place)> beforeTake = [](const std::string&) {};

    [[nodiscard]] Result<PathFacts> look(const std::string& path) const override
    {
        if (const auto fault = m_faults.find(path); fault != m_faults.end()) {
            return tl::unexpected<Error>(fault->second);
        }
        const auto found = m_things.find(path);
        return found == m_things.end() ? fail(ErrorCode::notFound, path, 2) : Result<PathFacts>(found->second);
    }
    [[nodiscard]] Result<std::string> prepare(const std::string& path, const std::string& group) override
    {
        std::string place = "/kept/" + group + "-" + std::to_string(m_places.size() + 1);
        m_places[place] = Place{path, false, {}};
        m_order.push_back(place);
        return place;
    }
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& group) const override
    {
        std::vector<std::string> found;
        for (const std::string& place : m_order) {
            if (place.starts_with("/kept/" + group + "-") && m_places.at(place).full) {
                found.push_back(place);
            }
        }
        return found;
    }
    [[nodiscard]] Result<void> take(const std::string& place) override
    {
        beforeTake(place);
        Place& kept = m_places.at(place);
        const auto found = m_things.find(kept.from);
        if (found == m_things.end()) {
            return fail(ErrorCode::unsupported, kept.from);
        }
        kept.facts = found->second;
        kept.full = true;
        m_things.erase(found);
        return {};
    }
    [[nodiscard]] Result<void> putBack(const std::string& place) override
    {
        const auto found = m_places.find(place);
        if (found == m_places.end()) {
            return fail(ErrorCode::notFound, place, 2);
        }
        if (found->second.full && m_things.contains(found->second.from)) {
            return fail(ErrorCode::io, found->second.from, 17);
        }
        if (found->second.full) {
            m_things[found->second.from] = found->second.facts;
            found->second.full = false;
        }
        return {};
    }

private:
    struct Place {
        std::string from;
        bool full = false;
        PathFacts facts;
    };
    std::uint64_t m_last = 0;
    std::map<std::string, PathFacts> m_things;
    std::map<std::string, Error> m_faults;
    std::map<std::string, Place> m_places;
    std::vector<std::string> m_order;
};

// Remembers what was asked of it; everything is there to be copied.
class FakeRegistryQuarantine final : public RegistryQuarantine {
public:
    std::vector<RegistryThing> prepared;
    std::vector<std::string> taken;
    std::vector<std::string> back;
    std::optional<Error> fault;   // of take() and putBack()

    [[nodiscard]] Result<std::string> prepare(const RegistryThing& thing, const std::string& group) override
    {
        prepared.push_back(thing);
        return "registry:" + group + "-" + std::to_string(prepared.size());
    }
    [[nodiscard]] Result<std::vector<std::string>> places(const std::string& /*group*/) const override { return taken; }
    [[nodiscard]] Result<void> take(const std::string& place) override
    {
        taken.push_back(place);
        return fault ? Result<void>(tl::unexpected<Error>(*fault)) : Result<void>{};
    }
    [[nodiscard]] Result<void> putBack(const std::string& place) override
    {
        back.push_back(place);
        return fault ? Result<void>(tl::unexpected<Error>(*fault)) : Result<void>{};
    }
};

// A program that was not added is notFound. Remembers what Windows Installer was told, before it is overwritten.
class FakeWindows final : public WindowsActions {
public:
    struct Program {
        ProgramSignature signature;
        bool held = false;
    };
    void addProgram(const std::string& path, ProgramSignature signature)
    {
        m_programs[path] = Program{std::move(signature), false};
    }
    void failHold(const std::string& path, Error error) { m_faults[path] = std::move(error); }
    [[nodiscard]] bool isHeld(const std::string& path) const { return m_programs.at(path).held; }
    FakeRegistryQuarantine fakeRegistry;
    Result<RestorePoint> restorePoint = RestorePoint{true, 7, {}};
    Result<MsiAnswer> msiAnswer = MsiAnswer{};
    std::vector<std::string> msiLines;   // code and properties
    std::vector<double> msiFractions;    // told while it works

    [[nodiscard]] Result<MsiAnswer>
    removeMsiProduct(const std::string& productCode, std::string& properties,
                     const std::function<void(double)>& fraction,
                     const std::function<bool(std::chrono::seconds)>& /*silent*/) override
    {
        msiLines.push_back(productCode + " " + properties);
        properties.assign(properties.size(), '\0');
        for (const double value : msiFractions) {
            fraction(value);
        }
        return msiAnswer;
    }
    [[nodiscard]] RegistryQuarantine& registry() override { return fakeRegistry; }
    [[nodiscard]] Result<RestorePoint> makeRestorePoint(const std::string& /*name*/) override { return restorePoint; }
    [[nodiscard]] Result<std::unique_ptr<HeldProgram>> holdProgram(const std::string& path) const override
    {
        if (const auto fault = m_faults.find(path); fault != m_faults.end()) {
            return tl::unexpected<Error>(fault->second);
        }
        const auto found = m_programs.find(path);
        if (found == m_programs.end()) {
            return fail(ErrorCode::notFound, path, 2);
        }
        return std::unique_ptr<HeldProgram>(std::make_unique<Held>(found->first, found->second));
    }
    [[nodiscard]] std::vector<std::string> programFolders() const override { return {R"(C:\Program Files)"}; }

private:
    class Held final : public HeldProgram {
    public:
        Held(const std::string& path, Program& program) : m_path(path), m_program(program) { program.held = true; }
        ~Held() override { m_program.held = false; }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;
        [[nodiscard]] const std::string& path() const override { return m_path; }
        [[nodiscard]] Result<ProgramSignature> signature() const override { return m_program.signature; }

    private:
        std::string m_path;
        Program& m_program;
    };

    mutable std::map<std::string, Program> m_programs;
    std::map<std::string, Error> m_faults;
};

class FakeActions final : public Actions {
public:
    FakePrograms& fakePrograms() { return m_programs; }
    FakeQuarantine& fakeQuarantine() { return m_quarantine; }
    FakeWindows& fakeWindows() { return m_windows; }
    int restarts = 0;

    [[nodiscard]] const ProgramRunner& programs() const override { return m_programs; }
    [[nodiscard]] Quarantine& quarantine() override { return m_quarantine; }
    [[nodiscard]] WindowsActions& windows() override { return m_windows; }
    [[nodiscard]] Result<void> requestRestart() override
    {
        ++restarts;
        return {};
    }

private:
    FakePrograms m_programs;
    FakeQuarantine m_quarantine;
    FakeWindows m_windows;
};

}   // namespace offramp
