#include "svg_reader.h"

#include <charconv>
#include <map>
#include <optional>

namespace offramp::icons {

namespace {

using Attributes = std::map<std::string, std::string, std::less<>>;
template <class T> using Parsed = tl::expected<T, std::string>;

tl::unexpected<std::string> refuse(std::string text)
{
    return tl::unexpected<std::string>(std::move(text));
}

struct Tag {
    std::string name;
    Attributes attributes;
    bool opens = false;    // <g>
    bool closes = false;   // </g>
};

// Painting properties, inherited from the groups around an element.
struct Paint {
    std::string fill = "#000000";
    std::string stroke = "none";
    double strokeWidth = 1;
    double strokeOpacity = 1;
    double opacity = 1;
    double dash = 0;
    double dashGap = 0;
    bool roundCap = false;
    bool roundJoin = false;
};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Parsed<double> toNumber(std::string_view text)
{
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size()) {
        return refuse("\"" + std::string(text) + "\" is not a number");
    }
    return value;
}

Parsed<Tag> readTag(std::string_view body)
{
    Tag tag;
    tag.opens = true;
    if (!body.empty() && body.front() == '/') {
        tag.closes = true;
        tag.opens = false;
        body.remove_prefix(1);
    }
    if (!body.empty() && body.back() == '/') {
        tag.closes = true;
        body.remove_suffix(1);
    }
    const auto nameEnd = body.find_first_of(" \t\r\n");
    tag.name = std::string(body.substr(0, nameEnd));
    body = nameEnd == std::string_view::npos ? std::string_view{} : trimmed(body.substr(nameEnd));
    while (!body.empty()) {
        const auto equals = body.find('=');
        if (equals == std::string_view::npos || equals + 1 >= body.size() || body[equals + 1] != '"') {
            return refuse("<" + tag.name + ">: an attribute without a value in double quotes");
        }
        const auto end = body.find('"', equals + 2);
        if (end == std::string_view::npos) {
            return refuse("<" + tag.name + ">: a value without its closing quote");
        }
        tag.attributes[std::string(trimmed(body.substr(0, equals)))] =
            std::string(body.substr(equals + 2, end - equals - 2));
        body = trimmed(body.substr(end + 1));
    }
    return tag;
}

// Takes the painting attributes out of `attributes`; what stays is geometry.
Parsed<Paint> readPaint(Paint paint, Attributes& attributes)
{
    const auto take = [&](const char* name) -> std::optional<std::string> {
        const auto found = attributes.find(name);
        if (found == attributes.end()) {
            return std::nullopt;
        }
        std::string value = found->second;
        attributes.erase(found);
        return value;
    };
    if (auto fill = take("fill")) {
        paint.fill = *fill;
    }
    if (auto stroke = take("stroke")) {
        paint.stroke = *stroke;
    }
    const std::pair<const char*, double*> numbers[] = {
        {"stroke-width", &paint.strokeWidth}, {"stroke-opacity", &paint.strokeOpacity}, {"opacity", &paint.opacity}};
    for (const auto& [name, target] : numbers) {
        if (auto value = take(name)) {
            const auto parsed = toNumber(*value);
            if (!parsed) {
                return refuse(std::string(name) + ": " + parsed.error());
            }
            *target = *parsed;
        }
    }
    for (const auto& [name, target] :
         {std::pair{"stroke-linecap", &paint.roundCap}, std::pair{"stroke-linejoin", &paint.roundJoin}}) {
        if (auto value = take(name)) {
            if (*value != "round") {
                return refuse(std::string(name) + "=\"" + *value + "\" is not supported, only round");
            }
            *target = true;
        }
    }
    if (auto value = take("stroke-dasharray")) {
        const auto blank = value->find_first_of(" ,");
        const auto dash = toNumber(std::string_view(*value).substr(0, blank));
        const auto gap =
            blank == std::string::npos ? dash : toNumber(trimmed(std::string_view(*value).substr(blank + 1)));
        if (!dash || !gap) {
            return refuse("stroke-dasharray=\"" + *value + "\" is not supported, only two numbers");
        }
        paint.dash = *dash;
        paint.dashGap = *gap;
    }
    return paint;
}

Parsed<Layer> inked(const std::string& colour, ColourRule rule)
{
    Layer layer;
    if (colour == "currentColor") {
        return layer;
    }
    std::uint32_t rgb = 0;
    const bool hex = colour.size() == 7 && colour.front() == '#'
                     && std::from_chars(colour.data() + 1, colour.data() + 7, rgb, 16).ptr == colour.data() + 7;
    if (!hex) {
        return refuse("colour \"" + colour + "\" is not supported, only currentColor and #RRGGBB");
    }
    if (rule == ColourRule::tokens && rgb == 0xFFFFFF) {
        layer.ink = Ink::onStatus;
    } else if (rule == ColourRule::keepColours) {
        layer.ink = Ink::fixed;
        layer.rgb = rgb;
    } else if (rgb != 0) {   // black is the shape a tray badge cuts out: any ink will do
        return refuse("colour \"" + colour + "\" is no token; use currentColor or #FFFFFF");
    }
    return layer;
}

Parsed<Path> readShape(const std::string& name, Attributes& attributes)
{
    if (name == "path") {
        const auto data = attributes.find("d");
        if (data == attributes.end()) {
            return refuse("no path data");
        }
        const std::string text = data->second;
        attributes.erase(data);
        return parsePath(text);
    }
    std::map<std::string, double, std::less<>> values;
    const std::vector<std::string> wanted = name == "circle"
                                                ? std::vector<std::string>{"cx", "cy", "r"}
                                                : std::vector<std::string>{"x", "y", "width", "height", "rx"};
    for (const std::string& key : wanted) {
        values[key] = 0;
        if (const auto found = attributes.find(key); found != attributes.end()) {
            const auto number = toNumber(found->second);
            if (!number) {
                return refuse(key + ": " + number.error());
            }
            values[key] = *number;
            attributes.erase(found);
        }
    }
    if (name == "circle") {
        return circlePath(values["cx"], values["cy"], values["r"]);
    }
    return rectPath(values["x"], values["y"], values["width"], values["height"], values["rx"]);
}

class SvgReader {
public:
    explicit SvgReader(ColourRule rule) : m_rule(rule) {}

