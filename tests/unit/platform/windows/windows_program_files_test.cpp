#include "platform/windows/windows_program_files.h"

#include "platform/windows/authenticode.h"
#include "platform/windows/windows_api.h"
#include "unit/platform/version_resource_builder.h"
#include "unit/platform/windows/test_places.h"

#include <catch2/catch.hpp>

#include <array>
#include <wincrypt.h>

using namespace offramp;
using test::OwnFolder;
using Trust = ProgramSignature::Trust;

namespace {

std::wstring ownProgram()
{
    std::array<wchar_t, 1024> path{};
    REQUIRE(::GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())) != 0);
    return path.data();
}

// This program, with another version resource in it.
void writeProgram(const std::wstring& path, std::string resource)
{
    REQUIRE(::CopyFileW(ownProgram().c_str(), path.c_str(), FALSE) != 0);
    const HANDLE update = ::BeginUpdateResourceW(path.c_str(), FALSE);
    REQUIRE(update != nullptr);
    const bool added = ::UpdateResourceW(update, MAKEINTRESOURCEW(16), MAKEINTRESOURCEW(1), 0x0409, resource.data(),
                                         static_cast<DWORD>(resource.size()))
                       != 0;   // 16: RT_VERSION
    REQUIRE(::EndUpdateResourceW(update, FALSE) != 0);
    REQUIRE(added);
}

}   // namespace

TEST_CASE("a program of Windows says what it is", "[windows]")
{
    const auto version = WindowsProgramFiles{}.version(R"(C:\windows\system32\kernel32.dll)");
    REQUIRE(version);
    CHECK_FALSE(version->company.empty());
    CHECK_FALSE(version->description.empty());
    CHECK(version->version.find('.') != std::string::npos);
}

TEST_CASE("a file that says nothing of itself has an empty answer, one that is not there has none", "[windows]")
{
    const OwnFolder folder;
    const WindowsProgramFiles files;
    folder.write(L"notes.txt", "not a program");
    folder.write(L"empty.exe", "");
    folder.write(L"cut.exe", "MZ");
    for (const char* const name : {"notes.txt", "empty.exe", "cut.exe"}) {
        INFO(name);
        const auto version = files.version(folder.at(name));
        REQUIRE(version);
        CHECK((version->company + version->product + version->description + version->version).empty());
    }
    CHECK(files.version(folder.at("missing.exe")).error().code == ErrorCode::notFound);
    CHECK(files.version(folder.at("")).error().code == ErrorCode::unsupported);
    CHECK(files.version(R"(\\server\share\setup.exe)").error().code == ErrorCode::unsupported);
    CHECK(files.signature(folder.at("missing.exe")).error().code == ErrorCode::notFound);
    CHECK(files.signature(R"(\\server\share\setup.exe)").error().code == ErrorCode::unsupported);
}

TEST_CASE("the version resource of a program is read from the file, also a hostile one", "[windows]")
{
    using namespace offramp::test;
    const OwnFolder folder;
    const WindowsProgramFiles files;
    const std::string tables =
        versionBlock("StringFileInfo", {}, 1, stringTable("040904b0", {{"CompanyName", "Maker"}}));
    writeProgram(folder.native(L"good.exe"), versionResource(fixedInformation(21, 3, 10, 391), tables));
    const auto good = files.version(folder.at("good.exe"));
    REQUIRE(good);
    CHECK(good->version == "21.3.10.391");
    CHECK(good->company == "Maker");

    std::string lying = versionResource(fixedInformation(1, 2, 3, 4), tables);
    lying[0] = '\xFF';
    lying[1] = '\xFF';
    writeProgram(folder.native(L"lying.exe"), lying);
    const auto hostile = files.version(folder.at("lying.exe"));
    CHECK((!hostile || hostile->company.size() <= 3 * 1024));
    writeProgram(folder.native(L"noise.exe"), std::string(60000, '\xEE'));
    const auto noise = files.version(folder.at("noise.exe"));
    CHECK((!noise || noise->company.empty()));
}

TEST_CASE("what is not signed is not signed, and nobody keeps it open", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"empty.exe", "");
    folder.write(L"cut.exe", "MZ");
    folder.write(L"zeros.exe", "MZ" + std::string(4096, '\0'));
    folder.write(L"notes.txt", "not a program");
    REQUIRE(::CopyFileW(ownProgram().c_str(), folder.native(L"whole.exe").c_str(), FALSE) != 0);
    for (const char* const name : {"empty.exe", "cut.exe", "zeros.exe", "notes.txt", "whole.exe"}) {
        const auto signature = WindowsProgramFiles{}.signature(folder.at(name));
        INFO(name << (signature ? std::string() : describe(signature.error())));
        REQUIRE(signature);
        CHECK(signature->trust == Trust::none);
        CHECK(signature->signer.empty());
        CHECK(signature->detail.empty());
        CHECK(::DeleteFileW(folder.native(toWide(name)).c_str()) != 0);
    }
}

