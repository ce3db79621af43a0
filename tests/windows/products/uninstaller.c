// A stand-in for a product's uninstaller. Its first argument says how it behaves, the second is the key it takes away,
// and a third one is the product of Windows Installer that goes with it:
//   removes · restart (leaves a file in use and ends with 3010) · fails (ends with 7) · early (goes on from a copy of
//   itself) · hangs (says so in a file "it waits" beside it, until another one is started as: goOn anything) · asks (in a window; "no" ends with 1602)
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

#define LONGEST (4 * MAX_PATH)

static int isCalled(const wchar_t* word, const wchar_t* name)
{
    return wcscmp(word, name) == 0;
}

static void beside(wchar_t* path, const wchar_t* name)
{
    GetModuleFileNameW(NULL, path, MAX_PATH);
    wcscpy(wcsrchr(path, L'\\') + 1, name);
}

static HANDLE start(const wchar_t* program, wchar_t* line)
{
    STARTUPINFOW how = {sizeof how};
    PROCESS_INFORMATION process = {0};
    CreateProcessW(program, line, NULL, NULL, FALSE, 0, NULL, NULL, &how, &process);
    CloseHandle(process.hThread);
    return process.hProcess;
}

static void goOnFromACopy(const wchar_t* key, const wchar_t* product)
{
    wchar_t own[MAX_PATH], copy[MAX_PATH], line[LONGEST];
    GetModuleFileNameW(NULL, own, MAX_PATH);
    GetTempPathW(MAX_PATH, copy);
    wcscat(copy, L"Un_A.exe");
    CopyFileW(own, copy, FALSE);
    swprintf(line, LONGEST, L"\"%ls\" late \"%ls\" %ls", copy, key, product);
    CloseHandle(start(copy, line));
}

static void removeProduct(const wchar_t* product)
{
    wchar_t line[LONGEST], installer[MAX_PATH];
    GetSystemDirectoryW(installer, MAX_PATH);
    wcscat(installer, L"\\msiexec.exe");
    swprintf(line, LONGEST, L"msiexec.exe /x %ls /qn", product);
    const HANDLE process = start(installer, line);
    WaitForSingleObject(process, INFINITE);
    CloseHandle(process);
}

static void makeFile(wchar_t* path, const wchar_t* name)
{
    beside(path, name);
    CloseHandle(CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
}

// As the program that is in use until the next start of the computer.
static void leaveAFileInUse(void)
{
    wchar_t file[MAX_PATH];
    makeFile(file, L"klif.sys");
    MoveFileExW(file, NULL, MOVEFILE_DELAY_UNTIL_REBOOT);
}

// Without using the processor: looking again and again would be a sign of life.
static HANDLE signalToGoOn(void)
{
    return CreateEventW(NULL, TRUE, FALSE, L"Offramp test: go on");
}

int main(void)
{
    int count = 0;
    wchar_t** const words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count != 3 && count != 4) {
        return 87;
    }
    const wchar_t* const product = count == 4 ? words[3] : L"";
    if (isCalled(words[1], L"fails")) {
        return 7;
    }
    if (isCalled(words[1], L"early")) {
        goOnFromACopy(words[2], product);
        return 0;
    }
    if (isCalled(words[1], L"goOn")) {
        return SetEvent(signalToGoOn()) ? 0 : 1;
    }
    if (isCalled(words[1], L"late")) {
        Sleep(2000);
    }
    if (isCalled(words[1], L"hangs")) {
        wchar_t file[MAX_PATH];
        const HANDLE signal = signalToGoOn();
        makeFile(file, L"it waits");
        WaitForSingleObject(signal, INFINITE);
    }
    if (isCalled(words[1], L"asks")
        && MessageBoxW(NULL, L"Remove the product?", L"Stand-in uninstaller", MB_YESNO | MB_ICONQUESTION) != IDYES) {
        return 1602;
    }
    if (*product != L'\0') {
        removeProduct(product);
    }
    if (isCalled(words[1], L"restart")) {
        leaveAFileInUse();
    }
    RegDeleteKeyW(HKEY_LOCAL_MACHINE, words[2]);
    return isCalled(words[1], L"restart") ? 3010 : 0;
}
