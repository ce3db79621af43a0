// ProductsModel: every product that was found, with why its verdict was given, what is known of it, and what was seen
// of it, without widgets. What is not known is a cell that says so.
#pragma once

#include "pages/why/why_model.h"
#include "session/session.h"
#include "style/icon.h"
#include "widgets/status.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

struct ProductFact {
    QString name;    // "Version"
    QString value;   // "21.16.6.467" or "Not known"
    bool known = true;
};

struct ProductTrace {
    Icon icon = Icon::file;
    QString kind;                           // "Driver"
    QString text;                           // "AVP21.16, running"; empty when the place says it
    QString place;                          // path or registry key; empty when the text says it
    std::optional<Confidence> confidence;   // only when it is not certain
};

struct ProductPlace {
    QString name;   // "Services and drivers"
    bool read = false;
    QString problem;   // why not, or why not all; empty when it was read
};

struct ProductCard {
    QString key;   // the same in the next model of the same check
    QString title;
    QString caption;
    Tone tone = Tone::unknown;
    QString status;
    QString accessibleName;
    QList<WhyReason> why;   // of the verdict, the one that decides first
    QList<ProductFact> facts;
    QList<ProductTrace> traces;
    int traceCount = 0;   // pieces of evidence; several may share a line
    bool leads = false;   // the answer of the Overview is about this one
    bool leftover = false;
};

struct ProductsModel {
    enum class Empty { no, notChecked, checking, nothingFound, couldNotTell };
    Empty empty = Empty::notChecked;
    QString emptyTitle;
    QString emptyText;
    QList<ProductCard> cards;   // what leads first, leftovers last
    QList<ProductPlace> places;
    QStringList notes;   // about the check as a whole
};

[[nodiscard]] ProductsModel productsModel(const SessionState& state);
// Names a card: for showPart() of the page, and from one model to the next.
[[nodiscard]] QString cardKey(const Installation& installation, std::size_t position);

// One card as plain text, for a mail to whoever helps; the whole list for a file.
[[nodiscard]] QString productText(const ProductCard& card);
[[nodiscard]] QString productsText(const ProductsModel& model);

}   // namespace offramp::ui
