/* 对照.exe: opens the desk with whatever was dropped on it, without a console, and waits. What Python prints is kept in a
 * log; why the desk could not start is shown in a box. */

#include "start.h"

#define LOG_SIZE_KEPT (1024 * 1024)
#define TAIL_SIZE (16 * 1024)
#define SHARED (FILE_SHARE_READ | FILE_SHARE_WRITE)
#define STARTED_AFTER_MS 60000

static wchar_t log_path[PATH_SIZE];

/* A handle to the log, at its end; a full one becomes 对照.old.log. */
static HANDLE open_log(void) {
    static wchar_t place[PATH_SIZE], old[PATH_SIZE];
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    WIN32_FILE_ATTRIBUTE_DATA found;
    if (!GetEnvironmentVariableW(L"LOCALAPPDATA", place, PATH_SIZE) &&
        !GetEnvironmentVariableW(L"USERPROFILE", place, PATH_SIZE))
        GetTempPathW(PATH_SIZE, place);
    wcsncat(place, L"\\对照", PATH_SIZE - wcslen(place) - 1);
    CreateDirectoryW(place, NULL);
    swprintf(log_path, PATH_SIZE, L"%ls\\对照.log", place);
    swprintf(old, PATH_SIZE, L"%ls\\对照.old.log", place);
    if (GetFileAttributesExW(log_path, GetFileExInfoStandard, &found) && found.nFileSizeLow > LOG_SIZE_KEPT)
        MoveFileExW(log_path, old, MOVEFILE_REPLACE_EXISTING);
    return CreateFileW(log_path, FILE_APPEND_DATA | FILE_READ_DATA | SYNCHRONIZE, SHARED,
                       &inherited, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

/* What the log has got from `from` on. */
static void read_log(HANDLE log, DWORD from, wchar_t *lines) {
    static char bytes[TAIL_SIZE];
    DWORD size = GetFileSize(log, NULL), count = 0;
    if (size - from >= sizeof bytes) from = size - sizeof bytes + 1;
    SetFilePointer(log, (LONG)from, NULL, FILE_BEGIN);
    ReadFile(log, bytes, sizeof bytes - 1, &count, NULL);
    if (!MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes, (int)count, lines, TAIL_SIZE - 1))
        MultiByteToWideChar(CP_ACP, 0, bytes, (int)count, lines, TAIL_SIZE - 1);
}

/* The fault that Python has written: a line that says so, or the last one of a traceback. Empty where it was ended from
 * outside. */
static void find_fault(wchar_t *lines, wchar_t *text) {
    static const wchar_t SAID[] = L"错误：";
    BOOL is_traceback = wcsstr(lines, L"Traceback") != NULL;
    wchar_t *line, *end;
    for (line = lines; *(line += wcsspn(line, L"\r\n")); line = end) {
        end = line + wcscspn(line, L"\r\n");
        if (*end) *end++ = 0;
        if (!wcsncmp(line, SAID, wcslen(SAID))) wcsncpy(text, line + wcslen(SAID), MESSAGE_SIZE - 1);
        else if (is_traceback || !wcsncmp(line, L"程序出错", 4)) wcsncpy(text, line, MESSAGE_SIZE - 1);
    }
}

/* Keep the message in the log, and show it: in a box, or to the program that reads our standard error. */
static int fail(HANDLE log, const wchar_t *title, const wchar_t *text) {
    static char bytes[(MESSAGE_SIZE + PATH_SIZE) * 3];
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written, kind = GetFileType(err);
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes - 2, NULL, NULL);
    if (size > 0) bytes[size - 1] = '\n';
    if (size > 0) WriteFile(log, bytes, (DWORD)size, &written, NULL);
    if (kind == FILE_TYPE_PIPE || kind == FILE_TYPE_DISK)
        WriteFile(err, bytes, size > 0 ? (DWORD)size : 0, &written, NULL);
    else if (!GetSystemMetrics(SM_SHUTTINGDOWN))
        MessageBoxW(NULL, text, title, MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
    return FAULT_EXIT_CODE;
}

static void note_start(HANDLE log) {
    char line[64];
    DWORD written;
    SYSTEMTIME now;
    GetLocalTime(&now);
    int size = snprintf(line, sizeof line, "—— %04d-%02d-%02d %02d:%02d:%02d\n", now.wYear, now.wMonth, now.wDay,
                        now.wHour, now.wMinute, now.wSecond);
    if (size > 0) WriteFile(log, line, (DWORD)size, &written, NULL);
}

/* The whole message: what happened, why as far as it is known, where more is written. */
static void compose(wchar_t *text, BOOL had_started, const wchar_t *fault) {
    swprintf(text, MESSAGE_SIZE + PATH_SIZE, L"%ls%ls%ls\n\n记录在：%ls",
             had_started ? L"对照意外结束了。放进来的文件都在，再打开一次就行。" : L"", had_started && *fault ? L"\n\n" : L"",
             *fault || had_started ? fault : L"程序被中断，没有写明原因。请再打开一次。", log_path);
}

int wmain(void) {
    static wchar_t fault[MESSAGE_SIZE], text[MESSAGE_SIZE + PATH_SIZE], lines[TAIL_SIZE];
    HANDLE none = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, SHARED, NULL, OPEN_EXISTING, 0, NULL);
    HANDLE log = open_log();
    DWORD code, from, began = GetTickCount();
    if (log == INVALID_HANDLE_VALUE) log = none;
    if (!find_python()) return fail(log, L"对照没有打开", INCOMPLETE);
    note_start(log);
    from = GetFileSize(log, NULL);
    code = run(L"-m duizhao desk", none, log, log, CREATE_NO_WINDOW);
    if (code == 0) return 0;
    read_log(log, from, lines);
    if (code >= FIRST_SYSTEM_CODE) why_not_started(code, fault);
    else find_fault(lines, fault);
    compose(text, GetTickCount() - began > STARTED_AFTER_MS, fault);
    return fail(log, L"对照", text);
}
