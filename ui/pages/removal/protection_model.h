// ProtectionModel: what "Choose protection" says: what protects when, what may protect afterwards, and what becomes of
// each product.
#pragma once

#include "pages/removal/wizard_model.h"
#include "pages/replacements/replacements_model.h"
#include "widgets/status.h"

namespace offramp::ui {

struct ProtectionWhen {
    Icon icon = Icon::antivirus;
    QString title;   // "Until the removal"
    QString text;

    friend bool operator==(const ProtectionWhen&, const ProtectionWhen&) = default;
};

struct ProtectionChoice {
    QString id;   // empty: what the system brings
    QString name;
    QString text;
    QString coverage;
    QUrl site;
    bool picked = false;

    friend bool operator==(const ProtectionChoice&, const ProtectionChoice&) = default;
};

struct ProductFate {
    enum class Change { none, keep, alsoRemove };
    std::string id;
    QString name;
    Tone tone = Tone::off;
    QString fate;   // "Goes" or "Stays"
    QString why;    // may be empty
    Change change = Change::none;
    QString wish;   // words of the tick
    bool wished = false;

    friend bool operator==(const ProductFate&, const ProductFate&) = default;
};

struct ProtectionModel {
    QString title;
    QString text;
    QList<ProtectionWhen> when;
    QList<ProtectionChoice> choices;
    QList<ProductFate> products;
    bool asksRestorePoint = false;
    bool restorePoint = true;

    friend bool operator==(const ProtectionModel&, const ProtectionModel&) = default;
};

// `catalog` may be null: then there is nothing to recommend.
[[nodiscard]] ProtectionModel protectionModel(const RemovalState& state, const Catalog* catalog, const QDate& today);

// What protects after the removal as the person chose; empty when nothing was chosen and the system brings nothing.
[[nodiscard]] QString chosenProtection(const RemovalState& state, const Catalog* catalog, const QDate& today);
// The plan takes away what protects now.
[[nodiscard]] bool takesProtection(const RemovalPlan& plan, const CheckResult* before);

}   // namespace offramp::ui
