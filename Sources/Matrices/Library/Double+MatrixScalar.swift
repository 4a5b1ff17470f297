internal import COpenBLAS

// The `d` routines. Dimensions fit into CInt because every view was held to that when it was made.

extension Double: MatrixScalar {
    public static func gemm(
        _ alpha: Double, _ a: MatrixView<Double>, _ aOrientation: Orientation,
        _ b: MatrixView<Double>, _ bOrientation: Orientation,
        _ beta: Double, _ c: MutableMatrixView<Double>
    ) {
        let inner = aOrientation == .plain ? a.columns : a.rows
        calling {
            cblas_dgemm(
                CblasRowMajor, aOrientation.code, bOrientation.code, CInt(c.rows), CInt(c.columns), CInt(inner),
                alpha, a.elements.baseAddress, CInt(a.stride), b.elements.baseAddress, CInt(b.stride),
                beta, c.elements.baseAddress, CInt(c.stride))
        }
    }

    public static func syrk(
        _ alpha: Double, _ a: MatrixView<Double>, _ orientation: Orientation,
        _ beta: Double, _ c: MutableMatrixView<Double>, _ triangle: Triangle
    ) {
        let inner = orientation == .plain ? a.columns : a.rows
        calling {
            cblas_dsyrk(
                CblasRowMajor, triangle.code, orientation.code, CInt(c.rows), CInt(inner),
                alpha, a.elements.baseAddress, CInt(a.stride), beta, c.elements.baseAddress, CInt(c.stride))
        }
    }

    public static func gemv(
        _ alpha: Double, _ a: MatrixView<Double>, _ orientation: Orientation,
        _ x: UnsafeBufferPointer<Double>, _ beta: Double, _ y: UnsafeMutableBufferPointer<Double>
    ) {
        calling {
            cblas_dgemv(
                CblasRowMajor, orientation.code, CInt(a.rows), CInt(a.columns),
                alpha, a.elements.baseAddress, CInt(a.stride), x.baseAddress, 1, beta, y.baseAddress, 1)
        }
    }

    public static func symv(
        _ alpha: Double, _ a: MatrixView<Double>, _ triangle: Triangle,
        _ x: UnsafeBufferPointer<Double>, _ beta: Double, _ y: UnsafeMutableBufferPointer<Double>
    ) {
        calling {
            cblas_dsymv(
                CblasRowMajor, triangle.code, CInt(a.rows),
                alpha, a.elements.baseAddress, CInt(a.stride), x.baseAddress, 1, beta, y.baseAddress, 1)
        }
    }

    public static func ger(
        _ alpha: Double, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
        _ a: MutableMatrixView<Double>
    ) {
        if a.isSmall { return a.addOuterProduct(alpha, x, y) }
        calling {
            cblas_dger(
                CblasRowMajor, CInt(a.rows), CInt(a.columns), alpha, x.baseAddress, 1, y.baseAddress, 1,
                a.elements.baseAddress, CInt(a.stride))
        }
    }

    public static func syr(
        _ alpha: Double, _ x: UnsafeBufferPointer<Double>, _ a: MutableMatrixView<Double>, _ triangle: Triangle
    ) {
        if a.isSmall { return a.addOuterProduct(alpha, x, triangle) }
        calling {
            cblas_dsyr(
                CblasRowMajor, triangle.code, CInt(a.rows), alpha, x.baseAddress, 1, a.elements.baseAddress,
                CInt(a.stride))
        }
    }

    public static func trsm(
        _ side: SolveSide, _ t: MatrixView<Double>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ b: MutableMatrixView<Double>
    ) {
        calling {
            cblas_dtrsm(
                CblasRowMajor, side.code, triangle.code, orientation.code, diagonal.code, CInt(b.rows), CInt(b.columns),
                1, t.elements.baseAddress, CInt(t.stride), b.elements.baseAddress, CInt(b.stride))
        }
    }

    public static func trsv(
        _ t: MatrixView<Double>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ x: UnsafeMutableBufferPointer<Double>
    ) {
        calling {
            cblas_dtrsv(
                CblasRowMajor, triangle.code, orientation.code, diagonal.code, CInt(t.rows),
                t.elements.baseAddress, CInt(t.stride), x.baseAddress, 1)
        }
    }

    public static func potrf(_ a: MutableMatrixView<Double>, _ side: Triangle) -> Int {
        // LAPACK counts along columns, so that our lower triangle is its upper one.
        var triangle = CChar(bitPattern: UInt8(ascii: side == .lower ? "U" : "L"))
        var (size, stride, info) = (CInt(a.rows), CInt(a.stride), CInt(0))
        calling { dpotrf_(&triangle, &size, a.elements.baseAddress, &stride, &info, 1) }
        return Int(info)
    }

    public static func potri(_ a: MutableMatrixView<Double>) -> Int {
        var triangle = CChar(bitPattern: UInt8(ascii: "U"))
        var (size, stride, info) = (CInt(a.rows), CInt(a.stride), CInt(0))
        calling { dpotri_(&triangle, &size, a.elements.baseAddress, &stride, &info, 1) }
        return Int(info)
    }

    public static func dot(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>) -> Double {
        calling {
            cblas_ddot(CInt(x.count), x.baseAddress, 1, y.baseAddress, 1)
        }
    }

    public static func axpy(
        _ alpha: Double, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
    ) {
        calling {
            cblas_daxpy(CInt(x.count), alpha, x.baseAddress, 1, y.baseAddress, 1)
        }
    }
}
