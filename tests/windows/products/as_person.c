// Starts a program without administrator rights, as Windows starts what a person of that group starts: with the other
// one of the two tokens such a person has. A program of Wine has the one with rights otherwise.
// Usage: as_person.exe PROGRAM [ARGUMENT…]; its output and exit code are those of the program.
#include <windows.h>
#include <wchar.h>

// What follows this program's own name, as it was written.
static wchar_t* restOfLine(void)
{
    wchar_t* at = GetCommandLineW();
    const wchar_t end = *at == L'"' ? L'"' : L' ';
    at = wcschr(at + 1, end);
    while (at != NULL && (*at == L'"' || *at == L' ')) {
        if (*at == L'"' && at[-1] == L' ') {
            break;   // of the program's name
        }
        ++at;
    }
    return at;
}

int main(void)
{
    HANDLE own = NULL;
    TOKEN_LINKED_TOKEN other = {NULL};
    TOKEN_ELEVATION elevation = {1};
    DWORD size = 0;
    wchar_t* const line = restOfLine();
    if (line == NULL || *line == L'\0' || !OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY | TOKEN_DUPLICATE, &own)
        || !GetTokenInformation(own, TokenLinkedToken, &other, sizeof other, &size)
        || !GetTokenInformation(other.LinkedToken, TokenElevation, &elevation, sizeof elevation, &size)
        || elevation.TokenIsElevated) {
        return 250;
    }
    HANDLE primary = NULL;
    if (!DuplicateTokenEx(other.LinkedToken, TOKEN_ALL_ACCESS, NULL, SecurityImpersonation, TokenPrimary, &primary)) {
        return 251;
    }
    STARTUPINFOW how = {sizeof how};
    how.dwFlags = STARTF_USESTDHANDLES;
    how.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    how.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    how.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION process = {0};
    if (!CreateProcessAsUserW(primary, NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &process)) {
        return 252;
    }
    DWORD code = 253;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    return (int)code;
}
