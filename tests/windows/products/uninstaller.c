// A stand-in for a product's uninstaller. Its first argument says how it behaves, the second is the key it takes away:
//   removes · restart (ends with 3010) · fails (ends with 7) · early (goes on from a copy of itself) · hangs
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

static int isCalled(const wchar_t* word, const wchar_t* name)
{
    return wcscmp(word, name) == 0;
}

static void goOnFromACopy(const wchar_t* key)
{
    wchar_t own[MAX_PATH], copy[MAX_PATH], line[3 * MAX_PATH];
    GetModuleFileNameW(NULL, own, MAX_PATH);
    GetTempPathW(MAX_PATH, copy);
    wcscat(copy, L"Un_A.exe");
    CopyFileW(own, copy, FALSE);
    swprintf(line, 3 * MAX_PATH, L"\"%ls\" late \"%ls\"", copy, key);
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION process = {0};
    CreateProcessW(copy, line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process);
}

int main(void)
{
    int count = 0;
    wchar_t** const words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count != 3) {
        return 87;
    }
    if (isCalled(words[1], L"fails")) {
        return 7;
    }
    if (isCalled(words[1], L"early")) {
        goOnFromACopy(words[2]);
        return 0;
    }
    if (isCalled(words[1], L"late")) {
        Sleep(2000);
    }
    if (isCalled(words[1], L"hangs")) {
        Sleep(8000);
    }
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, words[2]);
    return isCalled(words[1], L"restart") ? 3010 : 0;
}
