#include "pages/about/about_model.h"

#include "text/format.h"
#include "text/license_texts.h"
#include "text/words.h"

#include <QCoreApplication>
#include <SQLiteCpp/Database.h>

namespace offramp::ui {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(About)
};

QList<UsedSoftware> usedSoftware()
{
    const auto text = [](const char* name) { return QString::fromLatin1(name); };
    const QString gpl = About::tr("GNU General Public License, version 3 or later");
    return {
        {text("Offramp"),
         About::tr("the authors of Offramp"),
         gpl,
         {text("gpl-3")},
         QCoreApplication::applicationVersion()},
        {text("Qt"),
         text("The Qt Company Ltd. and other contributors"),
         About::tr("GNU Lesser General Public License, version 3"),
         {text("lgpl-3"), text("gpl-3")},
         QString::fromLatin1(qVersion())},
        {text("SQLite"),
         text("D. Richard Hipp"),
         About::tr("public domain"),
         {},
         QString::fromLatin1(SQLite::getLibVersion())},
        {text("SQLiteCpp"), QString::fromUtf8("S\u00E9bastien Rombauts and others"), text("MIT"), {text("mit")}, {}},
        {text("curl"), text("Daniel Stenberg and others"), text("curl"), {text("curl")}, {}},
        {text("libsodium"), text("Frank Denis"), text("ISC"), {text("isc")}, {}},
        {text("zlib"), text("Jean-loup Gailly and Mark Adler"), text("zlib"), {text("zlib")}, {}},
        {text("libplist"),
         text("the libplist and libimobiledevice authors"),
         About::tr("GNU Lesser General Public License, version 2.1 or later"),
         {text("lgpl-2.1")},
         {}},
        {text("fmt"), text("Victor Zverovich and others"), text("MIT"), {text("mit")}, {}},
        {text("JSON for Modern C++"), text("Niels Lohmann"), text("MIT"), {text("mit")}, {}},
        {text("tl::expected"), text("Sy Brand"), text("CC0 1.0"), {text("cc0-1.0")}, {}},
        {About::tr("CLI11 (in the terminal program)"),
         text("University of Cincinnati, Henry Schreiner and others"),
         text("BSD-3-Clause"),
         {text("bsd-3-clause")},
         {}},
    };
}

}   // namespace

AboutModel aboutModel(const PageState& state, const QString& version)
{
    AboutModel model;
    model.version = About::tr("Offramp %1").arg(version);
    if (state.catalog != nullptr) {
        const CatalogInfo& info = state.catalog->info;
        model.facts.append(
            About::tr("Facts of %1, catalog %2, published on %3.")
                .arg(longDate(info.factsAsOf), number(info.serial), longDate(toLocal(info.issuedAt).date())));
    } else {
        model.facts.append(About::tr("No facts are loaded."));
    }
    for (const VerificationMark mark :
         {VerificationMark::readAtSource, VerificationMark::readInQuotations, VerificationMark::notConfirmed}) {
        QString meaning;
        switch (mark) {
        case VerificationMark::readAtSource:
            meaning = About::tr("Somebody of us read it in the primary source or an official copy of it.");
            break;
        case VerificationMark::readInQuotations:
            meaning = About::tr("It was read in a reliable report that quotes the source.");
            break;
        case VerificationMark::notConfirmed:
            meaning = About::tr("A maker's own claim, a weak source, or not checked. It never decides an answer.");
            break;
        }
        model.marks.append({verificationIcon(mark), capitalized(verificationWords(mark)), meaning});
    }
    model.software = usedSoftware();
    return model;
}

QString licenseText(const QString& name)
{
    for (const LicenseText& each : licenseTexts()) {
        if (name == QLatin1String(each.name.data(), static_cast<qsizetype>(each.name.size()))) {
            return QString::fromUtf8(each.text.data(), static_cast<qsizetype>(each.text.size()));
        }
    }
    return {};
}

}   // namespace offramp::ui
