/// How probably each cell of a gradebook stands for missing work, and what that was judged by.
struct MissingWorkReading: Sendable {
    /// Per cell of the gradebook it is about, 0...1.
    let missing: [Double]
    /// Columns most of which looks like missing work: not graded yet.
    let isUngraded: [Bool]
    let policy: ZeroPolicy
    /// What was fitted; `nil` where there was nothing to doubt.
    private let model: MissingWorkModel?

    /// Judges a class by what is fitted on it.
    init(
        _ gradebook: Gradebook, _ profiles: [ItemProfile], _ prior: ClassPrior, _ policy: ZeroPolicy,
        _ sure: Set<CellName>
    ) {
        self.policy = policy
        var model: MissingWorkModel?
        var missing = [Double](repeating: 0, count: gradebook.columns.count)
        switch policy {
        case .score: break
        case .missing: missing = Self.zeros(gradebook, profiles, sure)
        case .auto:
            var fitter = MissingWorkFitter(gradebook: gradebook, profiles: profiles, prior: prior, sure: sure)
            model = fitter.fit()
            guard let model else { break }
            for record in fitter.records {
                for (cell, value) in zip(record.cells, record.missing) { missing[cell] = value }
            }
            // A large class was fitted on a sample of it.
            guard fitter.learners.count < gradebook.learners.count else { break }
            let fitted = Set(fitter.learners)
            let isUsed = MissingWorkFitter.used(gradebook, profiles)
            for learner in gradebook.learners.indices where !fitted.contains(learner) {
                Self.read(learner, of: gradebook, isUsed, sure, by: model, into: &missing)
            }
        }
        self.model = model
        self.missing = missing
        // Whoever says that zeros are missing work says so of columns that have something else too.
        isUngraded = Self.ungraded(gradebook, missing, share: policy == .missing ? 1 : MissingWork.ungradedShare)
    }

    private init(missing: [Double], isUngraded: [Bool], policy: ZeroPolicy, model: MissingWorkModel?) {
        self.missing = missing
        self.isUngraded = isUngraded
        self.policy = policy
        self.model = model
    }

    /// Judges other learners on the same items.
    func applied(to gradebook: Gradebook, _ profiles: [ItemProfile], _ sure: Set<CellName>) -> MissingWorkReading {
        var missing = [Double](repeating: 0, count: gradebook.columns.count)
        if policy == .missing { missing = Self.zeros(gradebook, profiles, sure) }
        if let model {
            let isUsed = MissingWorkFitter.used(gradebook, profiles)
            for learner in gradebook.learners.indices {
                Self.read(learner, of: gradebook, isUsed, sure, by: model, into: &missing)
            }
        }
        return MissingWorkReading(missing: missing, isUngraded: isUngraded, policy: policy, model: model)
    }

    private static func read(
        _ learner: Int, of gradebook: Gradebook, _ isUsed: [Bool], _ sure: Set<CellName>, by model: MissingWorkModel,
        into missing: inout [Double]
    ) {
        var record = WorkRecord(learner, of: gradebook, isUsed: isUsed, sure: sure)
        guard record.items.indices.contains(where: { model.suspicion(of: record, at: $0) != nil }) else { return }
        model.read(&record)
        for (cell, value) in zip(record.cells, record.missing) { missing[cell] = value }
    }

    /// One for every zero on work.
    private static func zeros(_ gradebook: Gradebook, _ profiles: [ItemProfile], _ sure: Set<CellName>) -> [Double] {
        let isUsed = MissingWorkFitter.used(gradebook, profiles)
        var missing = [Double](repeating: 0, count: gradebook.columns.count)
        for learner in gradebook.learners.indices {
            let record = WorkRecord(learner, of: gradebook, isUsed: isUsed, sure: sure)
            for (place, cell) in record.cells.enumerated() where record.scores[place] == 0 && !record.isSure[place] {
                missing[cell] = 1
            }
        }
        return missing
    }

    private static func ungraded(_ gradebook: Gradebook, _ missing: [Double], share: Double) -> [Bool] {
        var scored = [Int](repeating: 0, count: gradebook.items.count)
        var doubted = scored
        for (cell, column) in gradebook.columns.enumerated() where gradebook.statuses[cell] == .scored {
            scored[Int(column)] += 1
            if missing[cell] >= MissingWork.threshold { doubted[Int(column)] += 1 }
        }
        return zip(scored, doubted).map { $1 > 0 && ($1 == $0 || Double($1) > share * Double($0)) }
    }
}
