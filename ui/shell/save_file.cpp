#include "shell/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

namespace offramp::ui {

namespace {

struct SaveFile {
    Q_DECLARE_TR_FUNCTIONS(SaveFile)
};

QString kindWords(FileKind kind)
{
    switch (kind) {
    case FileKind::html: return SaveFile::tr("Web page (*.html)");
    case FileKind::pdf: return SaveFile::tr("PDF (*.pdf)");
    case FileKind::json: return SaveFile::tr("JSON (*.json)");
    case FileKind::text: return SaveFile::tr("Text files (*.txt)");
    }
    return {};
}

}   // namespace

QString askWhereToSave(QWidget* parent, const QString& title, const QString& name, FileKind kind)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return QFileDialog::getSaveFileName(parent, title, folder.filePath(name), kindWords(kind));
}

QString saveFile(const QString& file, const QByteArray& bytes, QIODevice::OpenMode how)
{
    QSaveFile out(file);
    const bool saved = out.open(how) && out.write(bytes) >= 0 && out.commit();   // the last tells of half a file
    return saved ? QString() : out.errorString();
}

QString savedWords(const QString& file, const QString& problem)
{
    return problem.isEmpty() ? SaveFile::tr("Saved as %1").arg(QDir::toNativeSeparators(file))
                             : notSavedWords(file, problem);
}

QString notSavedWords(const QString& file, const QString& problem)
{
    return SaveFile::tr("Could not save %1: %2").arg(QDir::toNativeSeparators(file), problem);
}

}   // namespace offramp::ui
