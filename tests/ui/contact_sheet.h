// ContactSheet: the pictures of the gallery in one page, each subject with all its variants, beside the design's
// picture.
#pragma once

#include <QList>
#include <QString>

namespace offramp::ui {

class ContactSheet {
public:
    // `design`: names of the design's pictures without ".png", with spaces between them; may be empty.
    void add(const QString& subject, const QString& design, const QString& variant, const QString& file);
    // `designFolder`: where the design's pictures are; empty: they are only named.
    [[nodiscard]] bool write(const QString& file, const QString& designFolder) const;

private:
    struct Picture {
        QString variant;
        QString file;
    };
    struct Entry {
        QString subject;
        QString design;
        QList<Picture> pictures;
    };
    QList<Entry> m_entries;
};

}   // namespace offramp::ui
