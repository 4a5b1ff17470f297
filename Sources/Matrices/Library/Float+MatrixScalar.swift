internal import COpenBLAS

// The `s` routines. Dimensions fit into CInt because every view was held to that when it was made.

extension Float: MatrixScalar {
    public static func gemm(
        _ alpha: Float, _ a: MatrixView<Float>, _ aOrientation: Orientation,
        _ b: MatrixView<Float>, _ bOrientation: Orientation,
        _ beta: Float, _ c: MutableMatrixView<Float>
    ) {
        let inner = aOrientation == .plain ? a.columns : a.rows
        calling {
            cblas_sgemm(
                CblasRowMajor, aOrientation.code, bOrientation.code, CInt(c.rows), CInt(c.columns), CInt(inner),
                alpha, a.elements.baseAddress, CInt(a.stride), b.elements.baseAddress, CInt(b.stride),
                beta, c.elements.baseAddress, CInt(c.stride))
        }
    }

    public static func syrk(
        _ alpha: Float, _ a: MatrixView<Float>, _ orientation: Orientation,
        _ beta: Float, _ c: MutableMatrixView<Float>, _ triangle: Triangle
    ) {
        let inner = orientation == .plain ? a.columns : a.rows
        calling {
            cblas_ssyrk(
                CblasRowMajor, triangle.code, orientation.code, CInt(c.rows), CInt(inner),
                alpha, a.elements.baseAddress, CInt(a.stride), beta, c.elements.baseAddress, CInt(c.stride))
        }
    }

    public static func gemv(
        _ alpha: Float, _ a: MatrixView<Float>, _ orientation: Orientation,
        _ x: UnsafeBufferPointer<Float>, _ beta: Float, _ y: UnsafeMutableBufferPointer<Float>
    ) {
        calling {
            cblas_sgemv(
                CblasRowMajor, orientation.code, CInt(a.rows), CInt(a.columns),
                alpha, a.elements.baseAddress, CInt(a.stride), x.baseAddress, 1, beta, y.baseAddress, 1)
        }
    }

    public static func symv(
        _ alpha: Float, _ a: MatrixView<Float>, _ triangle: Triangle,
        _ x: UnsafeBufferPointer<Float>, _ beta: Float, _ y: UnsafeMutableBufferPointer<Float>
    ) {
        calling {
            cblas_ssymv(
                CblasRowMajor, triangle.code, CInt(a.rows),
                alpha, a.elements.baseAddress, CInt(a.stride), x.baseAddress, 1, beta, y.baseAddress, 1)
        }
    }

    public static func ger(
        _ alpha: Float, _ x: UnsafeBufferPointer<Float>, _ y: UnsafeBufferPointer<Float>,
        _ a: MutableMatrixView<Float>
    ) {
        if a.isSmall { return a.addOuterProduct(alpha, x, y) }
        calling {
            cblas_sger(
                CblasRowMajor, CInt(a.rows), CInt(a.columns), alpha, x.baseAddress, 1, y.baseAddress, 1,
                a.elements.baseAddress, CInt(a.stride))
        }
    }

    public static func syr(
        _ alpha: Float, _ x: UnsafeBufferPointer<Float>, _ a: MutableMatrixView<Float>, _ triangle: Triangle
    ) {
        if a.isSmall { return a.addOuterProduct(alpha, x, triangle) }
        calling {
            cblas_ssyr(
                CblasRowMajor, triangle.code, CInt(a.rows), alpha, x.baseAddress, 1, a.elements.baseAddress,
                CInt(a.stride))
        }
    }

    public static func trsm(
        _ side: SolveSide, _ t: MatrixView<Float>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ b: MutableMatrixView<Float>
    ) {
        calling {
            cblas_strsm(
                CblasRowMajor, side.code, triangle.code, orientation.code, diagonal.code, CInt(b.rows), CInt(b.columns),
                1, t.elements.baseAddress, CInt(t.stride), b.elements.baseAddress, CInt(b.stride))
        }
    }

    public static func trsv(
        _ t: MatrixView<Float>, _ triangle: Triangle, _ orientation: Orientation,
        _ diagonal: TriangleDiagonal, _ x: UnsafeMutableBufferPointer<Float>
    ) {
        calling {
            cblas_strsv(
                CblasRowMajor, triangle.code, orientation.code, diagonal.code, CInt(t.rows),
                t.elements.baseAddress, CInt(t.stride), x.baseAddress, 1)
        }
    }

    public static func potrf(_ a: MutableMatrixView<Float>, _ side: Triangle) -> Int {
        // LAPACK counts along columns, so that our lower triangle is its upper one.
        var triangle = CChar(bitPattern: UInt8(ascii: side == .lower ? "U" : "L"))
        var (size, stride, info) = (CInt(a.rows), CInt(a.stride), CInt(0))
        calling { spotrf_(&triangle, &size, a.elements.baseAddress, &stride, &info, 1) }
        return Int(info)
    }

    public static func potri(_ a: MutableMatrixView<Float>) -> Int {
        var triangle = CChar(bitPattern: UInt8(ascii: "U"))
        var (size, stride, info) = (CInt(a.rows), CInt(a.stride), CInt(0))
        calling { spotri_(&triangle, &size, a.elements.baseAddress, &stride, &info, 1) }
        return Int(info)
    }

    public static func dot(_ x: UnsafeBufferPointer<Float>, _ y: UnsafeBufferPointer<Float>) -> Float {
        calling {
            cblas_sdot(CInt(x.count), x.baseAddress, 1, y.baseAddress, 1)
        }
    }

    public static func axpy(
        _ alpha: Float, _ x: UnsafeBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>
    ) {
        calling {
            cblas_saxpy(CInt(x.count), alpha, x.baseAddress, 1, y.baseAddress, 1)
        }
    }
}
