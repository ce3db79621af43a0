#include "base/secret.h"
#include "base/text.h"
#include "base/utf8_path.h"
#include "platform/person_settings.h"
#include "removal/leftover_facts.h"
#include "session/rehearsal_host.h"
#include "session/removal_stage.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

namespace offramp {

namespace {

using Things = std::vector<Evidence>;

// What an uninstaller takes along. What it tends to leave (data, settings, certificates, parts of browsers) stays.
bool goesWithProduct(const Evidence& evidence)
{
    switch (evidence.kind) {
    case EvidenceKind::rootCertificate:
    case EvidenceKind::browserExtension:
    case EvidenceKind::registryKey:
    case EvidenceKind::file: return false;
    case EvidenceKind::folder: {
        const auto folded = text::foldPath(evidence.location);
        return folded.find("/program files") != std::string::npos || folded.starts_with("/opt/");
    }
    default: return true;
    }
}

struct Meant {
    const Evidence& evidence;

    [[nodiscard]] bool at(const std::string& place) const
    {
        return text::foldPath(placeOf(evidence)) == text::foldPath(place)
               || text::foldPath(evidence.location) == text::foldPath(place) || liesBelow(placeOf(evidence), place);
    }
    bool operator()(const MovePath& move) const { return at(move.path); }
    bool operator()(const RemoveRegistryKey& key) const
    {
        return at(key.key) || text::foldPath(evidence.readFrom) == text::foldPath(key.key)
               || liesBelow(evidence.readFrom, key.key);
    }
    bool operator()(const RemoveService& service) const
    {
        return evidence.kind == EvidenceKind::service && evidence.id == service.name;
    }
    bool operator()(const RemoveSystemdUnit& unit) const { return evidence.readFrom == unit.path; }
    bool operator()(const RemoveCertificate& certificate) const
    {
        return evidence.id == certificate.thumbprint && evidence.readFrom == certificate.store;
    }
    bool operator()(const RemoveBrowserPolicy& policy) const
    {
        return evidence.readFrom == policy.key && evidence.id == policy.extension;
    }
    bool operator()(const PurgePackage& purge) const
    {
        return evidence.kind == EvidenceKind::package && evidence.id == purge.package;
    }
    template <class Other> bool operator()(const Other& /*action*/) const { return false; }
};

// The file somebody chooses to have counted is one of this computer, not of the recording.
class OwnFile final : public Files {
public:
    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override
    {
        std::ifstream stream(pathFromUtf8(std::string(path)), std::ios::binary);
        if (!stream) {
            return fail(ErrorCode::notFound, std::string(path));
        }
        std::error_code fault;
        const auto size = std::filesystem::file_size(pathFromUtf8(std::string(path)), fault);
        std::string bytes;
        bytes.resize((fault ? limit : std::min<std::size_t>(limit, size)) + 1);
        stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (count > limit) {
            overwrite(bytes);
            return fail(ErrorCode::tooLarge, std::string(path));
        }
        bytes.resize(count);
        return bytes;
    }
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override
    {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override
    {
        std::error_code fault;
        const auto size = std::filesystem::file_size(pathFromUtf8(std::string(path)), fault);
        return fault ? fail(ErrorCode::notFound, std::string(path), fault.value())
                     : Result<FileStatus>(FileStatus{false, size, {}});
    }
};

class RehearsalStage final : public RemovalStage, public StepRunner {
public:
    RehearsalStage(const Host& recorded, const Catalog& catalog, Person person, std::chrono::milliseconds eachStep,
                   std::filesystem::path folder)
        : m_host(recorded, m_moment), m_catalog(catalog), m_person(person), m_eachStep(eachStep),
          m_folder(std::move(folder)), m_began(std::chrono::steady_clock::now())
    {}
    RehearsalStage(const RehearsalStage&) = delete;
    RehearsalStage& operator=(const RehearsalStage&) = delete;
    ~RehearsalStage() override
    {
        std::error_code fault;
        std::filesystem::remove_all(m_folder, fault);
    }

    [[nodiscard]] bool isRehearsal() const override { return true; }
    [[nodiscard]] const Host& host() const override { return m_host; }

    // The clock of a recording stands still; what is played takes its time all the same.
    [[nodiscard]] Moment now() const override
    {
        const auto played =
            std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_began);
        return {m_host.clock().now() + played, m_host.conditions().bootId().value_or(std::string()), std::nullopt};
    }

    [[nodiscard]] Result<CheckResult> look(std::stop_token stop) override
    {
        CheckOptions options;
        options.person = m_person;
        auto result = offramp::check(m_host, m_catalog, options, {}, std::move(stop));
        Things gone;
        for (const auto& [step, things] : m_gone) {
            gone.insert(gone.end(), things.begin(), things.end());
        }
        if (!result || gone.empty()) {
            return result;
        }
        HostSnapshot snapshot = std::move(result->snapshot);
        for (SourceReport& report : snapshot.reports) {
            auto& found = report.evidence;
            found.erase(std::remove_if(found.begin(), found.end(),
                                       [&](const Evidence& evidence) {
                                           return std::find(gone.begin(), gone.end(), evidence) != gone.end();
                                       }),
                        found.end());
        }
        return judge(std::move(snapshot), m_catalog, options, m_host.clock().now());
    }

    [[nodiscard]] std::unique_ptr<StageHands> handsFor(const RemovalPlan& plan) override
    {
        m_plan = plan;
        class Hands final : public StageHands {
        public:
            explicit Hands(StepRunner& runner) : m_runner(runner) {}
            [[nodiscard]] RunnerFor runnerFor() override
            {
                return [this](const Step& /*step*/) { return &m_runner; };
            }

        private:
            StepRunner& m_runner;
        };
        return std::make_unique<Hands>(*this);
    }

