#include "path_data.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace offramp::icons {

namespace {

// A quarter circle as one cubic: control points at this part of the radius.
constexpr double quarterArc = 0.5522847498307936;

struct Point {
    double x = 0;
    double y = 0;
};

// Reads the mini language of a `d` attribute: one-letter commands, numbers that may touch each other ("-2.5.6").
class PathParser {
public:
    explicit PathParser(std::string_view data) : m_rest(data) {}

    tl::expected<Path, std::string> parse()
    {
        char command = 0;
        skip();
        while (!m_rest.empty()) {
            if (std::isalpha(static_cast<unsigned char>(m_rest.front())) != 0) {
                command = m_rest.front();
                m_rest.remove_prefix(1);
            } else if (command == 0) {
                return tl::unexpected<std::string>("path data does not start with a command");
            } else if (command == 'M') {
                command = 'L';   // further pairs after a move are lines
            } else if (command == 'm') {
                command = 'l';
            } else if (command == 'Z' || command == 'z') {
                return tl::unexpected<std::string>("numbers after a closed path");
            }
            if (!step(command)) {
                return tl::unexpected<std::string>(m_error);
            }
            skip();
        }
        return m_path;
    }

private:
    void skip()
    {
        while (!m_rest.empty() && (m_rest.front() == ' ' || m_rest.front() == ',' || m_rest.front() == '\n')) {
            m_rest.remove_prefix(1);
        }
    }

    bool number(double& value)
    {
        skip();
        const char* begin = m_rest.data();
        const auto [end, code] = std::from_chars(begin, begin + m_rest.size(), value);
        if (code != std::errc{}) {
            m_error = "a number was expected at \"" + std::string(m_rest.substr(0, 12)) + "\"";
            return false;
        }
        m_rest.remove_prefix(static_cast<std::size_t>(end - begin));
        return true;
    }

    // The two flags of an arc are single digits and may be glued to the next number.
    bool flag(bool& value)
    {
        skip();
        if (m_rest.empty() || (m_rest.front() != '0' && m_rest.front() != '1')) {
            m_error = "an arc flag was expected at \"" + std::string(m_rest.substr(0, 12)) + "\"";
            return false;
        }
        value = m_rest.front() == '1';
        m_rest.remove_prefix(1);
        return true;
    }

    bool point(Point& value, bool relative)
    {
        if (!number(value.x) || !number(value.y)) {
            return false;
        }
        if (relative) {
            value.x += m_at.x;
            value.y += m_at.y;
        }
        return true;
    }

    [[nodiscard]] Point mirrored() const
    {
        return m_hasControl ? Point{2 * m_at.x - m_control.x, 2 * m_at.y - m_control.y} : m_at;
    }

    bool cubic(Point first, bool relative)
    {
        Point second;
        Point end;
        if (!point(second, relative) || !point(end, relative)) {
            return false;
        }
        m_path.cubicTo(first.x, first.y, second.x, second.y, end.x, end.y);
        m_at = end;
        m_control = second;
        m_hasControl = true;
        return true;
    }

    bool arc(bool relative)
    {
        double rx = 0;
        double ry = 0;
        double turn = 0;
        bool large = false;
        bool sweep = false;
        Point end;
        if (!number(rx) || !number(ry) || !number(turn) || !flag(large) || !flag(sweep) || !point(end, relative)) {
            return false;
        }
        addArc(rx, ry, turn, large, sweep, end);
        m_at = end;
        return true;
    }

    void addArc(double rx, double ry, double turn, bool large, bool sweep, Point end);

    bool step(char command)
    {
        const bool relative = std::islower(static_cast<unsigned char>(command)) != 0;
        const char kind = static_cast<char>(std::toupper(static_cast<unsigned char>(command)));
        Point target;
        const bool hadControl = m_hasControl;
        if (kind != 'C' && kind != 'S') {
            m_hasControl = false;
        }
        switch (kind) {
        case 'M':
            if (!point(target, relative)) {
                return false;
            }
            m_path.moveTo(target.x, target.y);
            m_at = m_start = target;
            return true;
        case 'L':
            if (!point(target, relative)) {
                return false;
            }
            break;
        case 'H':
            if (!number(target.x)) {
                return false;
            }
            target = {relative ? m_at.x + target.x : target.x, m_at.y};
            break;
        case 'V':
            if (!number(target.y)) {
                return false;
            }
            target = {m_at.x, relative ? m_at.y + target.y : target.y};
            break;
        case 'C': return point(target, relative) && cubic(target, relative);
        case 'S': m_hasControl = hadControl; return cubic(mirrored(), relative);
        case 'A': return arc(relative);
        case 'Z':
            m_path.close();
            m_at = m_start;
            return true;
        default: m_error = std::string("path command \"") + command + "\" is not supported"; return false;
        }
        m_path.lineTo(target.x, target.y);
        m_at = target;
        return true;
    }

