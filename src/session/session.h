// Session: the one face a user interface may hold. Commands, queries and a subscription; values only.
#pragma once

#include "base/progress.h"
#include "catalog/catalog_store.h"
#include "domain/assessment.h"
#include "domain/evidence.h"
#include "domain/policy.h"
#include "domain/recommendation.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace offramp {

class Host;

// Who protects the machine at this moment, as far as the system says.
struct ProtectionEntry {
    std::string name;
    std::optional<bool> active;
    std::optional<bool> upToDate;
    bool kaspersky = false;
    bool builtIn = false;
};

// Everything one check found. Immutable once made.
struct CheckResult {
    HostSnapshot snapshot;
    std::vector<Installation> installations;
    std::map<std::string, Product> products;   // of the installations, and what these are kinds of; by id
    MachineAssessment assessment;
    Needs needs;   // pre-filled from what was found
    std::vector<Recommendation> recommendations;
    std::vector<ProtectionEntry> protection;
    Person person = Person::us;
    Instant asOf{};
    CatalogInfo catalog;
    PolicyAnswer policy;   // of the organization this computer belongs to
};

struct CheckOptions {
    Person person = Person::us;
    std::optional<Instant> asOf;   // now when empty
};

// The main job as one call, for the terminal and for Session.
[[nodiscard]] Result<CheckResult> check(const Host& host, const Catalog& catalog, const CheckOptions& options,
                                        const ProgressSink& progress, std::stop_token stop);

// The second half of check(): what follows from a snapshot. `now` is the moment of the machine's clock.
[[nodiscard]] Result<CheckResult> judge(HostSnapshot snapshot, const Catalog& catalog, const CheckOptions& options,
                                        Instant now);

// The judgement of a finished check for another person, without looking at the machine again.
[[nodiscard]] MachineAssessment assessAgain(const CheckResult& result, const Catalog& catalog, Person person);

// Needs pre-filled from what was found: platform, home or business, features
// the products gave.
[[nodiscard]] Needs needsFrom(const CheckResult& result, const Catalog& catalog, Person person);

enum class CheckPhase { idle, running, done, failed, cancelled };

struct SessionState {
    CheckPhase phase = CheckPhase::idle;
    Progress progress;                           // while running
    std::shared_ptr<const CheckResult> result;   // the last one that finished, kept while a new one runs
    std::optional<Error> error;                  // when failed
};

// Ends the subscription when destroyed.
class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> end) : m_end(std::move(end)) {}
    Subscription(Subscription&& other) noexcept : m_end(std::exchange(other.m_end, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept
    {
        if (this != &other) {
            reset();
            m_end = std::exchange(other.m_end, nullptr);
        }
        return *this;
    }
    Subscription(const Subscription&) = delete;
    Subscription& operator=(const Subscription&) = delete;
    ~Subscription() { reset(); }
    void reset()
    {
        if (m_end) {
            std::exchange(m_end, nullptr)();
        }
    }

private:
    std::function<void()> m_end;
};

class Session {
public:
    virtual ~Session() = default;
    // Starts a check on a worker thread; a running one is cancelled first.
    virtual void startCheck() = 0;
    virtual void cancelCheck() = 0;
    virtual void setPerson(Person person) = 0;   // re-assesses the last result without scanning again
    [[nodiscard]] virtual Person person() const = 0;
    [[nodiscard]] virtual SessionState state() const = 0;
    [[nodiscard]] virtual const Catalog& catalog() const = 0;
    // `changed` is called after every change of state(), on whichever thread made it; it must return quickly.
    [[nodiscard]] virtual Subscription subscribe(std::function<void()> changed) = 0;
};

// `host` and `catalog` must outlive the session.
[[nodiscard]] std::unique_ptr<Session> makeSession(const Host& host, const Catalog& catalog, CheckOptions options);

}   // namespace offramp
