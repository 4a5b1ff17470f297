#ifndef SYNCOPATE_COPENBLAS_SHIM_H
#define SYNCOPATE_COPENBLAS_SHIM_H

// BLAS and the library's own calls (threads, configuration). The folder comes from `pkg-config openblas`,
// because Debian keeps one copy of the header for each flavour.
#include <cblas.h>
#include <stddef.h>

// The Swift side passes dimensions as CInt. A build with 64-bit indices would read past them.
_Static_assert(sizeof(blasint) == sizeof(int), "an OpenBLAS with 32-bit indices is needed");

#ifdef __cplusplus
extern "C" {
#endif

// The four routines of LAPACK in use, declared here because OpenBLAS packages come without lapacke.h.
// A Fortran compiler passes the length of each character argument by value after all the others; libraries
// that do not read it are not harmed by it.
void spotrf_(const char *uplo, const blasint *n, float *a, const blasint *lda, blasint *info, size_t uplo_length);
void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info, size_t uplo_length);
void spotri_(const char *uplo, const blasint *n, float *a, const blasint *lda, blasint *info, size_t uplo_length);
void dpotri_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info, size_t uplo_length);

#ifdef __cplusplus
}
#endif

#endif
