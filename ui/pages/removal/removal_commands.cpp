// What the buttons of the guided removal do.
#include "bridge/history_service.h"
#include "pages/removal/removal_page.h"
#include "pages/removal/start_card.h"
#include "platform/desktop.h"
#include "report/html.h"
#include "session/check_record.h"
#include "shell/save_file.h"
#include "text/report_text.h"

#include <QBuffer>
#include <QFileDialog>
#include <QPageSize>
#include <QPdfWriter>
#include <QStandardPaths>
#include <QTextDocument>

namespace offramp::ui {

namespace {

using Phase = RemovalState::Phase;

QByteArray pdfOf(const QString& html)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&bytes);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setCreator(QStringLiteral("Offramp"));
        QTextDocument document;
        document.setHtml(html);
        document.print(&pdf);
    }
    return bytes.data();
}

}   // namespace

WizardSink RemovalPage::sink()
{
    WizardSink sink;
    sink.act = [this](WizardAction action) { act(action); };
    sink.settle = [this](GuardId guard, bool settled) { settle(guard, settled); };
    sink.wish = [this](const std::string& product, ProductFate::Change change, bool on) { wish(product, change, on); };
    sink.restorePoint = [this](bool on) {
        changeWishes([on](PlanWishes& wishes) {
            wishes.restorePoint = on ? PlanWishes::RestorePoint::make : PlanWishes::RestorePoint::none;
        });
    };
    sink.replacement = [this](const QString& id) {
        changeWishes([&id](PlanWishes& wishes) { wishes.replacement = id.toStdString(); });
    };
    sink.putBack = [this](const std::string& step) {
        if (RemovalSession* open = session()) {
            open->undo(step);
        }
    };
    sink.leftover = [this](const QString& id, bool on) { chooseLeftover(id, on); };
    sink.password = [this](const QString& password) {
        if (RemovalSession* open = session()) {
            open->givePassword(password.toStdString());
        }
    };
    return sink;
}

void RemovalPage::settle(GuardId guard, bool settled)
{
    RemovalSession* open = session();
    if (open == nullptr) {
        return;
    }
    // Going without the passwords is asked about once more.
    if (guard == GuardId::passwordVault && settled && !m_choices.waivingVault) {
        m_choices.waivingVault = true;
        m_content = {};   // the tick is taken back
        refresh();
        return;
    }
    m_choices.waivingVault = false;
    open->settle(guard, settled);
}

void RemovalPage::changeWishes(const std::function<void(PlanWishes&)>& change)
{
    if (RemovalSession* open = session()) {
        PlanWishes wishes = open->state().wishes;
        change(wishes);
        open->setWishes(wishes);
    }
}

void RemovalPage::wish(const std::string& product, ProductFate::Change change, bool on)
{
    changeWishes([&](PlanWishes& wishes) {
        auto& products = change == ProductFate::Change::keep ? wishes.keep : wishes.alsoRemove;
        on ? static_cast<void>(products.insert(product)) : static_cast<void>(products.erase(product));
    });
}

void RemovalPage::chooseLeftover(const QString& id, bool on)
{
    RemovalSession* open = session();
    if (open == nullptr) {
        return;
    }
    std::set<std::string> chosen = chosenLeftovers(open->state(), m_choices);
    on ? static_cast<void>(chosen.insert(id.toStdString())) : static_cast<void>(chosen.erase(id.toStdString()));
    m_choices.leftovers = chosen;
    refresh();
}

