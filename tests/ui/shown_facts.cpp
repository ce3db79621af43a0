#include "shown_facts.h"

#include "domain/assessment.h"
#include "pages/about/about_model.h"
#include "text/language.h"

#include <QLocale>
#include <algorithm>

namespace offramp::ui {

namespace {

class Facts {
public:
    void add(const std::string& text) { add(QString::fromStdString(text)); }
    void add(const QString& text)
    {
        if (text.size() > 1) {
            m_all.append(text);
        }
    }
    void add(const SourceLink& source)
    {
        add(source.url);
        add(source.title);
        add(source.citation);
        // A page may show the citation's first part only.
        add(QString::fromStdString(source.citation)
                .section(QStringLiteral(", "), 0, 0)
                .section(QStringLiteral("; "), 0, 0));
    }
    void add(const std::vector<Reason>& reasons)
    {
        for (const Reason& reason : reasons) {
            for (const ReasonArgument& argument : reason.arguments) {
                if (const auto* text = std::get_if<std::string>(&argument)) {
                    add(*text);
                }
            }
            if (reason.source) {
                add(*reason.source);
            }
        }
    }
    void add(const Evidence& evidence)
    {
        for (const std::string* text : {&evidence.id, &evidence.name, &evidence.version, &evidence.publisher,
                                        &evidence.location, &evidence.readFrom, &evidence.account}) {
            add(*text);
        }
    }
    QStringList take()
    {
        std::sort(m_all.begin(), m_all.end(), [](const QString& one, const QString& other) {
            return one.size() != other.size() ? one.size() > other.size() : one < other;
        });
        m_all.removeDuplicates();
        return std::move(m_all);
    }

private:
    QStringList m_all;
};

void addResult(Facts& facts, const CheckResult& result)
{
    facts.add(result.snapshot.machine.name);
    facts.add(result.snapshot.machine.osVersion);
    for (const SourceReport& report : result.snapshot.reports) {
        for (const Error& issue : report.issues) {
            facts.add(issue.context);
        }
        for (const Evidence& evidence : report.evidence) {
            facts.add(evidence);
        }
    }
    for (const Installation& installation : result.installations) {
        facts.add(titleOf(installation));
        facts.add(installation.name);
        facts.add(installation.version);
        facts.add(installation.edition);
        facts.add(installation.productId);
        facts.add(installation.reasons);
        for (const MatchedEvidence& each : installation.evidence) {
            facts.add(each.evidence);
            facts.add({each.reason});
        }
    }
    facts.add(result.assessment.reasons);
    for (const Assessment& each : result.assessment.assessments) {
        facts.add(each.reasons);
    }
    for (const ProtectionEntry& entry : result.protection) {
        facts.add(entry.name);
    }
    for (const auto& [id, product] : result.products) {
        facts.add(product.name);
    }
    if (result.policy.policy) {
        facts.add(result.policy.policy->organization);
        facts.add(result.policy.policy->contact);
    }
    for (const Recommendation& each : result.recommendations) {
        facts.add(each.reasons);
    }
}

void addCatalog(Facts& facts, const Catalog& catalog)
{
    for (const Vendor& vendor : catalog.vendors) {
        facts.add(vendor.name);
    }
    for (const TimelineEvent& event : catalog.timeline.events) {
        facts.add(event.source);
        for (const SourceLink& source : event.alsoSeen) {
            facts.add(source);
        }
    }
    for (const Feature& feature : catalog.features) {
        facts.add(feature.kaspersky);
        facts.add(feature.source);
        for (const std::string& name : feature.alternatives) {
            facts.add(name);
        }
    }
    for (const Replacement& replacement : catalog.replacements) {
        for (const std::string* text : {&replacement.name, &replacement.vendor, &replacement.owner,
                                        &replacement.ownershipGroup, &replacement.homeUrl, &replacement.supportUrl}) {
            facts.add(*text);
        }
        facts.add(replacement.source);
        facts.add(replacement.priceSource);
        for (const LabResult& lab : replacement.labs) {
            for (const std::string* text : {&lab.lab, &lab.test, &lab.outcome, &lab.from, &lab.until}) {
                facts.add(*text);
            }
            facts.add(lab.source);
        }
        for (const PackageId& package : replacement.packages) {
            facts.add(package.manager);
            facts.add(package.id);
        }
    }
}

// Names, commands and how English writes dates and times.
void addWords(Facts& facts)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (int month = 1; month <= 12; ++month) {
        facts.add(english.standaloneMonthName(month, QLocale::LongFormat));
        facts.add(english.standaloneMonthName(month, QLocale::ShortFormat));
    }
    facts.add(english.createSeparatedList({QString(), QString()}));
    facts.add(english.createSeparatedList({QString(), QString(), QString()}).mid(2));
    for (const char* word :
         {"Offramp", "Kaspersky", "UltraAV", "UltraVPN", "Windows", "Linux", "macOS", "Android", "iOS", "AM", "PM"}) {
        facts.add(QString::fromLatin1(word));
    }
    for (const ShippedLanguage& language : shippedLanguages()) {
        facts.add(language.ownName);
    }
    for (const UsedSoftware& used : aboutModel({}, {}).software) {
        facts.add(used.name);
        facts.add(used.holder);
        facts.add(used.license);
    }
}

}   // namespace

QStringList shownFacts(const SessionState& state, const Catalog& catalog)
{
    Facts facts;
    if (state.result != nullptr) {
        addResult(facts, *state.result);
    }
    if (state.error) {
        facts.add(state.error->context);
    }
    addCatalog(facts, catalog);
    addWords(facts);
    return facts.take();
}

}   // namespace offramp::ui
