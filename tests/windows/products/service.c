// A stand-in for a product's service: it reports that it runs, does nothing, and ends when it is told to.
#include <windows.h>

static SERVICE_STATUS_HANDLE handle;
static HANDLE end;

static void report(DWORD state)
{
    SERVICE_STATUS status = {SERVICE_WIN32_OWN_PROCESS, state, state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP : 0, NO_ERROR, 0, 0, 0};
    SetServiceStatus(handle, &status);
}

static DWORD WINAPI control(DWORD wish, DWORD kind, void* data, void* context)
{
    (void)kind, (void)data, (void)context;
    if (wish == SERVICE_CONTROL_STOP) {
        report(SERVICE_STOP_PENDING);
        SetEvent(end);
    }
    return NO_ERROR;
}

static void WINAPI serve(DWORD count, wchar_t** words)
{
    (void)count;
    end = CreateEventW(NULL, TRUE, FALSE, NULL);
    handle = RegisterServiceCtrlHandlerExW(words[0], control, NULL);
    report(SERVICE_RUNNING);
    WaitForSingleObject(end, INFINITE);
    report(SERVICE_STOPPED);
}

int main(void)
{
    static wchar_t anyName[] = L"";   // Windows ignores it for a service with a process of its own
    SERVICE_TABLE_ENTRYW services[] = {{anyName, serve}, {NULL, NULL}};
    return StartServiceCtrlDispatcherW(services) ? 0 : (int)GetLastError();
}