void RemovalPage::act(WizardAction action)
{
    m_said.clear();
    switch (action) {
    case WizardAction::quit: leave(); return;
    case WizardAction::finish: finish(); return;
    case WizardAction::openHistory: emit pageRequested(PageId::history, QString()); return;
    case WizardAction::reminders: emit pageRequested(PageId::remindLater, QString()); return;
    case WizardAction::compareAll: emit pageRequested(PageId::replacements, QString()); return;
    case WizardAction::rehearse: showPart(QStringLiteral("rehearsal")); return;
    case WizardAction::leaveRehearsal: leave(); return;
    case WizardAction::chooseVaultFile: askForVaultFile(); return;
    case WizardAction::savePlan:
        askAndSave(tr("Save the plan"), QStringLiteral("offramp-plan.html"), FileKind::html,
                   [this](const QString& file) { savePlan(file); });
        return;
    case WizardAction::savePageForAdministrator:
        askAndSave(tr("Save the page"), QStringLiteral("offramp-check.html"), FileKind::html,
                   [this](const QString& file) { savePageForAdministrator(file); });
        return;
    case WizardAction::saveHtml: askForReport(FileKind::html); return;
    case WizardAction::savePdf: askForReport(FileKind::pdf); return;
    case WizardAction::saveJson: askForReport(FileKind::json); return;
    case WizardAction::back:
        m_choices.at = m_choices.at == WizardChoices::At::review ? WizardChoices::At::protection
                                                                 : WizardChoices::At::beforeYouStart;
        refresh();
        return;
    default: break;
    }
    if (RemovalSession* open = session()) {
        actOnWork(action, *open);
        refresh();
    }
}

void RemovalPage::actOnWork(WizardAction action, RemovalSession& open)
{
    const RemovalState at = open.state();
    const std::string step = at.halt ? at.halt->step : std::string();
    switch (action) {
    case WizardAction::next: next(open); break;
    case WizardAction::lookAgainAtGuards: open.lookAgainAtGuards(); break;
    case WizardAction::wipeVaultFile: open.wipeVaultExport(); break;
    case WizardAction::start:
        m_choices.afterRemoval = true;
        m_choices.leftovers.reset();
        m_removal.reset();
        // Of the plan that is on the screen, whatever was planned since.
        open.approve(m_content.plan ? m_content.plan->approves : std::string());
        break;
    case WizardAction::stopAfterThisStep: open.stopAfterThisStep(); break;
    case WizardAction::goOn:
    case WizardAction::tryAgain: open.goOn(); break;
    case WizardAction::skipStep: open.skip(step); break;
    case WizardAction::askToAbandon: m_choices.abandoning = true; break;
    case WizardAction::keepGoing: m_choices.abandoning = false; break;
    case WizardAction::abandon:
        m_choices.abandoning = false;
        open.abandon();
        break;
    case WizardAction::showItsWindow:
        if (at.running) {
            static_cast<void>(
                bringToFront(at.running->window));   // where it did not come, the card still says what to do
        }
        break;
    case WizardAction::keepWaiting: open.answerSilence(false); break;
    case WizardAction::stopWaiting: open.answerSilence(true); break;
    case WizardAction::noPassword: open.givePassword({}); break;
    case WizardAction::restartNow:
        m_goesOnWhenUp = at.rehearsal;   // the real one ends this program
        open.requestRestart(warnsOfRestart(at) ? RestartWish::knowingTheWarning : RestartWish::ifSafe);
        break;
    case WizardAction::leaveThem: leaveLeftovers(open); break;
    case WizardAction::moveThem: moveLeftovers(open); break;
    case WizardAction::undo: open.undo({}); break;
    default: break;
    }
}

void RemovalPage::next(RemovalSession& open)
{
    if (m_choices.at == WizardChoices::At::beforeYouStart) {
        if (mayGoOn(open.state().guards)) {
            m_choices.at = WizardChoices::At::protection;
        }
    } else {
        m_choices.at = WizardChoices::At::review;
    }
}

void RemovalPage::leaveLeftovers(RemovalSession& open)
{
    const RemovalState at = open.state();
    if (at.phase == Phase::proposed) {
        leave();
    } else if (at.phase == Phase::halted && at.halt) {
        open.reviewed(at.halt->step);
    }
}

