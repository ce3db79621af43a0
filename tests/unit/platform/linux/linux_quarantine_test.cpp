#include "platform/linux/linux_quarantine.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

using namespace offramp;
namespace fs = std::filesystem;

namespace {

class Scratch {
public:
    Scratch()
    {
        std::string pattern = (fs::temp_directory_path() / "offramp-quarantine-XXXXXX").string();
        m_folder = fs::canonical(::mkdtemp(pattern.data()));
    }
    ~Scratch()
    {
        std::error_code fault;
        fs::remove_all(m_folder, fault);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] fs::path at(const std::string& name) const { return m_folder / name; }
    void write(const std::string& name, const std::string& text) const
    {
        fs::create_directories(at(name).parent_path());
        std::ofstream(at(name)) << text;
    }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        std::ifstream file(at(name));
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    fs::path m_folder;
};

struct stat statOf(const fs::path& path)
{
    struct stat information {};
    REQUIRE(::lstat(path.c_str(), &information) == 0);
    return information;
}

Result<std::string> takeAway(LinuxQuarantine& quarantine, const fs::path& path)
{
    auto place = quarantine.prepare(path.string(), "group");
    if (!place) {
        return place;
    }
    const auto taken = quarantine.take(*place);
    return taken ? place : Result<std::string>(tl::unexpected(taken.error()));
}

ErrorCode faultOf(LinuxQuarantine& quarantine, const fs::path& path)
{
    const auto place = takeAway(quarantine, path);
    REQUIRE_FALSE(place);
    return place.error().code;
}

}   // namespace

TEST_CASE("a folder comes back exactly as it was: content, mode, owner, times, links inside")
{
    const Scratch scratch;
    scratch.write("vendor/product/a/file", "content");
    fs::create_symlink("/nowhere", scratch.at("vendor/product/link"));
    ::chmod(scratch.at("vendor/product/a/file").c_str(), 04751);
    ::chmod(scratch.at("vendor/product").c_str(), 01750);
    const std::array<timespec, 2> times{{{1000000, 5}, {2000000, 7}}};
    ::utimensat(AT_FDCWD, scratch.at("vendor/product/a/file").c_str(), times.data(), 0);
    ::utimensat(AT_FDCWD, scratch.at("vendor/product").c_str(), times.data(), 0);
    const auto before = statOf(scratch.at("vendor/product"));
    const auto fileBefore = statOf(scratch.at("vendor/product/a/file"));

    LinuxQuarantine quarantine(scratch.at("kept"));
    const auto place = takeAway(quarantine, scratch.at("vendor/product"));
    REQUIRE(place);
    CHECK_FALSE(fs::exists(scratch.at("vendor/product")));
    CHECK(quarantine.look(scratch.at("vendor/product").string()).error().code == ErrorCode::notFound);
    CHECK((statOf(scratch.at("kept")).st_mode & 0777U) == 0700U);

    REQUIRE(quarantine.putBack(*place));
    const auto after = statOf(scratch.at("vendor/product"));
    const auto fileAfter = statOf(scratch.at("vendor/product/a/file"));
    CHECK(after.st_ino == before.st_ino);
    CHECK(after.st_mode == before.st_mode);
    CHECK(after.st_mtim.tv_sec == 2000000);
    CHECK(fileAfter.st_mode == fileBefore.st_mode);
    CHECK(fileAfter.st_mtim.tv_nsec == 7);
    CHECK(fs::read_symlink(scratch.at("vendor/product/link")) == "/nowhere");
    CHECK(scratch.read("vendor/product/a/file") == "content");
    CHECK(fs::is_empty(scratch.at("kept")));
}

TEST_CASE("folders above that went meanwhile are made again with their modes")
{
    const Scratch scratch;
    scratch.write("vendor/product/file", "x");
    ::chmod(scratch.at("vendor").c_str(), 0711);
    ::chmod(scratch.at("vendor/product").c_str(), 0750);
    LinuxQuarantine quarantine(scratch.at("kept"));
    const auto place = takeAway(quarantine, scratch.at("vendor/product/file"));
    REQUIRE(place);
    fs::remove_all(scratch.at("vendor"));
    REQUIRE(quarantine.putBack(*place));
    CHECK(scratch.read("vendor/product/file") == "x");
    CHECK((statOf(scratch.at("vendor")).st_mode & 0777U) == 0711U);
    CHECK((statOf(scratch.at("vendor/product")).st_mode & 0777U) == 0750U);
}

