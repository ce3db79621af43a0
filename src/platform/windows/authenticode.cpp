#include "platform/windows/authenticode.h"

#include "platform/windows/handle.h"
#include "platform/windows/system_function.h"
#include "platform/windows/wide_text.h"
#include "platform/windows/win32_error.h"

#include <wincrypt.h>
// These need the one above.
#include <mscat.h>
#include <softpub.h>
#include <wintrust.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace offramp {

namespace {

#define OFFRAMP_LATE(library, name) decltype(&::name) name = library.function<decltype(&::name)>(#name)

// wintrust.dll and crypt32.dll, loaded when the first signature is asked for.
struct TrustFunctions {
    SystemLibrary wintrust{L"wintrust.dll"};
    SystemLibrary crypt32{L"crypt32.dll"};
    OFFRAMP_LATE(wintrust, WinVerifyTrust);
    OFFRAMP_LATE(wintrust, WTHelperProvDataFromStateData);
    OFFRAMP_LATE(wintrust, WTHelperGetProvSignerFromChain);
    OFFRAMP_LATE(wintrust, WTHelperGetProvCertFromChain);
    OFFRAMP_LATE(wintrust, CryptCATAdminAcquireContext2);
    OFFRAMP_LATE(wintrust, CryptCATAdminReleaseContext);
    OFFRAMP_LATE(wintrust, CryptCATAdminCalcHashFromFileHandle2);
    OFFRAMP_LATE(wintrust, CryptCATAdminEnumCatalogFromHash);
    OFFRAMP_LATE(wintrust, CryptCATCatalogInfoFromContext);
    OFFRAMP_LATE(wintrust, CryptCATAdminReleaseCatalogContext);
    OFFRAMP_LATE(crypt32, CertGetNameStringW);

    [[nodiscard]] bool canVerify() const
    {
        return WinVerifyTrust != nullptr && WTHelperProvDataFromStateData != nullptr
               && WTHelperGetProvSignerFromChain != nullptr && WTHelperGetProvCertFromChain != nullptr
               && CertGetNameStringW != nullptr;
    }
    [[nodiscard]] bool knowsCatalogs() const
    {
        return CryptCATAdminAcquireContext2 != nullptr && CryptCATAdminReleaseContext != nullptr
               && CryptCATAdminCalcHashFromFileHandle2 != nullptr && CryptCATAdminEnumCatalogFromHash != nullptr
               && CryptCATCatalogInfoFromContext != nullptr && CryptCATAdminReleaseCatalogContext != nullptr;
    }
};
#undef OFFRAMP_LATE

const TrustFunctions& trust()
{
    static const TrustFunctions functions;
    return functions;
}

struct Reason {
    HRESULT code;
    std::string_view words;
};
constexpr std::array reasons{
    Reason{TRUST_E_BAD_DIGEST, "the file was changed after it was signed"},
    Reason{CERT_E_UNTRUSTEDROOT, "the certificate ends in a root that this computer does not trust"},
    Reason{CERT_E_UNTRUSTEDTESTROOT, "the certificate ends in a root that is for tests only"},
    Reason{CERT_E_CHAINING, "the certificate does not lead to any root this computer has"},
    Reason{CERT_E_EXPIRED, "the certificate is outside its time, and no time stamp says it was not"},
    Reason{CERT_E_VALIDITYPERIODNESTING, "the certificates of the chain do not cover the same time"},
    Reason{CERT_E_REVOKED, "the certificate was revoked"},
    Reason{CRYPT_E_REVOKED, "the certificate was revoked"},
    Reason{CERT_E_WRONG_USAGE, "the certificate is not for signing programs"},
    Reason{CERT_E_PURPOSE, "the certificate is not for signing programs"},
    Reason{CERT_E_ROLE, "a certificate of the chain may not vouch for others"},
    Reason{TRUST_E_BASIC_CONSTRAINTS, "a certificate of the chain may not vouch for others"},
    Reason{TRUST_E_CERT_SIGNATURE, "the signature or a certificate of its chain is damaged"},
    Reason{TRUST_E_NO_SIGNER_CERT, "the certificate of the signer is missing"},
    Reason{TRUST_E_COUNTER_SIGNER, "the time stamp is not valid"},
    Reason{TRUST_E_TIME_STAMP, "the time stamp is not valid"},
    Reason{TRUST_E_EXPLICIT_DISTRUST, "this computer was told not to trust this signer"},
    Reason{TRUST_E_SUBJECT_NOT_TRUSTED, "this computer does not trust this signer"},
    Reason{CRYPT_E_SECURITY_SETTINGS, "the rules of this computer do not allow this signature"},
};

std::string detailOf(HRESULT answer)
{
    const auto known =
        std::find_if(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.code == answer; });
    const auto code = static_cast<DWORD>(answer);
    if (known != reasons.end()) {
        return fmt::format("{} (0x{:08X})", known->words, code);
    }
    return fmt::format("the signature is not valid: {} (0x{:08X})", wordsOfWin32(code), code);
}

