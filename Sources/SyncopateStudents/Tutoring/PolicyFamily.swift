/// Makes a policy for every student: what is compared.
public protocol PolicyFamily: Sendable {
    /// What tables call it, with its settings.
    var name: String { get }

    /// Whether it makes sense for a purpose or has what it needs; where not, tables leave it out.
    func suits(_ brief: TutoringBrief) -> Bool

    /// A fresh policy for one student.
    ///
    /// - Parameters:
    ///   - brief: what may be known. Courses differ from student to student in some families.
    ///   - seed: for its own luck; the student's is another.
    ///   - exposures: how often earlier students got each item, where the family of students shares that (adaptive
    ///     tests); empty elsewhere.
    func policy(for brief: TutoringBrief, seed: UInt64, exposures: ItemExposures) -> any TutoringPolicy
}

extension PolicyFamily {
    public func suits(_ brief: TutoringBrief) -> Bool { true }
}
