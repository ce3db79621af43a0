// FactsModel: the facts in use and what is being done about them, in words.
#pragma once

#include "bridge/catalog_service.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>

namespace offramp::ui {

struct FactsModel {
    QStringList lines;   // what is in use, how old, who signed it, the last try
    QString servers;     // that there are none to ask; empty when there are
    bool automatic = false;
    QString automaticText;   // when the next look is
    bool canUpdate = false;
    bool canRollBack = false;
    bool canDelete = false;   // there are downloaded or imported ones
    QString rollBackText;     // "Go back to the facts of …"
    struct Running {
        QString text;   // "Downloading, 12 of 85 KB"
        int done = 0;
        int total = 0;   // 0 while not known
        bool canCancel = false;
    };
    std::optional<Running> running;
    QString outcome;         // what came of the last job; may be empty
    QString outcomeDetail;   // for a technician
    bool outcomeIsBad = false;
};

// `state` may be null: then the facts cannot be changed from here, and it says why.
[[nodiscard]] FactsModel factsModel(const CatalogServiceState* state, const QDate& today);

}   // namespace offramp::ui
