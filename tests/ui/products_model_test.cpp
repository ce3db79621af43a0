// What the Products page says: one card for each real product, why, what is known, what was seen, and what was not.
#include "pages/products/products_model.h"
#include "scripted_results.h"

#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

std::string s(const QString& text)
{
    return text.toStdString();
}

ProductsModel modelOf(CheckResult result, CheckPhase phase = CheckPhase::done)
{
    SessionState state;
    state.phase = phase;
    state.result = std::make_shared<const CheckResult>(std::move(result));
    return productsModel(state);
}

const ProductCard& cardTitled(const ProductsModel& model, const char* begin)
{
    for (const ProductCard& card : model.cards) {
        if (card.title.startsWith(QLatin1String(begin))) {
            return card;
        }
    }
    FAIL("no card " << begin);
    return model.cards.front();
}

const ProductFact& factNamed(const ProductCard& card, const char* name)
{
    for (const ProductFact& fact : card.facts) {
        if (fact.name == QLatin1String(name)) {
            return fact;
        }
    }
    FAIL("no fact " << name);
    return card.facts.front();
}

}   // namespace

TEST_CASE("a product says its verdict, its reason with the source, and four facts")
{
    const ProductsModel model = modelOf(affectedResult());
    REQUIRE(model.cards.size() == 3);
    const ProductCard& plus = model.cards.first();
    CHECK(plus.leads);
    CHECK(s(plus.title) == "Kaspersky Plus");
    CHECK(plus.tone == Tone::affected);
    CHECK(s(plus.status) == "Updates ended");
    CHECK_THAT(s(plus.accessibleName), Catch::Contains("Version 21.16.6.467") && Catch::Contains("Updates ended"));
    REQUIRE_FALSE(plus.why.isEmpty());
    REQUIRE(plus.why.first().source);
    CHECK(s(plus.why.first().source->text) == "89 FR 52434 \u00B7 read at the source");
    CHECK(plus.why.first().source->official);
    REQUIRE(plus.facts.size() == 4);
    CHECK(s(factNamed(plus, "Edition").value) == "Plus");
    CHECK(s(factNamed(plus, "Installed").value) == "March 14, 2023");
    CHECK(s(factNamed(plus, "Last updated here").value) == "September 28, 2024");
}

TEST_CASE("what is not known is said, not left out")
{
    const ProductsModel model = modelOf(affectedResult());
    const ProductFact& edition = factNamed(cardTitled(model, "Kaspersky VPN"), "Edition");
    CHECK(s(edition.value) == "Not known");
    CHECK_FALSE(edition.known);
    CHECK(s(factNamed(cardTitled(model, "Kaspersky VPN"), "Found in").value) == "Not known");
}

TEST_CASE("drivers share a line, places stand alone, and only what is not certain says so")
{
    const ProductsModel model = modelOf(affectedResult());
    const ProductCard& plus = model.cards.first();
    CHECK(plus.traceCount == 11);
    REQUIRE(plus.traces.size() == 6);
    CHECK_THAT(s(plus.traces[0].place), Catch::StartsWith("HKLM\\SOFTWARE\\WOW6432Node"));
    CHECK(s(plus.traces[2].text) == "AVP21.16, running");
    CHECK(s(plus.traces[3].text) == "Registered as antivirus: on, not up to date");
    CHECK(s(plus.traces[4].text) == "klif, klhk, klflt, klim6, klkbdflt, klmouflt");
    CHECK_FALSE(plus.traces[4].confidence);
    REQUIRE(plus.traces[5].confidence);
    CHECK(*plus.traces[5].confidence == Confidence::likely);
}

TEST_CASE("nine products: what leads is first, leftovers are last, each with its own state")
{
    const ProductsModel model = modelOf(nineProductsResult());
    REQUIRE(model.cards.size() == 9);
    CHECK(model.cards.first().leads);
    CHECK(model.cards.last().leftover);
    CHECK(s(model.cards.last().status) == "Left behind");
    CHECK_THAT(s(cardTitled(model, "Kaspersky Endpoint").caption), Catch::Contains("Installed, but damaged"));
    CHECK_THAT(s(cardTitled(model, "Kaspersky Virus Removal").caption),
               Catch::Contains("A copy that is not installed"));
    CHECK_THAT(s(cardTitled(model, "Kaspersky Small Office").caption), Catch::Contains("for one person only"));
    const ProductCard& unsure = cardTitled(model, "Kaspersky Free");
    CHECK(unsure.tone == Tone::unknown);
    CHECK(s(unsure.status) == "Not sure");
    QStringList keys;
    for (const ProductCard& card : model.cards) {
        CHECK_FALSE(keys.contains(card.key));
        keys.append(card.key);
    }
}

TEST_CASE("a place that was refused is named with its reason")
{
    const ProductsModel model = modelOf(nineProductsResult());
    REQUIRE_FALSE(model.places.isEmpty());
    const ProductPlace& tasks = model.places.last();
    CHECK(s(tasks.name) == "Scheduled tasks");
    CHECK_FALSE(tasks.read);
    CHECK(s(tasks.problem) == "Not checked. Reading it needs administrator rights.");
    CHECK(model.places.first().read);
    CHECK(model.places.first().problem.isEmpty());
}

TEST_CASE("an empty page says which kind of empty it is")
{
    using Empty = ProductsModel::Empty;
    CHECK(modelOf(cleanResult()).empty == Empty::nothingFound);
    const ProductsModel refused = modelOf(couldNotTellResult());
    CHECK(refused.empty == Empty::couldNotTell);
    CHECK_THAT(s(refused.emptyText), Catch::Contains("not known whether something is there"));
    CHECK_FALSE(refused.places.isEmpty());
    CHECK(productsModel(scanningState()).empty == Empty::checking);
    CHECK(productsModel(failedState()).empty == Empty::notChecked);
    CHECK(modelOf(affectedResult()).empty == Empty::no);
}

TEST_CASE("while a new check runs or after it was stopped, the last answer stays and is called that")
{
    for (const CheckPhase phase : {CheckPhase::running, CheckPhase::cancelled, CheckPhase::failed}) {
        const ProductsModel model = modelOf(affectedResult(), phase);
        CHECK(model.cards.size() == 3);
        CHECK(model.notes.size() == 1);
    }
    CHECK(modelOf(affectedResult()).notes.isEmpty());
}

TEST_CASE("the list as text holds every product, its reasons with sources, and the places that were not read")
{
    const QString text = productsText(modelOf(nineProductsResult()));
    CHECK_THAT(s(text), Catch::Contains("Kaspersky Plus: Updates ended"));
    CHECK_THAT(s(text), Catch::Contains("89 FR 52434"));
    CHECK_THAT(s(text), Catch::Contains("Edition: Not known"));
    CHECK_THAT(s(text), Catch::Contains("Scheduled tasks: Not checked."));
    CHECK_THAT(s(productsText(modelOf(cleanResult()))), Catch::StartsWith("No Kaspersky and no UltraAV was found"));
}
