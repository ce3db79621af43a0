// icon-compiler OUT.h OUT.cpp FILE.svg…: turns our icons into tables of path data. Stops at the first drawing it does
// not fully understand, naming the file and the element. Files whose name starts with "app" keep their colours.
#include "emitter.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace offramp::icons;

namespace {

int complain(const std::string& where, const std::string& what)
{
    std::fprintf(stderr, "%s: error: %s\n", where.c_str(), what.c_str());
    return 1;
}

bool writeFile(const std::string& file, const std::string& text)
{
    std::ofstream out(file, std::ios::binary);
    out << text;
    return out.good();
}

}   // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        return complain("icon-compiler", "usage: icon-compiler OUT.h OUT.cpp FILE.svg...");
    }
    std::vector<NamedDrawing> drawings;
    for (int i = 3; i < argc; ++i) {
        const std::string file = argv[i];
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        if (!in || text.empty()) {
            return complain(file, "cannot be read");
        }
        const std::string name = std::filesystem::path(file).stem().string();
        if (enumeratorName(name).empty()) {
            return complain(file, "the file name must be lower-case words joined by hyphens");
        }
        const bool appMark = name == "app" || name.rfind("app-", 0) == 0;
        auto drawing = readSvg(text, appMark ? ColourRule::keepColours : ColourRule::tokens);
        if (!drawing) {
            return complain(file, drawing.error());
        }
        drawings.push_back({name, std::move(*drawing)});
    }
    if (!writeFile(argv[1], emitHeader(drawings)) || !writeFile(argv[2], emitSource(drawings))) {
        return complain(argv[2], "cannot be written");
    }
    return 0;
}
