#include "pages/products/products_model.h"

#include "text/evidence_text.h"
#include "text/format.h"
#include "text/reason_text.h"
#include "text/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace offramp::ui {

namespace {

struct Products {
    Q_DECLARE_TR_FUNCTIONS(Products)
};

ProductFact fact(const QString& name, const QString& value)
{
    return value.isEmpty() ? ProductFact{name, Products::tr("Not known"), false} : ProductFact{name, value, true};
}

// The place that shows the product most plainly: evidence is sorted, the strongest first.
QString foundIn(const Installation& installation)
{
    return installation.evidence.empty() ? QString() : sourceName(installation.evidence.front().evidence.source);
}

QList<ProductFact> factsOf(const Installation& installation)
{
    const auto text = [](const std::string& value) { return QString::fromStdString(value); };
    QString installed;
    if (installation.installedOn) {
        installed = longDate(*installation.installedOn);
    } else if (installation.facts.installedAt) {
        installed = longDate(toLocal(*installation.facts.installedAt).date());
    }
    QList<ProductFact> facts{
        fact(Products::tr("Edition"),
             text(installation.edition.empty() ? installation.facts.edition : installation.edition)),
        fact(Products::tr("Version"), text(installation.version)),
        fact(Products::tr("Installed"), installed),
    };
    if (installation.role == ProductRole::antivirus || installation.facts.databasesUpdatedAt) {
        const auto& updated = installation.facts.databasesUpdatedAt;
        facts.append(
            fact(Products::tr("Last updated here"), updated ? longDate(dayIn(easternZone(), *updated)) : QString()));
    }
    if (facts.size() < 4) {
        facts.append(fact(Products::tr("Found in"), foundIn(installation)));
    }
    return facts;
}

QString securityText(const SecurityState& state)
{
    const QString role = [&] {
        switch (state.role) {
        case SecurityState::Role::antivirus: return Products::tr("Registered as antivirus");
        case SecurityState::Role::firewall: return Products::tr("Registered as firewall");
        case SecurityState::Role::antispyware: return Products::tr("Registered as protection from spyware");
        }
        return QString();
    }();
    QStringList says;
    says.append(!state.active   ? Products::tr("not known whether it is on")
                : *state.active ? Products::tr("on")
                                : Products::tr("off"));
    if (state.upToDate) {
        says.append(*state.upToDate ? Products::tr("up to date by its own word") : Products::tr("not up to date"));
    }
    return role + QStringLiteral(": ") + says.join(QStringLiteral(", "));
}

// Things of these kinds are known by their names, and there may be many of them.
bool sharesLine(EvidenceKind kind)
{
    return kind == EvidenceKind::driver || kind == EvidenceKind::classFilter || kind == EvidenceKind::networkFilter
           || kind == EvidenceKind::process;
}

QString shortName(const Evidence& evidence)
{
    return QString::fromStdString(evidence.id.empty() ? evidence.name : evidence.id);
}

ProductTrace traceOf(const MatchedEvidence& matched)
{
    const Evidence& evidence = matched.evidence;
    ProductTrace trace;
    trace.icon = kindIcon(evidence.kind);
    trace.kind = kindTitle(evidence.kind);
    if (matched.strength != Confidence::certain) {
        trace.confidence = matched.strength;
    }
    switch (evidence.kind) {
    case EvidenceKind::securityProduct:
        trace.text = evidence.security ? securityText(*evidence.security) : evidenceName(evidence);
        break;
    case EvidenceKind::service:
    case EvidenceKind::systemdUnit:
    case EvidenceKind::launchItem:
    case EvidenceKind::driver:
    case EvidenceKind::classFilter:
    case EvidenceKind::networkFilter:
    case EvidenceKind::process:
        trace.text = shortName(evidence);
        if (evidence.running && evidence.kind != EvidenceKind::process) {
            trace.text +=
                QStringLiteral(", ") + (*evidence.running ? Products::tr("running") : Products::tr("not running"));
        }
        break;
    case EvidenceKind::program:
    case EvidenceKind::msiProduct:
    case EvidenceKind::storeApp:
    case EvidenceKind::registryKey:
    case EvidenceKind::folder:
    case EvidenceKind::file:
    case EvidenceKind::app:
        trace.place = evidencePlace(evidence);
        if (trace.place.isEmpty()) {
            trace.text = evidenceName(evidence);
        }
        break;
    default: trace.text = evidenceName(evidence); break;
    }
    return trace;
}

QList<ProductTrace> tracesOf(const Installation& installation)
{
    QList<ProductTrace> traces;
    for (const MatchedEvidence& matched : installation.evidence) {
        const ProductTrace trace = traceOf(matched);
        const auto same = std::find_if(traces.begin(), traces.end(), [&](const ProductTrace& other) {
            return sharesLine(matched.evidence.kind) && other.kind == trace.kind && other.place.isEmpty()
                   && other.confidence == trace.confidence;
        });
        if (same == traces.end()) {
            traces.append(trace);
        } else if (!same->text.split(QStringLiteral(", ")).contains(trace.text)) {
            same->text += QStringLiteral(", ") + trace.text;
        }
    }
    return traces;
}

ProductCard cardOf(const CheckResult& result, const Assessment& assessment)
{
    const Installation& installation = result.installations[assessment.installation];
    ProductCard card;
    card.key = cardKey(installation, assessment.installation);
    card.title = QString::fromStdString(titleOf(installation));
    card.leftover = installation.state == InstallationState::leftover;
    const bool unsure = installation.confidence == Confidence::notSure;
    const StatusWords words = statusWords(assessment.status);
    card.tone = unsure ? Tone::unknown : words.tone;
    card.status = unsure ? confidenceWord(Confidence::notSure) : words.word;
    QStringList caption;
    if (!installation.version.empty()) {
        caption.append(Products::tr("Version %1").arg(QString::fromStdString(installation.version)));
    }
    if (installation.state != InstallationState::installed) {
        caption.append(capitalized(stateWords(installation.state)));
    }
    if (installation.scope == Scope::user) {
        caption.append(Products::tr("for one person only"));
    }
    card.caption = caption.join(QStringLiteral(" \u00B7 "));
    QStringList spoken{card.title, card.caption, card.status};
    if (!assessment.reasons.empty()) {
        const QString first = reasonText(assessment.reasons.front());
        card.caption = card.caption.isEmpty() ? first : card.caption + QStringLiteral(" \u00B7 ") + first;
        spoken.append(first);
    }
    spoken.removeAll(QString());
    card.accessibleName = spoken.join(QStringLiteral(", "));
    for (const Reason& reason : assessment.reasons) {
        card.why.append(whyReason(reason));
    }
    for (const Reason& reason : installation.reasons) {
        card.why.append(whyReason(reason));
    }
    card.facts = factsOf(installation);
    card.traces = tracesOf(installation);
    card.traceCount = static_cast<int>(installation.evidence.size());
    return card;
}

ProductPlace placeOf(const SourceReport& report)
{
    ProductPlace place;
    place.name = sourceName(report.source);
    place.read = report.coverage == Coverage::complete;
    if (!place.read) {
        QStringList problems;
        for (const Error& issue : report.issues) {
            if (const QString problem = problemText(issue); !problems.contains(problem)) {
                problems.append(problem);
            }
        }
        problems.prepend(report.coverage == Coverage::partial ? Products::tr("Read in part.")
                                                              : Products::tr("Not checked."));
        place.problem = problems.join(u' ');
    }
    return place;
}

void sayWhyEmpty(ProductsModel& model, const SessionState& state)
{
    using Empty = ProductsModel::Empty;
    const bool running = state.phase == CheckPhase::running || state.phase == CheckPhase::idle;
    if (!state.result) {
        model.empty = running ? Empty::checking : Empty::notChecked;
        model.emptyTitle =
            running ? Products::tr("This computer is being checked") : Products::tr("This computer was not checked");
        model.emptyText = running ? Products::tr("What is found appears here.")
                                  : Products::tr("So what is on it is not known. The Overview says why.");
        return;
    }
    const bool sure = state.result->assessment.verdict == Verdict::clean;
    model.empty = sure ? Empty::nothingFound : Empty::couldNotTell;
    model.emptyTitle = sure ? Products::tr("No Kaspersky and no UltraAV was found")
                            : Products::tr("Nothing was found, but not everything could be read");
    model.emptyText = sure ? Products::tr("Where we looked stands below.")
                           : Products::tr("So it is not known whether something is there. Where we could not look "
                                          "stands below.");
}

QString factLine(const ProductFact& fact)
{
    return fact.name + QStringLiteral(": ") + fact.value;
}

}   // namespace

