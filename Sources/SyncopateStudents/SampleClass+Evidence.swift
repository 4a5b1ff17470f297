public import Syncopate

extension SampleClass {
    /// The class as a reader of its export would give it: one event per cell, blanks included.
    ///
    /// - Parameter hasMap: whether columns name their skill.
    public func log(hasMap: Bool) -> EvidenceLog {
        var log = EvidenceLog()
        for number in names.indices {
            log.intern(Learner(id: String(number), section: "1"))
        }
        for column in columns {
            let skill = hasMap ? column.skill.map { [SkillWeight(skill: skills[$0], weight: 1)] } : nil
            log.intern(
                Item(
                    id: String(column.number), title: column.title, skills: skill ?? [],
                    maximum: Double(column.points), kind: column.skill == nil ? .attendance : .work))
        }
        for (learner, row) in cells.enumerated() {
            for (column, cell) in row.enumerated() {
                let (status, score): (Status, Double) =
                    switch cell {
                    case .points(let points): (.scored, points / Double(columns[column].points))
                    case .excused: (.excused, .nan)
                    case .blank: (.unknownBlank, .nan)
                    }
                log.append(
                    Event(learner: Int32(learner), item: Int32(column), status: status, score: score))
            }
        }
        return log
    }
}
