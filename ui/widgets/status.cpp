#include "widgets/status.h"

namespace offramp::ui {

ToneLook lookOf(Tone tone)
{
    switch (tone) {
    case Tone::affected:
        return {Icon::affected, Color::affected, Color::affectedText, Color::affectedSoft, Color::affectedLine, false};
    case Tone::attention:
        return {Icon::attention,      Color::attention,     Color::attentionText,
                Color::attentionSoft, Color::attentionLine, false};
    case Tone::fine: return {Icon::fine, Color::fine, Color::fineText, Color::fineSoft, Color::fineLine, false};
    case Tone::unknown:
        return {Icon::unknown, Color::unknown, Color::unknownText, Color::unknownSoft, Color::unknownLine, true};
    case Tone::off:
        return {Icon::off, Color::unknown, Color::unknownText, Color::unknownSoft, Color::unknownLine, false};
    case Tone::exempt:
        return {Icon::exempt, Color::unknown, Color::unknownText, Color::unknownSoft, Color::unknownLine, false};
    case Tone::working:
        return {Icon::working, Color::accentMark, Color::accentText, Color::accentSoft, Color::accentLine, false};
    case Tone::note:
        return {Icon::info, Color::accentMark, Color::accentText, Color::accentSoft, Color::accentLine, false};
    }
    return {Icon::unknown, Color::unknown, Color::unknownText, Color::unknownSoft, Color::unknownLine, true};
}

}   // namespace offramp::ui
