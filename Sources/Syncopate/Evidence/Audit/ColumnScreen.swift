import RealModule

/// Finds columns that measure no skill by their scores.
///
/// Each rival of "graded work" is weighed against it by a ratio of likelihoods and stated odds: what scores of that kind look
/// like (full marks or nothing, high means, many without, values shared by groups) and how they go with the rest of the
/// gradebook. A column that its title or its points settle, or whose kind is stated, is not looked at. Setting aside a real
/// quiz costs more than keeping an attendance column, so a column is left out from a probability of ``setAsideFrom`` on.
struct ColumnScreen: Sendable {
    /// One per item: what its scores show; `nil` where nothing but work.
    let findings: [ColumnFinding?]
    /// How columns go with the rest, the rest being those that are kept.
    let relation: RestRelation

    /// Probability from which a column is no evidence.
    static let setAsideFrom = 0.55
    /// The same for scores shared by groups, which are hardly ever said of work by mistake.
    static let copiedFrom = 0.4
    /// Probability from which a column is told to be perhaps something else.
    static let tellFrom = 0.4

    init(_ gradebook: Gradebook, profiles: [ItemProfile]) {
        let table = ColumnScores(gradebook)
        var bench = ColumnBench(gradebook: gradebook, profiles: profiles, table: table)
        bench.findOptional()
        var relation = RestRelation(table, isRest: bench.isRest)
        // What is set aside changes what the rest is; three rounds settle nearly every file.
        for _ in 0..<3 {
            let before = bench.isRest
            bench.judge(relation)
            if bench.isRest == before { break }
            relation = RestRelation(table, isRest: bench.isRest)
        }
        findings = bench.findings
        self.relation = relation
    }

    /// The profiles with what is set aside.
    func applied(to profiles: [ItemProfile]) -> [ItemProfile] {
        zip(profiles, findings).map { profile, finding in
            guard profile.role == .evidence, let finding, finding.isSetAside else { return profile }
            var profile = profile
            profile.role = .notMastery
            profile.setAside = SetAside(kind: finding.kind, basis: .scores)
            return profile
        }
    }
}
