import Matrices
import TestSupport
import Testing

/// BLAS from several tasks at once, and its threads.
struct ConcurrencyTests {
    init() { oneThread }

    /// The operands of one chain of calls.
    struct Work {
        let a: Matrix<Double>
        let small: Matrix<Float>

        init(seed: UInt64, size: Int) {
            var generator = SeededGenerator(seed: seed)
            a = Framed(size, size, framed: false, from: &generator).whole
            small = Framed(size, 16, framed: false, from: &generator).whole
        }

        /// The results of all the large operations.
        func results() throws -> (matrices: [Matrix<Double>], vector: [Double], scores: Matrix<Float>) {
            var gram = Matrix<Double>.identity(a.rows)
            gram.assignSymmetricProduct(a, beta: 1)
            try gram.factoriseCholesky()
            var solution = Matrix.product(a, a, first: .transposed)
            gram.solveFactored(&solution)
            var vector = Array(solution.row(0))
            solution.multiply(Array(solution.row(1)), into: &vector, alpha: 0.5, beta: 1)
            gram.multiplySymmetric(Array(solution.row(1)), into: &vector, beta: 1)
            try gram.invertFactored()
            return ([solution, gram], vector, Matrix.product(small, small, second: .transposed))
        }
    }

    /// Without turns, a serial library fails this now and then, more often on a busy machine.
    @Test func parallelCallsGiveTheSameBits() async throws {
        let works = [5, 17, 33, 64, 90, 130].map { Work(seed: UInt64($0), size: $0) }
        let expected = try works.map { try $0.results() }
        await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<4 {
                group.addTask {
                    for round in 0..<1500 {
                        let index = (task + round) % works.count
                        let found = try works[index].results()
                        // No NaN occurs, and a zero of the other sign would be no worse: == will do.
                        if found != expected[index] { Issue.record("task \(task), round \(round)") }
                    }
                }
            }
            await #expect(throws: Never.self) { try await group.waitForAll() }
        }
    }

    @Test func oneThreadIsUsedWhenSaid() {
        BLASThreads.use(1)
        #expect(BLASThreads.count == 1)
        // Not "all processors", as the library has it.
        BLASThreads.use(0)
        #expect(BLASThreads.count == 1)
        BLASThreads.use(.min)
        #expect(BLASThreads.count == 1)
    }

    /// In a process of its own: the count is the whole process's, and other tests are in BLAS.
    @Test func moreThreadsAreUsedWhenSaid() async {
        await #expect(processExitsWith: .success) {
            BLASThreads.use(2)
            #expect(BLASThreads.count == (BLASLibrary.current.flavour == .serial ? 1 : 2))
            BLASThreads.use(.max)
            #expect(BLASThreads.count >= 1)
            BLASThreads.use(1)
            #expect(BLASThreads.count == 1)
        }
    }

    @Test func libraryDescribesItself() {
        let library = BLASLibrary.current
        #expect(library.configuration.hasPrefix("OpenBLAS"))
        #expect(!library.core.isEmpty && library.configuration.last != " ")
        #expect(library.description.contains(library.core))
    }

    /// A shape that does not fit is a mistake in the program: it stops, and says which.
    @Test func wrongShapesStopWithAMessage() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Matrix.product(Matrix<Float>(rows: 2, columns: 3), Matrix<Float>(rows: 2, columns: 4))
        }
        let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(message.contains("product of 2 x 3 and 2 x 4 into 2 x 4"))
    }
}
