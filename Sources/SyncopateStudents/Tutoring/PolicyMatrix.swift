public import Syncopate

/// Every policy with every family of students it suits (robust evaluation matrix; Doroudi, Aleven & Brunskill 2017).
///
/// Every policy meets the same students, with the same luck of their own. Results do not depend on the workers.
public struct PolicyMatrix: Sendable {
    /// What came of one policy with one family of students.
    public struct Cell: Sendable {
        /// The students.
        public let family: String
        /// The policy.
        public let policy: String
        /// In the order of the family's figures.
        public let summaries: [TutoringSummary]
        /// Share of the students who got the item given most often, where students share a bank of items.
        public let highestExposure: Double?
        /// `[figure][student]`, for paired comparisons of policies.
        public let values: [[Double]]
    }

    /// Families in their order, and within each the policies that suit it in theirs.
    public let cells: [Cell]

    /// Runs everything.
    ///
    /// - Parameters:
    ///   - families: kinds of students.
    ///   - policies: what is compared.
    ///   - students: how many of each kind; zero or less gives no cells.
    ///   - seed: the same seed gives the same students.
    ///   - workers: students go to them in pieces, except where they share exposures and must come in order.
    ///   - progress: called after each cell with the number done and the number there will be.
    public init(
        families: [any StudentFamily], policies: [any PolicyFamily], students: Int, seed: UInt64 = 1,
        workers: Workers = .one, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        var cells: [Cell] = []
        let pairs = families.flatMap { family in policies.filter { family.suits($0) }.map { (family, $0) } }
        if students > 0 {
            for (family, policy) in pairs {
                cells.append(Self.cell(family, policy, students: students, seed: seed, workers: workers))
                progress(cells.count, pairs.count)
            }
        }
        self.cells = cells
    }

    /// The cell of a family and a policy.
    public subscript(family family: String, policy policy: String) -> Cell? {
        cells.first { $0.family == family && $0.policy == policy }
    }

    private static func cell(
        _ family: any StudentFamily, _ policy: any PolicyFamily, students: Int, seed: UInt64, workers: Workers
    ) -> Cell {
        var byStudent = [[Double]](repeating: [], count: students)
        var shared = ItemExposures()
        // Seeds of neighbours must not be neighbours: a generator's state moves by a constant, and streams would overlap.
        var generator = SeededGenerator(seed: seed)
        let seeds = (0..<students).map { _ in generator.next() }
        if family.sharesExposures {
            for student in 0..<students {
                byStudent[student] = family.run(policy, seed: seeds[student], exposures: &shared)
            }
        } else {
            byStudent.withUnsafeMutableBufferPointer { buffer in
                let places = Places(buffer: buffer)
                workers.forEach(students) { student in
                    var none = ItemExposures()
                    places.buffer[student] = family.run(policy, seed: seeds[student], exposures: &none)
                }
            }
        }
        let values = family.figures.indices.map { figure in byStudent.map { $0[figure] } }
        return Cell(
            family: family.name, policy: policy.name,
            summaries: zip(family.figures, values).map { TutoringSummary($0, of: $1) },
            highestExposure: family.sharesExposures ? shared.highest : nil, values: values)
    }

    /// Where every student writes to a place of their own.
    private struct Places: @unchecked Sendable {
        let buffer: UnsafeMutableBufferPointer<[Double]>
    }
}
