internal import COpenBLAS

// The C names of the enumerations.

extension Orientation {
    var code: CBLAS_TRANSPOSE { self == .plain ? CblasNoTrans : CblasTrans }
}

extension Triangle {
    var code: CBLAS_UPLO { self == .lower ? CblasLower : CblasUpper }
}

extension TriangleDiagonal {
    var code: CBLAS_DIAG { self == .stored ? CblasNonUnit : CblasUnit }
}

extension SolveSide {
    var code: CBLAS_SIDE { self == .left ? CblasLeft : CblasRight }
}