TEST_CASE("a file that somebody writes to is not judged", "[windows]")
{
    const OwnFolder folder;
    folder.write(L"setup.exe", "MZ");
    const UniqueHandle writer(::CreateFileW(folder.native(L"setup.exe").c_str(), GENERIC_WRITE, FILE_SHARE_READ,
                                            nullptr, OPEN_EXISTING, 0, nullptr));
    REQUIRE(writer);
    const auto signature = WindowsProgramFiles{}.signature(folder.at("setup.exe"));
    REQUIRE_FALSE(signature);
    CHECK(signature.error().osCode == ERROR_SHARING_VIOLATION);
}

TEST_CASE("only one answer of Windows means trust", "[windows]")
{
    CHECK(signatureFrom(S_OK, ERROR_SUCCESS, "x")->trust == Trust::trusted);
    for (const HRESULT answer : {TRUST_E_NOSIGNATURE, TRUST_E_SUBJECT_FORM_UNKNOWN, TRUST_E_PROVIDER_UNKNOWN}) {
        CHECK(signatureFrom(answer, ERROR_SUCCESS, "x")->trust == Trust::none);
    }
    CHECK(signatureFrom(TRUST_E_NOSIGNATURE, static_cast<DWORD>(TRUST_E_SUBJECT_FORM_UNKNOWN), "x")->trust
          == Trust::none);
    for (const HRESULT answer :
         {TRUST_E_BAD_DIGEST, CERT_E_UNTRUSTEDROOT, CERT_E_EXPIRED, CERT_E_REVOKED, CERT_E_CHAINING,
          TRUST_E_EXPLICIT_DISTRUST, TRUST_E_FAIL, CRYPT_E_SECURITY_SETTINGS, CRYPT_E_ASN1_BADTAG}) {
        const auto signature = signatureFrom(answer, ERROR_SUCCESS, "x");
        REQUIRE(signature);
        CHECK(signature->trust == Trust::untrusted);
        CHECK(signature->detail.find("(0x8") != std::string::npos);
    }
    CHECK(signatureFrom(TRUST_E_BAD_DIGEST, 0, "x")->detail == "the file was changed after it was signed (0x80096010)");
}

TEST_CASE("what kept Windows from looking is an error and no answer", "[windows]")
{
    for (const HRESULT answer : {static_cast<HRESULT>(CRYPT_E_FILE_ERROR), E_OUTOFMEMORY,
                                 HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED), HRESULT{ERROR_INVALID_PARAMETER}}) {
        CHECK_FALSE(signatureFrom(answer, ERROR_SUCCESS, "x"));
    }
    const auto refused = signatureFrom(TRUST_E_NOSIGNATURE, ERROR_ACCESS_DENIED, "x");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::accessDenied);
    CHECK(refused.error().context == "signature of x");
}

TEST_CASE("a chain of certificates is looked at again, whatever Windows believed", "[windows]")
{
    CHECK(verdictOfChain(CERT_TRUST_NO_ERROR, ChainTime::now) == S_OK);
    CHECK(verdictOfChain(CERT_TRUST_REVOCATION_STATUS_UNKNOWN | CERT_TRUST_IS_OFFLINE_REVOCATION, ChainTime::now)
          == S_OK);
    CHECK(verdictOfChain(CERT_TRUST_IS_UNTRUSTED_ROOT, ChainTime::now) == CERT_E_UNTRUSTEDROOT);
    CHECK(verdictOfChain(CERT_TRUST_IS_PARTIAL_CHAIN, ChainTime::now) == CERT_E_CHAINING);
    CHECK(verdictOfChain(CERT_TRUST_IS_UNTRUSTED_ROOT | CERT_TRUST_IS_REVOKED, ChainTime::now) == CERT_E_REVOKED);
    CHECK(verdictOfChain(CERT_TRUST_IS_NOT_VALID_FOR_USAGE, ChainTime::now) == CERT_E_WRONG_USAGE);
    CHECK(verdictOfChain(CERT_TRUST_IS_EXPLICIT_DISTRUST, ChainTime::now) == TRUST_E_EXPLICIT_DISTRUST);
    CHECK(verdictOfChain(CERT_TRUST_IS_NOT_TIME_VALID, ChainTime::now) == CERT_E_EXPIRED);
    CHECK(verdictOfChain(CERT_TRUST_IS_NOT_TIME_VALID, ChainTime::stamped) == S_OK);
    CHECK(verdictOfChain(CERT_TRUST_IS_UNTRUSTED_ROOT, ChainTime::stamped) == CERT_E_UNTRUSTEDROOT);
}
