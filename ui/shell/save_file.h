// Files somebody has written: where they shall be, whole or not at all, and how it went.
#pragma once

#include <QIODevice>
#include <QString>

class QWidget;

namespace offramp::ui {

enum class FileKind { html, pdf, json, text };

// Among the person's documents unless they choose otherwise; empty when they changed their mind.
[[nodiscard]] QString askWhereToSave(QWidget* parent, const QString& title, const QString& name, FileKind kind);
// All of it or nothing; the error in words, empty when it is there.
[[nodiscard]] QString saveFile(const QString& file, const QByteArray& bytes,
                               QIODevice::OpenMode how = QIODevice::WriteOnly);
// How that went: "Saved as …", or why not.
[[nodiscard]] QString savedWords(const QString& file, const QString& problem);
[[nodiscard]] QString notSavedWords(const QString& file, const QString& problem);

}   // namespace offramp::ui