bool isNoSignature(HRESULT code)
{
    return code == TRUST_E_NOSIGNATURE || code == TRUST_E_SUBJECT_FORM_UNKNOWN || code == TRUST_E_PROVIDER_UNKNOWN;
}

bool isAboutTrust(HRESULT code)
{
    const auto facility = HRESULT_FACILITY(code);
    return (facility == FACILITY_CERT || facility == FACILITY_SSPI) && code != CRYPT_E_FILE_ERROR;
}

bool isOfToday(const FILETIME& time)
{
    constexpr std::uint64_t ticksOfADay = 24ull * 3600 * 10'000'000;
    FILETIME current{};
    ::GetSystemTimeAsFileTime(&current);
    const auto ticks = [](const FILETIME& of) { return std::uint64_t{of.dwHighDateTime} << 32 | of.dwLowDateTime; };
    return ticks(time) + ticksOfADay > ticks(current);
}

// One question to WinVerifyTrust; what it keeps for the answer is given back at the end.
class Verification {
public:
    explicit Verification(WINTRUST_DATA subject) : m_data(subject)
    {
        m_data.cbStruct = sizeof m_data;
        m_data.dwUIChoice = WTD_UI_NONE;
        m_data.fdwRevocationChecks = WTD_REVOKE_NONE;
        m_data.dwStateAction = WTD_STATEACTION_VERIFY;
        m_data.dwProvFlags = WTD_REVOCATION_CHECK_NONE | WTD_CACHE_ONLY_URL_RETRIEVAL;
        ::SetLastError(ERROR_SUCCESS);
        m_answer = ask();
        m_lastError = ::GetLastError();
    }
    ~Verification()
    {
        m_data.dwStateAction = WTD_STATEACTION_CLOSE;
        ask();
    }
    Verification(const Verification&) = delete;
    Verification& operator=(const Verification&) = delete;

    [[nodiscard]] Result<ProgramSignature> result(std::string_view path) const
    {
        CRYPT_PROVIDER_SGNR* const first = signer();
        auto signature = signatureFrom(m_answer, m_lastError, path);
        if (signature && signature->trust == ProgramSignature::Trust::trusted) {
            // A value in the person's own registry can make WinVerifyTrust lenient (and Wine always is), so what it
            // believed is looked at again.
            signature = signatureFrom(verdictOn(first), ERROR_SUCCESS, path);
        }
        if (signature && signature->trust != ProgramSignature::Trust::none) {
            signature->signer = nameOf(first);
        }
        return signature;
    }

private:
    LONG ask()
    {
        GUID action = WINTRUST_ACTION_GENERIC_VERIFY_V2;
        return trust().WinVerifyTrust(static_cast<HWND>(INVALID_HANDLE_VALUE), &action, &m_data);
    }
    // Null when WinVerifyTrust did not get so far.
    [[nodiscard]] CRYPT_PROVIDER_SGNR* signer() const
    {
        CRYPT_PROVIDER_DATA* const provider =
            m_data.hWVTStateData == nullptr ? nullptr : trust().WTHelperProvDataFromStateData(m_data.hWVTStateData);
        return provider == nullptr ? nullptr : trust().WTHelperGetProvSignerFromChain(provider, 0, FALSE, 0);
    }
    [[nodiscard]] static HRESULT verdictOn(const CRYPT_PROVIDER_SGNR* signer)
    {
        if (signer == nullptr || signer->pChainContext == nullptr) {
            return TRUST_E_NO_SIGNER_CERT;
        }
        const bool stamped = signer->csCounterSigners != 0 || !isOfToday(signer->sftVerifyAsOf);
        return verdictOfChain(signer->pChainContext->TrustStatus.dwErrorStatus,
                              stamped ? ChainTime::stamped : ChainTime::now);
    }
    [[nodiscard]] static std::string nameOf(CRYPT_PROVIDER_SGNR* signer)
    {
        const CRYPT_PROVIDER_CERT* const certificate =
            signer == nullptr ? nullptr : trust().WTHelperGetProvCertFromChain(signer, 0);
        if (certificate == nullptr || certificate->pCert == nullptr) {
            return {};
        }
        std::array<wchar_t, 512> name{};
        trust().CertGetNameStringW(certificate->pCert, CERT_NAME_SIMPLE_DISPLAY_TYPE, 0, nullptr, name.data(),
                                   static_cast<DWORD>(name.size()));
        name.back() = L'\0';
        return toUtf8(name.data());
    }