    std::string_view m_rest;
    Path m_path;
    Point m_at;
    Point m_start;
    Point m_control;
    bool m_hasControl = false;
    std::string m_error;
};

// Endpoint to centre parameterization, SVG 2 appendix B.2.4, then one cubic for each quarter turn at most.
void PathParser::addArc(double rx, double ry, double turn, bool large, bool sweep, Point end)
{
    rx = std::abs(rx);
    ry = std::abs(ry);
    if (rx == 0 || ry == 0 || (end.x == m_at.x && end.y == m_at.y)) {
        m_path.lineTo(end.x, end.y);
        return;
    }
    const double phi = turn * std::numbers::pi / 180;
    const double cosPhi = std::cos(phi);
    const double sinPhi = std::sin(phi);
    const double dx = (m_at.x - end.x) / 2;
    const double dy = (m_at.y - end.y) / 2;
    const double x1 = cosPhi * dx + sinPhi * dy;
    const double y1 = -sinPhi * dx + cosPhi * dy;
    const double reach = (x1 * x1) / (rx * rx) + (y1 * y1) / (ry * ry);
    if (reach > 1) {
        rx *= std::sqrt(reach);
        ry *= std::sqrt(reach);
    }
    const double over = rx * rx * ry * ry - rx * rx * y1 * y1 - ry * ry * x1 * x1;
    double factor = std::sqrt(std::max(0.0, over / (rx * rx * y1 * y1 + ry * ry * x1 * x1)));
    if (large == sweep) {
        factor = -factor;
    }
    const double cx1 = factor * rx * y1 / ry;
    const double cy1 = -factor * ry * x1 / rx;
    const double cx = cosPhi * cx1 - sinPhi * cy1 + (m_at.x + end.x) / 2;
    const double cy = sinPhi * cx1 + cosPhi * cy1 + (m_at.y + end.y) / 2;
    const double from = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double span = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - from;
    if (sweep && span < 0) {
        span += 2 * std::numbers::pi;
    } else if (!sweep && span > 0) {
        span -= 2 * std::numbers::pi;
    }
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(span) / (std::numbers::pi / 2) - 1e-9)));
    const double step = span / pieces;
    const double handle = 4.0 / 3.0 * std::tan(step / 4);
    const auto place = [&](double x, double y) {
        return Point{cx + cosPhi * rx * x - sinPhi * ry * y, cy + sinPhi * rx * x + cosPhi * ry * y};
    };
    for (int i = 0; i < pieces; ++i) {
        const double a = from + i * step;
        const double b = a + step;
        const Point first = place(std::cos(a) - handle * std::sin(a), std::sin(a) + handle * std::cos(a));
        const Point second = place(std::cos(b) + handle * std::sin(b), std::sin(b) - handle * std::cos(b));
        const Point to = i + 1 == pieces ? end : place(std::cos(b), std::sin(b));
        m_path.cubicTo(first.x, first.y, second.x, second.y, to.x, to.y);
    }
}

}   // namespace

void Path::moveTo(double x, double y)
{
    ops.push_back(Op::move);
    numbers.insert(numbers.end(), {x, y});
}

void Path::lineTo(double x, double y)
{
    ops.push_back(Op::line);
    numbers.insert(numbers.end(), {x, y});
}

void Path::cubicTo(double x1, double y1, double x2, double y2, double x, double y)
{
    ops.push_back(Op::cubic);
    numbers.insert(numbers.end(), {x1, y1, x2, y2, x, y});
}

void Path::close()
{
    ops.push_back(Op::close);
}

tl::expected<Path, std::string> parsePath(std::string_view data)
{
    return PathParser(data).parse();
}

Path circlePath(double cx, double cy, double radius)
{
    const double h = radius * quarterArc;
    Path path;
    path.moveTo(cx + radius, cy);
    path.cubicTo(cx + radius, cy + h, cx + h, cy + radius, cx, cy + radius);
    path.cubicTo(cx - h, cy + radius, cx - radius, cy + h, cx - radius, cy);
    path.cubicTo(cx - radius, cy - h, cx - h, cy - radius, cx, cy - radius);
    path.cubicTo(cx + h, cy - radius, cx + radius, cy - h, cx + radius, cy);
    path.close();
    return path;
}

Path rectPath(double x, double y, double width, double height, double radius)
{
    const double r = std::min({radius, width / 2, height / 2});
    const double right = x + width;
    const double bottom = y + height;
    const double k = r * (1 - quarterArc);
    Path path;
    path.moveTo(x + r, y);
    path.lineTo(right - r, y);
    if (r > 0) {
        path.cubicTo(right - k, y, right, y + k, right, y + r);
    }
    path.lineTo(right, bottom - r);
    if (r > 0) {
        path.cubicTo(right, bottom - k, right - k, bottom, right - r, bottom);
    }
    path.lineTo(x + r, bottom);
    if (r > 0) {
        path.cubicTo(x + k, bottom, x, bottom - k, x, bottom - r);
    }
    path.lineTo(x, y + r);
    if (r > 0) {
        path.cubicTo(x, y + k, x + k, y, x + r, y);
    }
    path.close();
    return path;
}

}   // namespace offramp::icons