TEST_CASE("something new in the place stays, and so does what is kept")
{
    const Scratch scratch;
    scratch.write("thing/file", "old");
    LinuxQuarantine quarantine(scratch.at("kept"));
    const auto place = takeAway(quarantine, scratch.at("thing"));
    REQUIRE(place);
    fs::create_directory(scratch.at("thing"));   // even an empty folder, which a plain rename would replace
    const auto back = quarantine.putBack(*place);
    REQUIRE_FALSE(back);
    CHECK(back.error().osCode == EEXIST);
    CHECK(fs::is_empty(scratch.at("thing")));
    fs::remove(scratch.at("thing"));
    REQUIRE(quarantine.putBack(*place));
    CHECK(scratch.read("thing/file") == "old");
    CHECK_FALSE(quarantine.putBack(*place));   // there is no such place any more
}

TEST_CASE("links, hard links, devices and plain nonsense are refused and stay")
{
    const Scratch scratch;
    scratch.write("real/product/file", "x");
    scratch.write("twin", "x");
    fs::create_hard_link(scratch.at("twin"), scratch.at("other"));
    fs::create_directory_symlink(scratch.at("real"), scratch.at("linked"));
    ::mkfifo(scratch.at("pipe").c_str(), 0600);
    LinuxQuarantine quarantine(scratch.at("kept"));
    CHECK(faultOf(quarantine, scratch.at("linked/product")) == ErrorCode::unsupported);
    CHECK(faultOf(quarantine, scratch.at("twin")) == ErrorCode::unsupported);
    CHECK(faultOf(quarantine, scratch.at("pipe")) == ErrorCode::unsupported);
    CHECK(faultOf(quarantine, scratch.at("real/../twin")) == ErrorCode::unsupported);
    CHECK(faultOf(quarantine, "relative") == ErrorCode::unsupported);
    CHECK(faultOf(quarantine, scratch.at("missing")) == ErrorCode::notFound);
    CHECK(fs::exists(scratch.at("real/product/file")));
    CHECK(fs::exists(scratch.at("pipe")));
    CHECK_FALSE(fs::exists(scratch.at("kept")));
    CHECK(quarantine.look(scratch.at("linked").string())->kind == PathFacts::Kind::link);
}

