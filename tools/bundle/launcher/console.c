/* duizhao.exe: the command line. */

#include "start.h"

/* Ctrl+C is for Python, which answers it; this program waits for that. */
static BOOL WINAPI leave_to_python(DWORD event) { return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT; }

static int fail(const wchar_t *text) {
    static char bytes[MESSAGE_SIZE * 3];
    DWORD written, mode;
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    if (GetConsoleMode(err, &mode)) {
        WriteConsoleW(err, text, (DWORD)wcslen(text), &written, NULL);
    } else {
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (size > 0) WriteFile(err, bytes, (DWORD)size - 1, &written, NULL);
    }
    return FAULT_EXIT_CODE;
}

int wmain(void) {
    static wchar_t text[MESSAGE_SIZE];
    DWORD code;
    if (!find_python()) return fail(INCOMPLETE);
    SetConsoleCtrlHandler(leave_to_python, TRUE);
    code = run(L"-m duizhao", GetStdHandle(STD_INPUT_HANDLE), GetStdHandle(STD_OUTPUT_HANDLE), GetStdHandle(STD_ERROR_HANDLE), 0);
    if (code < FIRST_SYSTEM_CODE) return (int)code;
    why_not_started(code, text);
    return fail(text);
}
