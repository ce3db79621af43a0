// token-compiler TOKENS.json OUT.h OUT.cpp: turns the design tokens into constants, so that nothing is parsed while the
// program starts. Stops with a sentence when a token is missing or has a value it does not understand.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

std::string upperHex(const Json& value)
{
    const std::string text = value.get<std::string>();
    if (text.size() != 7 || text.front() != '#') {
        throw std::runtime_error("\"" + text + "\" is not a colour");
    }
    return "0x" + text.substr(1);
}

// "Disabled/WindowText" -> {true, QPalette::WindowText}
std::string roleEntry(const std::string& word)
{
    const auto slash = word.find('/');
    const bool disabled = slash != std::string::npos;
    const std::string role = disabled ? word.substr(slash + 1) : word;
    return std::string("{") + (disabled ? "true" : "false") + ", QPalette::" + role + "}";
}

std::string emitHeader(const Json& tokens)
{
    std::string out = "// Generated from resources/design/tokens.json by token-compiler.\n#pragma once\n\n"
                      "#include <QPalette>\n#include <cstdint>\n\nnamespace offramp::ui {\n\nenum class Color {\n";
    for (const auto& [name, value] : tokens.at("color").items()) {
        out += "    " + name + ",  // " + value.at("use").get<std::string>() + "\n";
    }
    out += "};\n\ninline constexpr int colorCount = " + std::to_string(tokens.at("color").size()) + ";\n\n";
    out += "struct ColorToken {\n    std::uint32_t light, dark, highContrast;  // 0xRRGGBB\n"
           "    bool disabledGroup;                        // of `role`\n"
           "    QPalette::ColorRole role;                  // when the system gives a high-contrast palette\n};\n"
           "extern const ColorToken colorTokens[colorCount];\n\nenum class Type {\n";
    for (const auto& [name, value] : tokens.at("type").at("scale").items()) {
        out += "    " + name + ",\n";
    }
    out += "};\n\nstruct TypeToken {\n    int size, line, weight, letterSpacingPercent;\n    bool fixedPitch;\n};\n"
           "extern const TypeToken typeTokens["
           + std::to_string(tokens.at("type").at("scale").size())
           + "];\n\n"
             "inline constexpr int bodySize = "
           + std::to_string(tokens.at("type").at("body").get<int>()) + ";\n\n";
    out += "namespace space {\n";
    for (const auto& [name, value] : tokens.at("space").items()) {
        out += "inline constexpr int " + name + " = " + std::to_string(value.get<int>()) + ";\n";
    }
    out += "}  // namespace space\n\nnamespace size {\n";
    for (const auto& [name, value] : tokens.at("size").items()) {
        if (value.is_number_integer()) {
            out += "inline constexpr int " + name + " = " + std::to_string(value.get<int>()) + ";\n";
        } else if (value.is_array()) {
            out += "inline constexpr int " + name + "[] = {" + std::to_string(value.at(0).get<int>()) + ", "
                   + std::to_string(value.at(1).get<int>()) + "};\n";
        } else if (value.is_object()) {
            for (const auto& [part, number] : value.items()) {
                out += "inline constexpr int " + name + "_" + part + " = " + std::to_string(number.get<int>()) + ";\n";
            }
        }
    }
    out += "}  // namespace size\n\nnamespace radius {\ninline constexpr int base = "
           + std::to_string(tokens.at("radius").at("base").get<int>())
           + ";\ninline constexpr int tick = " + std::to_string(tokens.at("radius").at("tick").get<int>())
           + ";\n}  // namespace radius\n\n"
             "namespace focus {\n";
    for (const char* name : {"width", "gap", "radius", "insetInRows"}) {
        out += "inline constexpr int " + std::string(name) + " = "
               + std::to_string(tokens.at("focus").at(name).get<int>()) + ";\n";
    }
    out += "}  // namespace focus\n\nnamespace motion {  // milliseconds\n";
    for (const char* name : {"fast", "normal", "slow", "turn"}) {
        out += "inline constexpr int " + std::string(name) + " = "
               + std::to_string(tokens.at("motion").at(name).get<int>()) + ";\n";
    }
    return out + "}  // namespace motion\n\n}  // namespace offramp::ui\n";
}

std::string emitSource(const Json& tokens)
{
    const Json& roles = tokens.at("highContrastRoles");
    std::string out =
        "// Generated from resources/design/tokens.json by token-compiler.\n#include \"style/tokens.h\"\n\n"
        "namespace offramp::ui {\n\nconst ColorToken colorTokens[colorCount] = {\n";
    for (const auto& [name, value] : tokens.at("color").items()) {
        const std::string role = roleEntry(roles.at(name).get<std::string>());
        out += "    {" + upperHex(value.at("light")) + ", " + upperHex(value.at("dark")) + ", "
               + upperHex(value.at("highContrast")) + ", " + role.substr(1) + ",  // " + name + "\n";
    }
    out += "};\n\nconst TypeToken typeTokens[] = {\n";
    for (const auto& [name, value] : tokens.at("type").at("scale").items()) {
        out += "    {" + std::to_string(value.at("size").get<int>()) + ", "
               + std::to_string(value.at("line").get<int>()) + ", " + std::to_string(value.at("weight").get<int>())
               + ", " + std::to_string(value.value("letterSpacingPercent", 100)) + ", "
               + (value.value("family", "") == "fixed" ? "true" : "false") + "},  // " + name + "\n";
    }
    return out + "};\n\n}  // namespace offramp::ui\n";
}

bool writeFile(const char* file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    return out.good();
}

}   // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: token-compiler TOKENS.json OUT.h OUT.cpp\n");
        return 1;
    }
    try {
        std::ifstream in(argv[1], std::ios::binary);
        const Json tokens = Json::parse(std::string{std::istreambuf_iterator<char>(in), {}});
        if (!writeFile(argv[2], emitHeader(tokens)) || !writeFile(argv[3], emitSource(tokens))) {
            std::fprintf(stderr, "%s: error: cannot be written\n", argv[2]);
            return 1;
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s: error: %s\n", argv[1], error.what());
        return 1;
    }
    return 0;
}
