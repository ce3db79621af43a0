#include "inventory/report_builder.h"

namespace offramp {

void ReportBuilder::read(std::size_t entries)
{
    ++m_read;
    m_report.examined += entries;
}

void ReportBuilder::failed(const Error& error)
{
    if (error.code == ErrorCode::notFound) {
        return;
    }
    m_report.machinePartComplete = false;
    ++m_failed;
    m_report.issues.push_back(error);
}

void ReportBuilder::failedForUser(const Error& error)
{
    if (error.code == ErrorCode::notFound) {
        return;
    }
    ++m_failed;
    m_report.issues.push_back(error);
}

void ReportBuilder::damaged(const Error& error)
{
    m_report.machinePartComplete = false;
    ++m_read;
    ++m_failed;
    m_report.issues.push_back(error);
}

void ReportBuilder::stopped()
{
    m_report.machinePartComplete = false;
    ++m_failed;
    m_report.issues.push_back(Error{ErrorCode::cancelled, std::string(toString(m_report.source)), 0});
}

SourceReport ReportBuilder::finish(Coverage whenNothingExists)
{
    if (m_failed > 0) {
        m_report.coverage = m_read > 0 ? Coverage::partial : Coverage::denied;
    } else {
        m_report.coverage = m_read > 0 ? Coverage::complete : whenNothingExists;
    }
    return std::move(m_report);
}

}   // namespace offramp