TEST_CASE("a mount point, and a folder with one in it, are refused")
{
    const Scratch scratch;
    fs::create_directories(scratch.at("thing/inside"));
    // In a mount namespace of its own, so that nothing is left mounted whatever happens.
    const pid_t child = ::fork();
    if (child == 0) {
        const bool mounted = ::unshare(CLONE_NEWNS) == 0
                             && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                             && ::mount("tmpfs", scratch.at("thing/inside").c_str(), "tmpfs", 0, nullptr) == 0;
        if (!mounted) {
            ::_exit(77);
        }
        LinuxQuarantine quarantine(scratch.at("kept"));
        const auto outer = quarantine.prepare(scratch.at("thing").string(), "group");
        const auto inner = quarantine.prepare(scratch.at("thing/inside").string(), "group");
        ::_exit(!outer && outer.error().code == ErrorCode::unsupported && !inner
                        && inner.error().code == ErrorCode::unsupported
                    ? 0
                    : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WEXITSTATUS(status) == 77) {
        WARN("skipped: this account may not mount");
        return;
    }
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a thing of another volume is kept at the top of its own")
{
    const Scratch scratch;
    fs::create_directories(scratch.at("volume"));
    const pid_t child = ::fork();
    if (child == 0) {
        const bool mounted = ::unshare(CLONE_NEWNS) == 0
                             && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                             && ::mount("tmpfs", scratch.at("volume").c_str(), "tmpfs", 0, nullptr) == 0;
        if (!mounted) {
            ::_exit(77);
        }
        scratch.write("volume/vendor/file", "x");
        LinuxQuarantine quarantine(scratch.at("kept"));
        const auto place = takeAway(quarantine, scratch.at("volume/vendor"));
        const bool kept = place && place->starts_with(scratch.at("volume/.offramp-quarantine").string() + "/")
                          && !fs::exists(scratch.at("volume/vendor"));
        const bool back = kept && quarantine.putBack(*place) && scratch.read("volume/vendor/file") == "x";
        ::_exit(back ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WEXITSTATUS(status) == 77) {
        WARN("skipped: this account may not mount");
        return;
    }
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("whoever exchanges a folder for a link meanwhile never redirects a move")
{
    const Scratch scratch;
    scratch.write("precious/product/file", "precious");
    LinuxQuarantine quarantine(scratch.at("kept"));
    std::atomic<bool> stop = false;
    // vendor is a folder, then a link to what must not be touched, then a folder again, as fast as it goes.
    fs::create_directory_symlink(scratch.at("precious"), scratch.at("evil"));
    scratch.write("vendor/product/file", "vendor");
    std::thread attacker([&] {
        while (!stop) {
            ::renameat2(AT_FDCWD, scratch.at("vendor").c_str(), AT_FDCWD, scratch.at("evil").c_str(), RENAME_EXCHANGE);
        }
    });
    int taken = 0;
    int refused = 0;
    // Until both happened often, however the system shares its processors out.
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while ((taken < 200 || refused < 200) && std::chrono::steady_clock::now() < deadline) {
        const auto place = takeAway(quarantine, scratch.at("vendor/product"));
        if (!place) {
            ++refused;
            continue;
        }
        ++taken;
        CHECK(scratch.read("kept/" + fs::path(*place).filename().string() + "/thing/file") == "vendor");
        while (!quarantine.putBack(*place)) {   // refused while the link stands there
        }
    }
    stop = true;
    attacker.join();
    CHECK(taken >= 200);
    CHECK(refused >= 200);
    CHECK(scratch.read("precious/product/file") == "precious");
}

TEST_CASE("a thing exchanged for another between the look and the move is put back where it was")
{
    const Scratch scratch;
    scratch.write("vendor/product", "vendor");
    scratch.write("vendor/other", "other");
    LinuxQuarantine quarantine(scratch.at("kept"));
    const auto place = quarantine.prepare(scratch.at("vendor/product").string(), "group");
    REQUIRE(place);
    ::renameat2(AT_FDCWD, scratch.at("vendor/product").c_str(), AT_FDCWD, scratch.at("vendor/other").c_str(),
                RENAME_EXCHANGE);
    const auto taken = quarantine.take(*place);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::unsupported);
    CHECK(scratch.read("vendor/product") == "other");
    CHECK(scratch.read("vendor/other") == "vendor");
}

TEST_CASE("a process killed at any moment of a move loses nothing")
{
    // Killed really, at moments spread over the whole of it; afterwards undo of every place that was made brings all
    // back.
    int inPlace = 0;
    int kept = 0;
    for (int round = 0; round < 60; ++round) {
        const Scratch scratch;
        scratch.write("vendor/product/file", "content");
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            LinuxQuarantine quarantine(scratch.at("kept"));
            const bool told = ::write(pipe[1], "x", 1) == 1;
            const auto place = quarantine.prepare(scratch.at("vendor/product").string(), "group");
            (void)(told && place && quarantine.take(*place));
            ::pause();
        }
        char byte = 0;
        REQUIRE(::read(pipe[0], &byte, 1) == 1);
        ::usleep(static_cast<unsigned>(round) * 40);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::close(pipe[0]);
        ::close(pipe[1]);

        const bool there = fs::exists(scratch.at("vendor/product/file"));
        (there ? inPlace : kept) += 1;
        LinuxQuarantine quarantine(scratch.at("kept"));
        const auto places = quarantine.places("group");
        REQUIRE(places);
        CHECK(places->size() == (there ? 0 : 1));
        for (const std::string& place : *places) {
            REQUIRE(quarantine.putBack(place));
        }
        CHECK(scratch.read("vendor/product/file") == "content");
        const auto again = takeAway(quarantine, scratch.at("vendor/product"));
        REQUIRE(again);
        REQUIRE(quarantine.putBack(*again));
    }
    INFO(inPlace << " killed before the move, " << kept << " after it");
    CHECK(inPlace + kept == 60);
}

TEST_CASE("putting back believes only a record in a folder others cannot reach into")
{
    const Scratch scratch;
    scratch.write("shelf/place/thing", "evil");
    scratch.write("shelf/place/record.json", R"({"format":"offramp.quarantine/1","from":")"
                                                 + scratch.at("target").string()
                                                 + R"(","kind":"file","volume":1,"id":1,"owners":[]})");
    LinuxQuarantine quarantine(scratch.at("kept"));
    ::chmod(scratch.at("shelf").c_str(), 0777);
    ::chmod(scratch.at("shelf/place").c_str(), 0700);
    CHECK(quarantine.putBack(scratch.at("shelf/place").string()).error().code == ErrorCode::accessDenied);
    CHECK_FALSE(fs::exists(scratch.at("target")));
    for (const char* const bytes : {"", "{}", "[]", R"({"format":"offramp.quarantine/1"})", "\xff\xfe",
                                    R"({"format":"offramp.quarantine/1","from":1,"volume":-1,"id":1,"owners":[[]]})"}) {
        scratch.write("shelf/place/record.json", bytes);
        ::chmod(scratch.at("shelf").c_str(), 0700);
        CHECK(quarantine.putBack(scratch.at("shelf/place").string()).error().code == ErrorCode::malformed);
    }
}
