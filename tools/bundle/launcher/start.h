/* Starts the Python in the folder of the program, with the arguments as they came. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

#define PATH_SIZE 32768
#define MESSAGE_SIZE 4096
#define FAULT_EXIT_CODE 2

/* Exit codes from here on are the system's: Python did not start, or was ended by a fault of its own. */
#define FIRST_SYSTEM_CODE 0xC0000000

/* Said where the program stands without its folder. */
extern const wchar_t INCOMPLETE[];

/* True if the folder holds what it was given out with. */
BOOL find_python(void);

/* Run a module of Python to its end, with these streams. Returns its exit code, or what the system says instead. */
DWORD run(const wchar_t *module, HANDLE in, HANDLE out, HANDLE err, DWORD flags);

/* Why Python itself did not start, as far as can be known from outside. */
void why_not_started(DWORD code, wchar_t *text);