    WINTRUST_DATA m_data;
    LONG m_answer = 0;
    DWORD m_lastError = 0;
};

// The catalogs that were installed on this system; most of Windows' own files are signed in one of them.
class Catalogs {
public:
    explicit Catalogs(const wchar_t* algorithm)
    {
        GUID subsystem = DRIVER_ACTION_VERIFY;
        if (trust().CryptCATAdminAcquireContext2(&m_admin, &subsystem, algorithm, nullptr, 0) == FALSE) {
            m_admin = nullptr;
        }
    }
    ~Catalogs()
    {
        if (m_admin != nullptr) {
            trust().CryptCATAdminReleaseContext(m_admin, 0);
        }
    }
    Catalogs(const Catalogs&) = delete;
    Catalogs& operator=(const Catalogs&) = delete;

    // Empty when no catalog names the file.
    [[nodiscard]] std::optional<Result<ProgramSignature>> signatureOf(HANDLE file, const std::wstring& native,
                                                                      std::string_view path) const
    {
        std::vector<BYTE> hash = hashOf(file);
        if (hash.empty()) {
            return std::nullopt;
        }
        const auto length = static_cast<DWORD>(hash.size());
        HCATINFO found = trust().CryptCATAdminEnumCatalogFromHash(m_admin, hash.data(), length, 0, nullptr);
        if (found == nullptr) {
            return std::nullopt;
        }
        CATALOG_INFO catalog{};
        catalog.cbStruct = sizeof catalog;
        const bool named = trust().CryptCATCatalogInfoFromContext(found, &catalog, 0) != FALSE;
        trust().CryptCATAdminReleaseCatalogContext(m_admin, found, 0);
        if (!named) {
            return std::nullopt;
        }
        std::string tag;   // what a catalog calls a file: its hash
        for (const BYTE byte : hash) {
            tag += fmt::format("{:02X}", byte);
        }
        const std::wstring member = toWide(tag);
        WINTRUST_CATALOG_INFO subject{};
        subject.cbStruct = sizeof subject;
        subject.pcwszCatalogFilePath = catalog.wszCatalogFile;
        subject.pcwszMemberTag = member.c_str();
        subject.pcwszMemberFilePath = native.c_str();
        subject.hMemberFile = file;
        subject.pbCalculatedFileHash = hash.data();
        subject.cbCalculatedFileHash = length;
        subject.hCatAdmin = m_admin;
        WINTRUST_DATA data{};
        data.dwUnionChoice = WTD_CHOICE_CATALOG;
        data.pCatalog = &subject;
        return Verification(data).result(path);
    }

private:
    [[nodiscard]] std::vector<BYTE> hashOf(HANDLE file) const
    {
        DWORD length = 0;
        if (m_admin == nullptr) {
            return {};
        }
        trust().CryptCATAdminCalcHashFromFileHandle2(m_admin, file, &length, nullptr, 0);
        std::vector<BYTE> hash(std::min<DWORD>(length, 64));
        const bool told =
            !hash.empty() && hash.size() == length
            && trust().CryptCATAdminCalcHashFromFileHandle2(m_admin, file, &length, hash.data(), 0) != FALSE;
        return told ? hash : std::vector<BYTE>{};
    }

