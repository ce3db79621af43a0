// A language nobody speaks: every letter replaced by a relative of it, and everything about 40 % longer. What still
// has plain letters while it is shown was not translated; what does not fit would not fit in another language.
#pragma once

#include <QSet>
#include <QString>
#include <QTranslator>

namespace offramp::ui {

class PseudoLanguage final : public QTranslator {
public:
    PseudoLanguage();
    ~PseudoLanguage() override;
    Q_DISABLE_COPY_MOVE(PseudoLanguage)

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                    int count) const override;

    // "context: text" of what was asked for and is not in the Spanish translation, so was never extracted.
    [[nodiscard]] const QSet<QString>& notExtracted() const { return m_notExtracted; }

private:
    QTranslator m_spanish;
    mutable QSet<QString> m_notExtracted;
};

[[nodiscard]] QString pseudo(const QString& english);

}   // namespace offramp::ui