    Parsed<Drawing> read(std::string_view text)
    {
        while (true) {
            const auto open = text.find('<');
            if (!trimmed(text.substr(0, open)).empty()) {
                return refuse("text between elements is not supported");
            }
            if (open == std::string_view::npos) {
                break;
            }
            const auto end = text.find('>', open);
            if (end == std::string_view::npos) {
                return refuse("an element is not closed");
            }
            const auto tag = readTag(text.substr(open + 1, end - open - 1));
            if (!tag) {
                return refuse(tag.error());
            }
            if (const auto done = handle(*tag); !done) {
                return refuse("<" + tag->name + ">: " + done.error());
            }
            text.remove_prefix(end + 1);
        }
        if (!m_groups.empty() || m_drawing.width <= 0 || m_drawing.height <= 0) {
            return refuse("not one complete <svg> with a viewBox");
        }
        return m_drawing;
    }

private:
    Parsed<void> handle(const Tag& tag)
    {
        if (!tag.opens) {
            if (m_groups.empty()) {
                return refuse("closed but never opened");
            }
            m_groups.pop_back();
            return {};
        }
        Attributes attributes = tag.attributes;
        if (tag.name == "svg") {
            return handleRoot(tag, attributes);
        }
        const auto paint = readPaint(m_groups.empty() ? Paint{} : m_groups.back(), attributes);
        if (!paint) {
            return refuse(paint.error());
        }
        Parsed<void> done;
        if (tag.name == "g") {
            if (!tag.closes) {
                m_groups.push_back(*paint);
            }
        } else if (tag.name == "path" || tag.name == "circle" || tag.name == "rect") {
            if (!tag.closes) {
                return refuse("children inside a shape are not supported");
            }
            done = addShape(tag.name, attributes, *paint);
        } else {
            return refuse("this element is not supported");
        }
        if (done && !attributes.empty()) {
            return refuse("attribute \"" + attributes.begin()->first + "\" is not supported");
        }
        return done;
    }

    Parsed<void> handleRoot(const Tag& tag, Attributes& attributes)
    {
        for (const char* known : {"xmlns", "width", "height"}) {
            attributes.erase(known);
        }
        const auto box = attributes.find("viewBox");
        if (box == attributes.end() || box->second.substr(0, 4) != "0 0 " || tag.closes) {
            return refuse("a viewBox that starts at 0 0 is needed");
        }
        const std::string_view size = std::string_view(box->second).substr(4);
        const auto blank = size.find(' ');
        const auto width = toNumber(size.substr(0, blank));
        const auto height = toNumber(blank == std::string_view::npos ? size : size.substr(blank + 1));
        if (!width || !height) {
            return refuse("viewBox=\"" + box->second + "\" is not four numbers");
        }
        m_drawing.width = *width;
        m_drawing.height = *height;
        attributes.erase(box);
        if (!attributes.empty()) {
            return refuse("attribute \"" + attributes.begin()->first + "\" is not supported");
        }
        m_groups.emplace_back();
        return {};
    }

    Parsed<void> addShape(const std::string& name, Attributes& attributes, const Paint& paint)
    {
        const auto path = readShape(name, attributes);
        if (!path) {
            return refuse(path.error());
        }
        if (paint.fill != "none") {
            auto layer = inked(paint.fill, m_rule);
            if (!layer) {
                return refuse(layer.error());
            }
            layer->opacity = paint.opacity;
            layer->path = *path;
            m_drawing.layers.push_back(*layer);
        }
        if (paint.stroke != "none") {
            auto layer = inked(paint.stroke, m_rule);
            if (!layer) {
                return refuse(layer.error());
            }
            layer->opacity = paint.opacity * paint.strokeOpacity;
            layer->strokeWidth = paint.strokeWidth;
            layer->dash = paint.dash;
            layer->dashGap = paint.dashGap;
            layer->roundCap = paint.roundCap;
            layer->roundJoin = paint.roundJoin;
            layer->path = *path;
            m_drawing.layers.push_back(*layer);
        }
        return {};
    }

    ColourRule m_rule;
    Drawing m_drawing;
    std::vector<Paint> m_groups;
};

}   // namespace

Parsed<Drawing> readSvg(std::string_view text, ColourRule rule)
{
    return SvgReader(rule).read(text);
}

}   // namespace offramp::icons
