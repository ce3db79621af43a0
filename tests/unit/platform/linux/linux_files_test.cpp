#include "platform/linux/linux_files.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace offramp;

namespace {

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "offramp-files-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        m_path = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string at(const std::string& name) const { return m_path + "/" + name; }
    void write(const std::string& name, const std::string& content) const
    {
        std::ofstream(at(name), std::ios::binary) << content;
    }

private:
    std::string m_path;
};

}   // namespace

TEST_CASE("a file is read whole, up to its limit")
{
    const TemporaryFolder folder;
    const std::string content = std::string("a\0b", 3) + std::string(10000, 'x');
    folder.write("file", content);
    const LinuxFiles files;
    CHECK(files.read(folder.at("file"), content.size()).value() == content);
    CHECK(files.read(folder.at("file"), content.size() - 1).error().code == ErrorCode::tooLarge);
    folder.write("empty", "");
    CHECK(files.read(folder.at("empty"), 0).value().empty());
}

TEST_CASE("a file of the kernel that claims to be empty is read to its end")
{
    const LinuxFiles files;
    CHECK(files.read("/proc/self/status", 1u << 20).value().find("Name:") == 0);
    CHECK(files.read("/proc/self/status", 10).error().code == ErrorCode::tooLarge);
}

TEST_CASE("only regular files are read")
{
    const TemporaryFolder folder;
    REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
    const LinuxFiles files;
    CHECK(files.read(folder.at("pipe"), 100).error().code == ErrorCode::unsupported);
    CHECK(files.read("/dev/null", 100).error().code == ErrorCode::unsupported);
    CHECK(files.read(folder.at("."), 100).error().code == ErrorCode::unsupported);
    std::filesystem::create_symlink("/dev/zero", folder.at("link"));
    CHECK(files.read(folder.at("link"), 100).error().code == ErrorCode::unsupported);
}

TEST_CASE("what is not there is not found, also below a file")
{
    const TemporaryFolder folder;
    folder.write("file", "x");
    const LinuxFiles files;
    CHECK(files.read(folder.at("no"), 100).error().code == ErrorCode::notFound);
    CHECK(files.read(folder.at("file/below"), 100).error().code == ErrorCode::notFound);
    CHECK(files.list(folder.at("no")).error().code == ErrorCode::notFound);
    CHECK(files.status(folder.at("no")).error().code == ErrorCode::notFound);
    CHECK(files.read("", 100).error().code == ErrorCode::notFound);
}

TEST_CASE("a folder lists files, folders and where links lead")
{
    const TemporaryFolder folder;
    folder.write("file", "x");
    std::filesystem::create_directory(folder.at("folder"));
    std::filesystem::create_symlink(folder.at("folder"), folder.at("link"));
    std::filesystem::create_symlink("/nowhere/at/all", folder.at("broken"));
    auto entries = LinuxFiles{}.list(folder.at("")).value();
    std::sort(entries.begin(), entries.end(),
              [](const auto& left, const auto& right) { return left.name < right.name; });
    REQUIRE(entries.size() == 4);
    CHECK((entries[0].name == "broken" && !entries[0].directory && entries[0].link));
    CHECK((entries[1].name == "file" && !entries[1].directory && !entries[1].link));
    CHECK((entries[2].name == "folder" && entries[2].directory && !entries[2].link));
    CHECK((entries[3].name == "link" && entries[3].directory && entries[3].link));
}

TEST_CASE("status tells size, kind and time")
{
    const TemporaryFolder folder;
    folder.write("file", "12345");
    const auto status = LinuxFiles{}.status(folder.at("file")).value();
    CHECK(status.size == 5);
    CHECK_FALSE(status.directory);
    CHECK(SystemClock{}.now() - status.modifiedAt < std::chrono::hours{1});
    CHECK(LinuxFiles{}.status(folder.at("")).value().directory);
}

TEST_CASE("system errors become the codes the product reasons with")
{
    CHECK(errorFromErrno(ENOENT, "x").code == ErrorCode::notFound);
    CHECK(errorFromErrno(ENOTDIR, "x").code == ErrorCode::notFound);
    CHECK(errorFromErrno(EACCES, "x").code == ErrorCode::accessDenied);
    CHECK(errorFromErrno(EPERM, "x").code == ErrorCode::accessDenied);
    CHECK(errorFromErrno(EIO, "x").code == ErrorCode::io);
    CHECK(errorFromErrno(EIO, "x").osCode == EIO);
}

TEST_CASE("a folder that may not be entered is denied")
{
    if (::geteuid() == 0) {
        return;   // nothing is denied to root
    }
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder.at("closed"));
    folder.write("closed/file", "x");
    REQUIRE(::chmod(folder.at("closed").c_str(), 0) == 0);
    CHECK(LinuxFiles{}.read(folder.at("closed/file"), 100).error().code == ErrorCode::accessDenied);
    CHECK(LinuxFiles{}.list(folder.at("closed")).error().code == ErrorCode::accessDenied);
    REQUIRE(::chmod(folder.at("closed").c_str(), 0700) == 0);
}
