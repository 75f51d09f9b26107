/* The 22 functions of CBLAS that NumPy calls, written as they are defined: no threads, no code for each processor. They
 * stand in for OpenBLAS, which is 20 MB and serves linear algebra that duizhao does not do.
 *
 * Names and integers of 64 bits are those of NumPy's wheels. Matrices may have their rows or their columns one after
 * another; an element is reached by two steps, so that a transposed matrix is one with its steps exchanged. */

#include <complex.h>
#include <stdint.h>

typedef int64_t number;
enum { ROWS = 101, UNCHANGED = 111, CONJUGATED = 113, UPPER = 121 };

#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED
#endif

/* The steps from one row, and from one column, to the next. */
#define STEPS(order, transposed, leading, row, column)                                                                \
    number row = ((order) == ROWS) != (transposed) ? (leading) : 1, column = ((order) == ROWS) != (transposed) ? 1 : (leading)

/* The first element of a vector: by a negative step it is read from its end. */
#define FIRST(vector, size, step) ((vector) + ((step) < 0 ? (1 - (size)) * (step) : 0))

/* GIVEN and VALUE: how a number is handed over, itself or by its address; CONJ: its conjugate. */
#define FUNCTIONS(letter, type, GIVEN, VALUE, CONJ)                                                                    \
    EXPORTED void scipy_cblas_##letter##axpy64_(number n, GIVEN alpha, const type *x, number dx, type *y, number dy) { \
        x = FIRST(x, n, dx), y = FIRST(y, n, dy);                                                                      \
        for (number i = 0; i < n; i++) y[i * dy] += VALUE(alpha) * x[i * dx];                                          \
    }                                                                                                                  \
    EXPORTED void scipy_cblas_##letter##gemv64_(int order, int trans, number rows, number columns, GIVEN alpha,        \
                                                const type *a, number leading, const type *x, number dx, GIVEN beta,   \
                                                type *y, number dy) {                                                  \
        STEPS(order, trans != UNCHANGED, leading, down, right);                                                        \
        number m = trans == UNCHANGED ? rows : columns, n = trans == UNCHANGED ? columns : rows;                       \
        x = FIRST(x, n, dx), y = FIRST(y, m, dy);                                                                      \
        for (number i = 0; i < m; i++) {                                                                               \
            type sum = 0;                                                                                              \
            for (number k = 0; k < n; k++) {                                                                           \
                type value = a[i * down + k * right];                                                                  \
                sum += (trans == CONJUGATED ? CONJ(value) : value) * x[k * dx];                                        \
            }                                                                                                          \
            y[i * dy] = VALUE(alpha) * sum + (VALUE(beta) == 0 ? 0 : VALUE(beta) * y[i * dy]);                         \
        }                                                                                                              \
    }                                                                                                                  \
    EXPORTED void scipy_cblas_##letter##gemm64_(int order, int trans_a, int trans_b, number m, number n, number depth, \
                                                GIVEN alpha, const type *a, number leading_a, const type *b,           \
                                                number leading_b, GIVEN beta, type *c, number leading_c) {             \
        STEPS(order, trans_a != UNCHANGED, leading_a, a_down, a_right);                                                \
        STEPS(order, trans_b != UNCHANGED, leading_b, b_down, b_right);                                                \
        STEPS(order, 0, leading_c, c_down, c_right);                                                                   \
        for (number i = 0; i < m; i++)                                                                                 \
            for (number j = 0; j < n; j++) {                                                                           \
                type sum = 0, *cell = c + i * c_down + j * c_right;                                                    \
                for (number k = 0; k < depth; k++) {                                                                   \
                    type left = a[i * a_down + k * a_right], right = b[k * b_down + j * b_right];                      \
                    sum += (trans_a == CONJUGATED ? CONJ(left) : left) * (trans_b == CONJUGATED ? CONJ(right) : right); \
                }                                                                                                      \
                *cell = VALUE(alpha) * sum + (VALUE(beta) == 0 ? 0 : VALUE(beta) * *cell);                             \
            }                                                                                                          \
    }                                                                                                                  \
    EXPORTED void scipy_cblas_##letter##syrk64_(int order, int triangle, int trans, number n, number depth,            \
                                                GIVEN alpha, const type *a, number leading_a, GIVEN beta, type *c,     \
                                                number leading_c) {                                                    \
        STEPS(order, trans != UNCHANGED, leading_a, down, right);                                                      \
        STEPS(order, 0, leading_c, c_down, c_right);                                                                   \
        for (number i = 0; i < n; i++)                                                                                 \
            for (number j = triangle == UPPER ? i : 0; j < (triangle == UPPER ? n : i + 1); j++) {                     \
                type sum = 0, *cell = c + i * c_down + j * c_right;                                                    \
                for (number k = 0; k < depth; k++) sum += a[i * down + k * right] * a[j * down + k * right];           \
                *cell = VALUE(alpha) * sum + (VALUE(beta) == 0 ? 0 : VALUE(beta) * *cell);                             \
            }                                                                                                          \
    }

#define ITSELF(value) (value)
FUNCTIONS(s, float, float, ITSELF, ITSELF)
FUNCTIONS(d, double, double, ITSELF, ITSELF)

#define AT_SINGLE(address) (*(const float complex *)(address))
#define AT_DOUBLE(address) (*(const double complex *)(address))
FUNCTIONS(c, float complex, const void *, AT_SINGLE, conjf)
FUNCTIONS(z, double complex, const void *, AT_DOUBLE, conj)

#define DOT(letter, type)                                                                                       \
    EXPORTED type scipy_cblas_##letter##dot64_(number n, const type *x, number dx, const type *y, number dy) { \
        type sum = 0;                                                                                           \
        x = FIRST(x, n, dx), y = FIRST(y, n, dy);                                                               \
        for (number i = 0; i < n; i++) sum += x[i * dx] * y[i * dy];                                            \
        return sum;                                                                                             \
    }
DOT(s, float)
DOT(d, double)

#define COMPLEX_DOT(name, type, CONJ)                                                                                   \
    EXPORTED void scipy_cblas_##name##_sub64_(number n, const type *x, number dx, const type *y, number dy, type *sum) { \
        x = FIRST(x, n, dx), y = FIRST(y, n, dy);                                                                       \
        *sum = 0;                                                                                                       \
        for (number i = 0; i < n; i++) *sum += CONJ(x[i * dx]) * y[i * dy];                                             \
    }
COMPLEX_DOT(cdotu, float complex, ITSELF)
COMPLEX_DOT(cdotc, float complex, conjf)
COMPLEX_DOT(zdotu, double complex, ITSELF)
COMPLEX_DOT(zdotc, double complex, conj)
