// Who signed a file, and whether this system believes it.
//
// Nothing asks a person, and nothing goes to the network: whether a certificate was revoked is not asked, and a root
// that Windows would have to fetch first is one it does not trust.
#pragma once

#include "platform/host.h"
#include "platform/windows/windows_api.h"

#include <string>
#include <string_view>

namespace offramp {

// `file`: open for reading and for nobody to write; what it holds is what is judged. `native` is its path as
// nativePath() writes it, `path` as people know it. The signature in the file counts, or else a catalog of signatures
// that was installed on this system. Fails where Windows could not finish looking.
[[nodiscard]] Result<ProgramSignature> readSignature(HANDLE file, const std::wstring& native, std::string_view path);

// What an answer of WinVerifyTrust means; `lastError` is GetLastError() right after it, which matters when the answer
// is that there is no signature. Trusted for S_OK alone. Without a signer.
[[nodiscard]] Result<ProgramSignature> signatureFrom(HRESULT answer, DWORD lastError, std::string_view path);

// When a chain of certificates was judged: as of the moment a time stamp tells, or now.
enum class ChainTime { stamped, now };
// What is wrong with a chain, as WinVerifyTrust would say it; S_OK when nothing is that matters here. `errorStatus`:
// CERT_TRUST_STATUS::dwErrorStatus. With a time stamp, whether the certificates were in their time is left to
// WinVerifyTrust.
[[nodiscard]] HRESULT verdictOfChain(DWORD errorStatus, ChainTime time);

}   // namespace offramp