    // What the recording does not hold never comes.
    [[nodiscard]] std::chrono::seconds patience() const override
    {
        return std::chrono::duration_cast<std::chrono::seconds>(4 * m_eachStep) + std::chrono::seconds{1};
    }
    [[nodiscard]] Result<void> restart() override
    {
        ++m_moment.boots;
        m_moment.restartWanted = false;
        return {};
    }
    [[nodiscard]] tl::expected<VaultCount, Reason> countVault(const std::filesystem::path& file) const override
    {
        return countVaultFile(OwnFile(), pathToUtf8(file));
    }
    [[nodiscard]] Result<void> comeBack(ComeBack /*when*/) override { return {}; }

    // --- as the runner of every step

    [[nodiscard]] StepTruth check(const Step& step) override
    {
        return m_done.contains(step.id) ? StepTruth::holds : StepTruth::doesNotHold;
    }

    [[nodiscard]] StepOutcome run(const Step& step, const StepWatch& watch, std::stop_token stop) override
    {
        const auto seen = look({});
        if (!seen) {
            return {StepOutcome::Kind::failed, std::nullopt, seen.error(), {}};
        }
        if (asksForPassword(step, *seen)) {
            std::string given = watch.password();
            const bool none = given.empty();
            overwrite(given);
            if (none) {
                return {StepOutcome::Kind::needsPassword,
                        std::nullopt,
                        Error{ErrorCode::accessDenied, "no password was given", 0},
                        {}};
            }
        }
        constexpr int ticks = 20;
        for (int tick = 0; tick < ticks && m_eachStep.count() > 0 && !stop.stop_requested(); ++tick) {
            watch.fraction(static_cast<double>(tick) / ticks);
            std::this_thread::sleep_for(m_eachStep / ticks);
        }
        if (step.undo == Undo::possible && !watch.remember("rehearsal")) {
            return {StepOutcome::Kind::failed, std::nullopt, Error{ErrorCode::io, "the journal of removals", 0}, {}};
        }
        takeAway(step, *seen);
        return {StepOutcome::Kind::done, 0, Error{}, {}};
    }

    [[nodiscard]] Result<void> undo(const Step& step, const std::string& /*undo*/) override
    {
        m_done.erase(step.id);
        m_gone.erase(step.id);
        return {};
    }

private:
    static bool asksForPassword(const Step& step, const CheckResult& seen)
    {
        const auto* const msi = std::get_if<RemoveMsiProduct>(&step.action);
        return msi != nullptr && msi->password != PasswordPass::none
               && std::any_of(seen.installations.begin(), seen.installations.end(), [&](const Installation& each) {
                      return each.productId == step.product && each.facts.passwordProtected.value_or(false);
                  });
    }

    // A product that several steps take away is gone after the last of them.
    [[nodiscard]] bool isLastOf(const Step& step) const
    {
        return std::all_of(m_plan.steps.begin(), m_plan.steps.end(), [&](const Step& other) {
            return other.product != step.product || !removesProduct(other.action) || m_done.contains(other.id);
        });
    }

    void takeAway(const Step& step, const CheckResult& seen)
    {
        m_done.insert(step.id);
        Things& gone = m_gone[step.id];
        if (!removesProduct(step.action)) {
            for (const SourceReport& report : seen.snapshot.reports) {
                for (const Evidence& evidence : report.evidence) {
                    if (std::visit(Meant{evidence}, step.action)) {
                        gone.push_back(evidence);
                    }
                }
            }
            return;
        }
        if (!isLastOf(step)) {
            return;
        }
        for (const Installation& installation : seen.installations) {
            for (const MatchedEvidence& matched : installation.evidence) {
                const bool goes = installation.productId == step.product && goesWithProduct(matched.evidence);
                if (!goes) {
                    continue;
                }
                gone.push_back(matched.evidence);
                if (matched.evidence.kind == EvidenceKind::securityProduct) {
                    m_moment.silenced.insert(text::foldName(matched.evidence.name));
                    m_moment.takeover = std::chrono::steady_clock::now() + 2 * m_eachStep;
                }
            }
        }
        m_moment.restartWanted = m_moment.restartWanted || m_host.machine().os == OsFamily::windows;
    }

    RehearsalMoment m_moment;
    RehearsalHost m_host;
    const Catalog& m_catalog;
    Person m_person;
    std::chrono::milliseconds m_eachStep;
    std::filesystem::path m_folder;   // of the journal
    std::chrono::steady_clock::time_point m_began;
    RemovalPlan m_plan;                     // that is carried out
    std::set<std::string> m_done;           // steps
    std::map<std::string, Things> m_gone;   // by step
};

// A folder of this rehearsal only; the journal makes it.
std::filesystem::path scratchFolder()
{
    std::error_code fault;
    auto parent = std::filesystem::temp_directory_path(fault);
    if (fault) {
        parent = personDataFolder().value_or(std::filesystem::path("/nowhere"));
    }
    std::random_device random;
    return parent / ("offramp-rehearsal-" + std::to_string(random()) + std::to_string(random()));
}

}   // namespace

std::unique_ptr<RemovalSession> makeRehearsal(const Host& host, const Catalog& catalog, Person person,
                                              std::chrono::milliseconds eachStep)
{
    const auto folder = scratchFolder();
    return makeRemovalSession(std::make_unique<RehearsalStage>(host, catalog, person, eachStep, folder), catalog,
                              folder / "removals.db");
}

}   // namespace offramp
