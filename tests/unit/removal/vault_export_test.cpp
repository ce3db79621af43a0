#include "removal/vault_export.h"

#include "unit/catalog/mini_catalog.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace offramp;

namespace {

std::string website(const std::string& name)
{
    return "Website name: " + name + "\nWebsite URL: https://" + name + "\nLogin name: \nLogin: ana@" + name
           + "\nPassword: s3cret:with-colon\nComment: \n\n---\n\n";
}

std::string application(const std::string& name)
{
    return "Application: " + name + "\nLogin name: \nLogin: ana\nPassword: hunter2\nComment: \n\n---\n\n";
}

std::string note(const std::string& name, const std::string& text)
{
    return "Name: " + name + "\nText: " + text + "\n\n---\n\n";
}

std::string wholeExport()
{
    return "Websites\n\n" + website("example.com") + website("example.org") + website("example.net")
           + "Applications\n\n" + application("Steam") + "Other Accounts\n\n"
           + "Account name: Router\nLogin name: \nLogin: admin\nPassword: admin\nComment: \n\n---\n\n" + "Notes\n\n"
           + note("Shopping", "milk\nbread") + note("Ideas", "first\n\nsecond: with a colon");
}

std::string withLineEnds(const std::string& text, const std::string& end)
{
    std::string result;
    for (const char c : text) {
        result += c == '\n' ? end : std::string(1, c);
    }
    return result;
}

enum class Order { little, big };

// ASCII only, which the export of the tests is.
std::string utf16(const std::string& text, Order order)
{
    std::string result;
    for (const char c : text) {
        result += order == Order::little ? std::string{c, '\0'} : std::string{'\0', c};
    }
    return result;
}

using Parts = std::vector<VaultCount::Part>;
const Parts wholeParts{{VaultSection::websites, 3},
                       {VaultSection::applications, 1},
                       {VaultSection::otherAccounts, 1},
                       {VaultSection::notes, 2}};

ReasonCode refusalOf(std::string_view bytes)
{
    const auto count = countVaultExport(bytes);
    REQUIRE_FALSE(count);
    return count.error().code;
}

// Files of this machine, as the live port reads them.
class FolderFiles final : public Files {
public:
    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const override
    {
        const std::filesystem::path file{std::string(path)};
        if (!std::filesystem::exists(file)) {
            return fail(ErrorCode::notFound, std::string(path));
        }
        if (std::filesystem::file_size(file) > limit) {
            return fail(ErrorCode::tooLarge, std::string(path));
        }
        return test::readBytes(file);
    }
    [[nodiscard]] Result<std::vector<DirectoryEntry>> list(std::string_view path) const override
    {
        return fail(ErrorCode::unsupported, std::string(path));
    }
    [[nodiscard]] Result<FileStatus> status(std::string_view path) const override
    {
        return fail(ErrorCode::unsupported, std::string(path));
    }
};

}   // namespace

TEST_CASE("every section of an export is counted")
{
    const auto count = countVaultExport(wholeExport());
    REQUIRE(count);
    CHECK(count->parts == wholeParts);
    CHECK(count->entries() == 7);
}

TEST_CASE("an export counts the same in every encoding and with every kind of line end")
{
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto text = withLineEnds(wholeExport(), end);
        for (const auto& bytes :
             {text, "\xEF\xBB\xBF" + text, "\xFF\xFE" + utf16(text, Order::little), utf16(text, Order::little),
              "\xFE\xFF" + utf16(text, Order::big), utf16(text, Order::big)}) {
            const auto count = countVaultExport(bytes);
            REQUIRE(count);
            CHECK(count->parts == wholeParts);
        }
    }
}

TEST_CASE("titles in another language are counted by where they stand and are not repeated")
{
    const std::string russian = "Веб-сайты\n\nНазвание веб-сайта: a\nАдрес веб-сайта: b\nПароль: c\n\n---\n\n"
                                "Название веб-сайта: d\nАдрес веб-сайта: e\nПароль: f\n\n---\n\n"
                                "Заметки\n\nНазвание: g\nТекст: h\n\n---\n";
    const auto count = countVaultExport(russian);
    REQUIRE(count);
    CHECK(count->parts == Parts{{VaultSection::other, 2}, {VaultSection::other, 1}});
    for (const Reason& reason : describe(*count)) {
        for (const auto& argument : reason.arguments) {
            if (const auto* text = std::get_if<std::string>(&argument)) {
                CHECK((*text == "1" || *text == "2"));
            }
        }
    }
}

TEST_CASE("a note that holds a line of dashes is one note")
{
    const auto count =
        countVaultExport("Websites\n\n" + website("example.com") + "Notes\n\n"
                         + note("Recipe", "flour\n---\n\nsugar, no key here\n---\nand butter") + note("Other", "x"));
    REQUIRE(count);
    CHECK(count->parts == Parts{{VaultSection::websites, 1}, {VaultSection::notes, 2}});
}

