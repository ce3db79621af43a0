#include "report/phrases.h"
#include "shell/launch_options.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>
#include <catch2/catch.hpp>

using namespace offramp;
using namespace offramp::ui;

namespace {

const Day septemberEnd{std::chrono::year{2024} / 9 / 29};

std::string text(ReasonCode code, std::vector<ReasonArgument> arguments)
{
    return reasonText(Reason{code, std::move(arguments), {}}).toStdString();
}

}   // namespace

TEST_CASE("a long date has no day of the week, in every language")
{
    CHECK(longDate(septemberEnd).toStdString() == "September 29, 2024");
    QLocale::setDefault(QLocale(QLocale::Spanish, QLocale::Mexico));
    CHECK(longDate(septemberEnd).toStdString() == "29 de septiembre de 2024");
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    CHECK(longDate(septemberEnd).toStdString() == "29. September 2024");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

TEST_CASE("a reason is a sentence with its number, its plural and its day")
{
    CHECK(text(ReasonCode::updatesEndedFor, {std::int64_t{785}, septemberEnd})
          == "U.S. updates ended 785 days ago (September 29, 2024).");
    CHECK(text(ReasonCode::updatesEndedFor, {std::int64_t{1}, septemberEnd})
          == "U.S. updates ended 1 day ago (September 29, 2024).");
}

TEST_CASE("an argument that looks like a place holder stays as it is")
{
    CHECK(text(ReasonCode::folderMissing, {std::string("/opt/%1/%2")})
          == "It is listed as installed, but its folder is gone: /opt/%1/%2");
}

TEST_CASE("stable words become words people read")
{
    CHECK(text(ReasonCode::placeNotRead, {std::string("windowsServices")})
          == "Could not be read completely: Services and drivers");
    CHECK(text(ReasonCode::matchedName, {std::string("driver"), std::string("klif")})
          == "The driver is named \"klif\"");
}

TEST_CASE("no reason is left without its sentence and no place holder is left in one")
{
    for (const ReasonCode code : allReasonCodes()) {
        INFO(toString(code));
        const std::string sentence = text(
            code, {std::int64_t{2}, septemberEnd, std::string("third"), std::string("fourth"), std::string("fifth")});
        CHECK_FALSE(sentence.empty());
        CHECK_THAT(sentence, !Catch::Contains("(s)"));
        CHECK_THAT(sentence, !Catch::Contains("%"));
    }
}

TEST_CASE("a source says its citation and how well it is verified")
{
    CHECK(sourceText(SourceLink{"", "Determination", "89 FR 52434, under 15 CFR 7.109", Verification::read},
                     Citation::brief)
              .toStdString()
          == "89 FR 52434 \u00B7 read at the source");
    CHECK(sourceText(SourceLink{"", "Determination", "89 FR 52434, under 15 CFR 7.109", Verification::read},
                     Citation::full)
              .toStdString()
          == "89 FR 52434, under 15 CFR 7.109 \u00B7 read at the source");
    CHECK(sourceText(SourceLink{"", "A report", "", Verification::memory}, Citation::brief).toStdString()
          == "A report \u00B7 not confirmed yet");
}

TEST_CASE("only secure pages of governments are opened from the app")
{
    const auto official = [](const char* address) { return isOfficialPage(QUrl(QString::fromLatin1(address))); };
    CHECK(official("https://www.federalregister.gov/documents/1"));
    CHECK(official("https://eur-lex.europa.eu/x"));
    CHECK_FALSE(official("http://www.federalregister.gov/documents/1"));
    CHECK_FALSE(official("https://federalregister.gov.example.com/"));
    CHECK_FALSE(official("https://examplegov/"));
    CHECK_FALSE(official("https://www.federalregister.gov@example.com/"));
    CHECK_FALSE(official("https://someone@www.federalregister.gov/"));
}

TEST_CASE("the words of the design's statuses are the words of the pills")
{
    QFile file(QStringLiteral(OFFRAMP_RESOURCES "/design/tokens.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonObject statuses =
        QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("status")).toObject();
    const auto isWordOf = [&](const char* status, Status value) {
        return statuses.value(QLatin1String(status))
            .toObject()
            .value(QLatin1String("words"))
            .toArray()
            .contains(statusWords(value).word);
    };
    CHECK(isWordOf("affected", Status::updatesEnded));
    CHECK(isWordOf("affected", Status::salesEnded));
    CHECK(isWordOf("affected", Status::useProhibited));
    CHECK(isWordOf("attention", Status::likelyCovered));
    CHECK(isWordOf("unknown", Status::unclear));
    CHECK(isWordOf("exempt", Status::exempt));
    CHECK(statusWords(Status::unclear).tone == Tone::unknown);
    CHECK(statusWords(Status::updatesEnded).tone == Tone::affected);
    CHECK(statusWords(Status::notBound).tone == Tone::off);
}

TEST_CASE("launch options are understood or refused with the option's name")
{
    const auto options = parseLaunchOptions(
        {QStringLiteral("--host"), QStringLiteral("/m"), QStringLiteral("--as-of=2024-10-01"),
         QStringLiteral("--person"), QStringLiteral("federal"), QStringLiteral("--theme"), QStringLiteral("dark"),
         QStringLiteral("--size"), QStringLiteral("760x560"), QStringLiteral("--text-scale"), QStringLiteral("2.0")});
    REQUIRE(options);
    CHECK(options->host == QStringLiteral("/m"));
    REQUIRE(options->asOf);
    CHECK(dayIn(easternZone(), *options->asOf) == Day{std::chrono::year{2024} / 10 / 1});
    CHECK(options->person == Person::federal);
    CHECK(options->theme == ThemeMode::dark);
    CHECK(options->size == QSize(760, 560));
    CHECK(options->textScale == 2);

    const auto rehearsed = parseLaunchOptions({QStringLiteral("--machine"), QStringLiteral("/m")});
    REQUIRE(rehearsed);
    CHECK(rehearsed->host == QStringLiteral("/m"));
    CHECK(rehearsed->page == QStringLiteral("switch"));
    CHECK_FALSE(isEverydayStart(*rehearsed));   // nothing real can be removed from there
    const auto resumed = parseLaunchOptions({QStringLiteral("--resume-removal")});
    REQUIRE(resumed);
    CHECK(resumed->resumeRemoval);
    CHECK(isEverydayStart(*resumed));

    for (const char* wrong : {"--person=nobody", "--as-of=2024-02-31", "--size=big", "--size=10x", "--text-scale=9",
                              "--theme=pink", "--unheard-of", "--host"}) {
        const auto refused = parseLaunchOptions({QString::fromLatin1(wrong)});
        REQUIRE_FALSE(refused);
        const std::string name = std::string(wrong).substr(0, std::string(wrong).find('='));
        CHECK_THAT(refused.error().context, Catch::Contains(name));
    }
}
