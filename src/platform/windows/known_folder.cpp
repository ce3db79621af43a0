#include "platform/windows/known_folder.h"

#include "platform/windows/windows_api.h"

#include <objbase.h>
#include <shlobj.h>

namespace offramp {

namespace {

const KNOWNFOLDERID& idOf(KnownFolder folder)
{
    switch (folder) {
    case KnownFolder::programs: return FOLDERID_ProgramFiles;
    case KnownFolder::programs32: return FOLDERID_ProgramFilesX86;
    case KnownFolder::sharedData: return FOLDERID_ProgramData;
    case KnownFolder::personData: break;
    }
    return FOLDERID_LocalAppData;
}

}   // namespace

std::wstring knownFolder(KnownFolder folder)
{
    wchar_t* path = nullptr;
    const HRESULT result = ::SHGetKnownFolderPath(idOf(folder), KF_FLAG_DEFAULT, nullptr, &path);
    std::wstring known = SUCCEEDED(result) && path != nullptr ? path : L"";
    ::CoTaskMemFree(path);
    while (known.ends_with(L'\\')) {
        known.pop_back();
    }
    return known;
}

}   // namespace offramp