QString cardKey(const Installation& installation, std::size_t position)
{
    return QString::fromStdString(installation.productId) + u'#' + QString::number(position);
}

ProductsModel productsModel(const SessionState& state)
{
    ProductsModel model;
    if (state.result) {
        const CheckResult& result = *state.result;
        const auto leading = leadingInstallation(result.assessment, result.installations);
        for (const Assessment& assessment : result.assessment.assessments) {
            ProductCard card = cardOf(result, assessment);
            card.leads = leading && *leading == assessment.installation;
            model.cards.append(card);
        }
        const auto rank = [](const ProductCard& card) { return card.leads ? 0 : card.leftover ? 2 : 1; };
        std::stable_sort(model.cards.begin(), model.cards.end(),
                         [&](const ProductCard& one, const ProductCard& other) { return rank(one) < rank(other); });
        for (const SourceReport& report : result.snapshot.reports) {
            if (report.coverage != Coverage::notApplicable) {
                model.places.append(placeOf(report));
            }
        }
        if (state.phase == CheckPhase::running) {
            model.notes.append(Products::tr("A new check is running. This is what the last one found."));
        } else if (state.phase != CheckPhase::done) {
            model.notes.append(Products::tr("The last check did not finish. This is what the one before found."));
        }
    }
    if (model.cards.isEmpty()) {
        sayWhyEmpty(model, state);
    } else {
        model.empty = ProductsModel::Empty::no;
    }
    return model;
}

