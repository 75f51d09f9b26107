/* Starts the Python in the folder of the program. */

#include "start.h"

#define NEVER_RAN 0xFFFFFFFF

static wchar_t python[PATH_SIZE], command[PATH_SIZE];

const wchar_t INCOMPLETE[] =
    L"旁边没有找到 python 文件夹。\n\n请先把压缩包全部解压，再打开解压后文件夹里的这个程序；"
    L"要放到桌面，请在它上面点右键，选“发送到”“桌面快捷方式”，不要把它单独拿出来。";

/* What the command line has after the name of the program. */
static const wchar_t *arguments(void) {
    const wchar_t *rest = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *rest && (quoted || (*rest != L' ' && *rest != L'\t')); rest++)
        if (*rest == L'"') quoted = !quoted;
    while (*rest == L' ' || *rest == L'\t') rest++;
    return rest;
}

BOOL find_python(void) {
    static wchar_t folder[PATH_SIZE];
    DWORD length = GetModuleFileNameW(NULL, folder, PATH_SIZE);
    while (length && folder[length - 1] != L'\\') length--;
    folder[length] = 0;
    if (swprintf(python, PATH_SIZE, L"%lspython\\python.exe", folder) < 0) return FALSE;
    return GetFileAttributesW(python) != INVALID_FILE_ATTRIBUTES;
}

/* Ending this program ends Python, but not the browser that Python has opened. */
static void end_together(HANDLE process) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    HANDLE job = CreateJobObjectW(NULL, NULL);
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job, process);
}

DWORD run(const wchar_t *module, HANDLE in, HANDLE out, HANDLE err, DWORD flags) {
    STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION started;
    HANDLE streams[] = {in, out, err};
    DWORD code = NEVER_RAN;
    if (swprintf(command, PATH_SIZE, L"\"%ls\" %ls %ls", python, module, arguments()) < 0) return NEVER_RAN;
    for (int i = 0; i < 3; i++) SetHandleInformation(streams[i], HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    start.hStdInput = in, start.hStdOutput = out, start.hStdError = err;
    if (!CreateProcessW(python, command, NULL, NULL, TRUE, flags | CREATE_SUSPENDED, NULL, NULL, &start, &started))
        return NEVER_RAN;
    end_together(started.hProcess);
    ResumeThread(started.hThread);
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return code;
}

void why_not_started(DWORD code, wchar_t *text) {
    OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
    GetVersionExW(&version);
    if (version.dwMajorVersion < 6 || (version.dwMajorVersion == 6 && version.dwMinorVersion < 3))
        swprintf(text, MESSAGE_SIZE, L"这台电脑的 Windows 太旧：要 Windows 8.1、10 或 11。（代码 0x%08lX）", code);
    else
        swprintf(text, MESSAGE_SIZE,
                 L"程序启动不了（代码 0x%08lX）。\n\n可能是安全软件拦住了，或文件夹没有拷全。"
                 L"请把这个文件夹设为信任，或重新解压一次。", code);
}
