// Says the title of the window that is in the foreground for Windows.
#include <windows.h>
#include <stdio.h>

#define LONGEST 512

int main(void)
{
    wchar_t title[LONGEST];
    char text[3 * LONGEST];
    title[0] = L'\0';
    GetWindowTextW(GetForegroundWindow(), title, LONGEST);
    if (WideCharToMultiByte(CP_UTF8, 0, title, -1, text, sizeof text, NULL, NULL) == 0) {
        return 1;
    }
    return puts(text) < 0;
}