void RemovalPage::moveLeftovers(RemovalSession& open)
{
    const RemovalState at = open.state();
    const std::set<std::string> chosen = chosenLeftovers(at, m_choices);
    if (at.record && at.record->plan.kind == RemovalPlan::Kind::removal) {
        m_removal = at;   // from now on the session tells of what is moved
        m_choices.afterRemoval = true;
    }
    open.approveLeftovers(chosen);
}

void RemovalPage::askForVaultFile()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("The exported passwords"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        tr("Text files (*.txt);;All files (*)"));
    if (!file.isEmpty()) {
        readVaultExport(file);
    }
}

void RemovalPage::readVaultExport(const QString& file)
{
    if (RemovalSession* open = session()) {
        open->readVaultExport(std::filesystem::path(file.toStdU16String()));
    }
}

void RemovalPage::askAndSave(const QString& title, const QString& name, FileKind kind,
                             const std::function<void(const QString& file)>& write)
{
    const QString file = askWhereToSave(this, title, name, kind);
    if (!file.isEmpty()) {
        write(file);
    }
}

void RemovalPage::askForReport(FileKind kind)
{
    const QString name = kind == FileKind::html  ? QStringLiteral("offramp-removal.html")
                         : kind == FileKind::pdf ? QStringLiteral("offramp-removal.pdf")
                                                 : QStringLiteral("offramp-removal.json");
    askAndSave(tr("Save the report"), name, kind, [this, kind](const QString& file) { saveReport(kind, file); });
}

void RemovalPage::saveReport(FileKind kind, const QString& file)
{
    RemovalSession* open = session();
    if (open == nullptr) {
        return;
    }
    const auto format = kind == FileKind::json ? RemovalReportFormat::json : RemovalReportFormat::html;
    // An English page can be made again by whoever verifies it, so nothing of the reader's country is in it.
    const PageLanguage own = pageLanguage();
    const PageLanguage language = own.tag.starts_with(PageLanguage().tag) ? PageLanguage() : own;
    const Result<std::string> report = open->report(format, Redaction::on, language);
    if (!report) {
        say(tr("The report could not be made: %1").arg(QString::fromStdString(report.error().context)));
        return;
    }
    save(file, kind == FileKind::pdf ? pdfOf(QString::fromStdString(*report)) : QByteArray::fromStdString(*report));
}

void RemovalPage::savePlan(const QString& file)
{
    if (RemovalSession* open = session()) {
        save(file, planPage(planModel(open->state())).toUtf8());
    }
}

// What was found, to print or to send: the same page as History saves.
void RemovalPage::savePageForAdministrator(const QString& file)
{
    const CheckResult* result = state().result();
    if (result == nullptr) {
        return;
    }
    const std::vector<Replacement> replacements =
        state().catalog != nullptr ? state().catalog->replacements.all() : std::vector<Replacement>();
    save(file, QByteArray::fromStdString(htmlReport(checkJson(*result, replacements), pageLanguage())));
}

void RemovalPage::save(const QString& file, const QByteArray& bytes)
{
    say(savedWords(file, saveFile(file, bytes)));
}

void RemovalPage::say(const QString& text)
{
    m_said = text;
    refresh();
}

// What was chosen for one removal does not count for the next.
void RemovalPage::forgetChoices()
{
    m_choices = {};
    m_choices.goal = m_goal;
    m_removal.reset();
}

// What runs is never left alone; everything else is found again where it was.
void RemovalPage::leave()
{
    if (m_service.isWorking()) {
        return;
    }
    m_active = false;
    if (m_service.bridge() != nullptr && m_service.mode() == RemovalMode::rehearsal) {
        m_service.close();
        forgetChoices();
    }
    emit pageRequested(PageId::overview, QString());
}

void RemovalPage::finish()
{
    const bool real = m_service.mode() == RemovalMode::real && m_frame.page == WizardPage::done;
    m_active = false;
    forgetChoices();
    m_service.close();
    emit pageRequested(PageId::overview, QString());
    if (real) {
        emit checkRequested();   // the Overview shows how it is now
    }
}

}   // namespace offramp::ui
