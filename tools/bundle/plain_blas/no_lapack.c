/* What numpy.linalg would call: LAPACK is not in a bundle, and nothing in duizhao asks for it. The names that stand here
 * are only those that its library has to find when NumPy is imported; plain_blas.py writes one line for each. */

#include <stdio.h>
#include <stdlib.h>

static void end(const char *name) {
    fprintf(stderr, "numpy.linalg (%s): not in this bundle\n", name);
    exit(3);
}

#define ABSENT(name) \
    __declspec(dllexport) void name(void) { end(#name); }

#include "absent.h"