TEST_CASE("a section without entries is there with none")
{
    const auto count = countVaultExport("Websites\n\nApplications\n\n" + application("Steam") + "Notes\n");
    REQUIRE(count);
    CHECK(count->parts
          == Parts{{VaultSection::websites, 0}, {VaultSection::applications, 1}, {VaultSection::notes, 0}});
}

TEST_CASE("an export that ends in the middle of an entry is refused wherever it ends")
{
    const auto whole = withLineEnds(wholeExport(), "\r\n");
    const auto firstEnd = whole.find("---");
    std::size_t refused = 0;
    for (std::size_t length = std::string("Websites\r\n\r\nWebsite name: e").size(); length < firstEnd; ++length) {
        const auto count = countVaultExport(std::string_view(whole).substr(0, length));
        REQUIRE_FALSE(count);
        CHECK(count.error().code == ReasonCode::vaultCutOff);
        ++refused;
    }
    CHECK(refused > 50);
    CHECK(refusalOf(whole.substr(0, whole.rfind("Text:") + 7)) == ReasonCode::vaultCutOff);
}

TEST_CASE("whatever is not an export says what it is and what to do")
{
    CHECK(refusalOf("") == ReasonCode::vaultEmptyFile);
    CHECK(refusalOf("\xEF\xBB\xBF\r\n \r\n") == ReasonCode::vaultEmptyFile);
    CHECK(refusalOf("name,url,username,password,note\nexample,https://example.com,ana,x,\n") == ReasonCode::vaultTable);
    CHECK(refusalOf("url;username;password\nx;y;z\n") == ReasonCode::vaultTable);
    CHECK(refusalOf("{\"encrypted\": false, \"items\": []}") == ReasonCode::vaultOtherText);
    CHECK(refusalOf("Dear diary,\n\ntoday I wrote nothing.\n---\nNor here.\n") == ReasonCode::vaultOtherText);
    CHECK(refusalOf("key: value\nkey: value\n---\n") == ReasonCode::vaultOtherText);
    CHECK(refusalOf(std::string("SQLite format 3\0\x10\x01\0\0\0\1\2\3\4", 24)) == ReasonCode::vaultNotText);
    CHECK(refusalOf("Websites\n\nApplications\n\nNotes\n") == ReasonCode::vaultNoEntries);
    CHECK(refusalOf(std::string(largestVaultExport + 1, 'x')) == ReasonCode::vaultTooLarge);
}

TEST_CASE("no word of a file is repeated in what is said about it")
{
    const std::vector<std::string> files{wholeExport(), "hunter2\n\nhunter2: hunter2\n---\n",
                                         "Websites\n\nWebsite name: hunter2\n", "hunter2"};
    for (const auto& bytes : files) {
        const auto count = countVaultExport(bytes);
        const auto reasons = count ? describe(*count) : std::vector<Reason>{count.error()};
        for (const Reason& reason : reasons) {
            for (const auto& argument : reason.arguments) {
                const auto* text = std::get_if<std::string>(&argument);
                CHECK((text == nullptr || text->find("hunter2") == std::string::npos));
            }
        }
    }
}

TEST_CASE("a file that cannot be read, is a backup or is far too large is told apart")
{
    const test::ScratchFolder folder;
    const FolderFiles files;
    const auto missing = countVaultFile(files, (folder / "none.txt").string());
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ReasonCode::vaultUnreadable);
    const auto backup = countVaultFile(files, (folder / "vault.EDB").string());
    REQUIRE_FALSE(backup);
    CHECK(backup.error().code == ReasonCode::vaultBackup);
    test::writeBytes(folder / "export.txt", wholeExport());
    const auto count = countVaultFile(files, (folder / "export.txt").string());
    REQUIRE(count);
    CHECK(count->entries() == 7);
}

TEST_CASE("a file is overwritten and deleted, a link and a folder are left alone")
{
    const test::ScratchFolder folder;
    const auto file = folder / "export.txt";
    test::writeBytes(file, wholeExport());
    const auto second = folder / "second name of the same file";
    std::filesystem::create_hard_link(file, second);
    const auto wiped = wipeVaultFile(file);
    REQUIRE(wiped);
    CHECK(wiped->code == ReasonCode::vaultWiped);
    CHECK_FALSE(std::filesystem::exists(file));
    // What was written is seen through the other name: the same size, and nothing but zeros.
    CHECK(test::readBytes(second) == std::string(wholeExport().size(), '\0'));

    CHECK_FALSE(wipeVaultFile(folder / "none.txt"));
    CHECK_FALSE(wipeVaultFile(folder.path()));
#ifndef _WIN32
    test::writeBytes(folder / "kept.txt", "kept");
    std::filesystem::create_symlink(folder / "kept.txt", folder / "link.txt");
    const auto link = wipeVaultFile(folder / "link.txt");
    REQUIRE_FALSE(link);
    CHECK(link.error().code == ReasonCode::vaultNotWiped);
    CHECK(test::readBytes(folder / "kept.txt") == "kept");
#endif
}