QString productText(const ProductCard& card)
{
    QStringList lines{card.title + QStringLiteral(": ") + card.status};
    for (const WhyReason& reason : card.why) {
        lines.append(QStringLiteral("- ") + reason.text
                     + (reason.source ? QStringLiteral(" (") + reason.source->text + u')' : QString()));
    }
    for (const ProductFact& fact : card.facts) {
        lines.append(factLine(fact));
    }
    for (const ProductTrace& trace : card.traces) {
        lines.append(
            QStringLiteral("- ") + trace.kind + QStringLiteral(": ")
            + (trace.place.isEmpty() ? trace.text : trace.place)
            + (trace.confidence ? QStringLiteral(" (") + confidenceWord(*trace.confidence) + u')' : QString()));
    }
    return lines.join(u'\n') + u'\n';
}

QString productsText(const ProductsModel& model)
{
    QStringList parts;
    for (const ProductCard& card : model.cards) {
        parts.append(productText(card));
    }
    if (model.cards.isEmpty()) {
        parts.append(model.emptyTitle + u'\n' + model.emptyText + u'\n');
    }
    QStringList places{Products::tr("Where we looked")};
    for (const ProductPlace& place : model.places) {
        places.append(QStringLiteral("- ") + place.name + QStringLiteral(": ")
                      + (place.read ? Products::tr("read completely") : place.problem));
    }
    if (!model.places.isEmpty()) {
        parts.append(places.join(u'\n') + u'\n');
    }
    return parts.join(u'\n');
}

}   // namespace offramp::ui
