// sentence-lister CATALOG: prints, as a C++ file for lupdate, every English text that people see but that does not
// stand in the window's own sources: the sentences of reasons, the words of the core's values, and the catalog.
//
// It runs where translations are kept up to date, never while building for another system.
#include "catalog/catalog_store.h"
#include "report/page_language.h"
#include "report/phrases.h"
#include "session/removal_report.h"

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <cstdio>
#include <set>
#include <string>

namespace {

using namespace offramp;

enum class Counted { no, yes };

class Lister {
public:
    void add(const char* context, std::string_view english, Counted counted = Counted::no)
    {
        if (english.empty() || !m_listed.emplace(std::string(context), std::string(english)).second) {
            return;
        }
        QByteArray literal(english.data(), static_cast<qsizetype>(english.size()));
        literal.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        std::printf("%s(\"%s\", \"%s\")\n", counted == Counted::yes ? "QT_TRANSLATE_N_NOOP" : "QT_TRANSLATE_NOOP",
                    context, literal.constData());
    }

private:
    std::set<std::pair<std::string, std::string>> m_listed;
};

void listReasons(Lister& lister)
{
    for (const ReasonCode code : allReasonCodes()) {
        const std::string_view sentence = phraseTemplate(code);
        const bool counted = sentence.find("%n") != std::string_view::npos;
        lister.add("Reason", sentence, counted ? Counted::yes : Counted::no);
        lister.add("Reason", phraseTemplateForToday(code));
    }
}

// Vocabularies are small; values no enumerator has are answered with an empty word.
template <typename Enum> void listWords(Lister& lister, const char* context)
{
    constexpr int moreThanAnyHas = 128;
    for (int value = 0; value < moreThanAnyHas; ++value) {
        lister.add(context, inEnglish(static_cast<Enum>(value)));
    }
}

void listCatalog(Lister& lister, const Catalog& catalog)
{
    const auto add = [&](const std::string& text) { lister.add("Catalog", text); };
    const auto addAll = [&](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            add(text);
        }
    };
    for (const Feature& feature : catalog.features) {
        addAll({feature.name, feature.shortName, feature.advice, feature.beforeRemoval});
    }
    for (const TimelineEvent& event : catalog.timeline.events) {
        addAll({event.title, event.summary, event.issuer});
        addAll(event.covers);
        addAll(event.prohibits);
        addAll(event.exempts);
        addAll(event.unverified);
    }
    for (const Replacement& replacement : catalog.replacements) {
        addAll({replacement.priceBand, replacement.priceAsOf, replacement.about, replacement.excludedBecause});
        for (const std::string& code : replacement.countries) {
            const auto territory = QLocale::codeToTerritory(QString::fromStdString(code));
            if (territory != QLocale::AnyTerritory) {
                lister.add("Country", QLocale::territoryToString(territory).toStdString());
            }
        }
    }
}

}   // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: sentence-lister CATALOG\n", stderr);
        return 64;
    }
    const auto catalog = loadCatalog(argv[1]);
    if (!catalog) {
        std::fprintf(stderr, "sentence-lister: %s\n", catalog.error().context.c_str());
        return 65;
    }
    Lister lister;
    listReasons(lister);
    listWords<SourceKind>(lister, "SourceKind");
    listWords<EvidenceKind>(lister, "EvidenceKind");
    listWords<Status>(lister, "Status");
    listWords<InstallationState>(lister, "InstallationState");
    listWords<Confidence>(lister, "Confidence");
    listWords<Person>(lister, "Person");
    listWords<VerificationMark>(lister, "VerificationMark");
    listWords<StepState>(lister, "StepState");
    for (const std::string_view phrase : reportPhrases()) {
        lister.add("Report", phrase);
    }
    listCatalog(lister, *catalog);
    return 0;
}