    HCATADMIN m_admin = nullptr;
};

}   // namespace

Result<ProgramSignature> signatureFrom(HRESULT answer, DWORD lastError, std::string_view path)
{
    ProgramSignature signature;
    if (answer == S_OK) {
        signature.trust = ProgramSignature::Trust::trusted;
        return signature;
    }
    const auto underlying = static_cast<HRESULT>(lastError);
    // "No signature" is also the answer when looking for one failed; only then does the last error say something else.
    if (answer == TRUST_E_NOSIGNATURE && lastError != ERROR_SUCCESS && !isNoSignature(underlying)) {
        answer = underlying;
    }
    if (isNoSignature(answer)) {
        return signature;
    }
    if (isAboutTrust(answer)) {
        signature.trust = ProgramSignature::Trust::untrusted;
        signature.detail = detailOf(answer);
        return signature;
    }
    std::string context = "signature of " + std::string(path);
    return tl::unexpected(answer > 0 ? errorFromWin32(static_cast<DWORD>(answer), std::move(context))
                                     : errorFromHresult(answer, std::move(context)));
}

HRESULT verdictOfChain(DWORD errorStatus, ChainTime time)
{
    constexpr std::array faults{
        std::pair{CERT_TRUST_IS_EXPLICIT_DISTRUST, TRUST_E_EXPLICIT_DISTRUST},
        std::pair{CERT_TRUST_IS_REVOKED, CERT_E_REVOKED},
        std::pair{CERT_TRUST_IS_NOT_SIGNATURE_VALID, TRUST_E_CERT_SIGNATURE},
        std::pair{CERT_TRUST_IS_UNTRUSTED_ROOT, CERT_E_UNTRUSTEDROOT},
        std::pair{CERT_TRUST_IS_PARTIAL_CHAIN, CERT_E_CHAINING},
        std::pair{CERT_TRUST_IS_CYCLIC, CERT_E_CHAINING},
        std::pair{CERT_TRUST_IS_NOT_VALID_FOR_USAGE, CERT_E_WRONG_USAGE},
    };
    for (const auto& [bit, verdict] : faults) {
        if ((errorStatus & static_cast<DWORD>(bit)) != 0) {
            return verdict;
        }
    }
    return time == ChainTime::now && (errorStatus & CERT_TRUST_IS_NOT_TIME_VALID) != 0 ? CERT_E_EXPIRED : S_OK;
}

Result<ProgramSignature> readSignature(HANDLE file, const std::wstring& native, std::string_view path)
{
    if (!trust().canVerify()) {
        return fail(ErrorCode::unsupported, "signature of " + std::string(path),
                    static_cast<int>(trust().wintrust.fault()));
    }
    constexpr LONGLONG leastToHoldOne = 4;   // Windows finds the question itself wrong for less
    if (LARGE_INTEGER size{}; ::GetFileSizeEx(file, &size) != 0 && size.QuadPart < leastToHoldOne) {
        return ProgramSignature{};
    }
    WINTRUST_FILE_INFO subject{};
    subject.cbStruct = sizeof subject;
    subject.pcwszFilePath = native.c_str();
    subject.hFile = file;
    WINTRUST_DATA data{};
    data.dwUnionChoice = WTD_CHOICE_FILE;
    data.pFile = &subject;
    Result<ProgramSignature> own = Verification(data).result(path);
    if (!own || own->trust != ProgramSignature::Trust::none || !trust().knowsCatalogs()) {
        return own;
    }
    for (const wchar_t* const algorithm : {L"SHA256", L"SHA1"}) {
        if (auto signature = Catalogs(algorithm).signatureOf(file, native, path)) {
            return std::move(*signature);
        }
    }
    return own;
}

}   // namespace offramp
