#include "text/evidence_text.h"

#include <QLatin1String>

namespace offramp::ui {

namespace {

QString plainPath(const std::string& path)
{
    QString text = QString::fromStdString(path);
    if (text.startsWith(QLatin1String("\\??\\"))) {
        text.remove(0, 4);   // how the kernel writes a path
    }
    return text;
}

}   // namespace

QString evidenceName(const Evidence& evidence)
{
    const QString name = QString::fromStdString(evidence.name);
    const QString id = QString::fromStdString(evidence.id);
    const QString location = plainPath(evidence.location);
    const bool isPlace = evidence.kind == EvidenceKind::folder || evidence.kind == EvidenceKind::file
                         || evidence.kind == EvidenceKind::registryKey;
    if (isPlace) {
        const QString place = location.isEmpty() ? QString::fromStdString(evidence.readFrom) : location;
        return place.isEmpty() ? id : place;
    }
    bool onlyDigits = false;
    static_cast<void>(id.toInt(&onlyDigits));
    if (!name.isEmpty() && !id.isEmpty() && !onlyDigits && name != id && id.size() <= 24) {
        return QStringLiteral("%1 (%2)").arg(name, id);
    }
    // A name that only repeats the id tells less than where the thing is.
    if (!location.isEmpty() && (name.isEmpty() || name == id)) {
        return location;
    }
    return !name.isEmpty() ? name : id;
}

QString evidencePlace(const Evidence& evidence)
{
    const bool isPlace = evidence.kind == EvidenceKind::folder || evidence.kind == EvidenceKind::file
                         || evidence.kind == EvidenceKind::app;
    if (isPlace && !evidence.location.empty()) {
        return plainPath(evidence.location);
    }
    return plainPath(evidence.readFrom.empty() ? evidence.location : evidence.readFrom);
}

}   // namespace offramp::ui
