/// A kind of student, and how a run with one is judged.
public protocol StudentFamily: Sendable {
    associatedtype Person: Student

    /// What tables call it.
    var name: String { get }
    /// What ``judge(_:)`` measures, the headline first.
    var figures: [TutoringFigure] { get }
    /// Whether students come one after the other because policies are told what earlier ones were given.
    var sharesExposures: Bool { get }

    /// The student of a seed, and what a policy is told. Every policy meets the same ones.
    func student(seed: UInt64) -> (student: Person, brief: TutoringBrief)

    /// Runs the session to its end.
    ///
    /// - Returns: the value of every one of ``figures``, for this student.
    func judge(_ session: inout TutoringSession<Person>) -> [Double]
}

extension StudentFamily {
    public var sharesExposures: Bool { false }

    /// The figures of one student under a policy. The same seed gives the same student and the same luck.
    ///
    /// - Parameter exposures: what earlier students were given; this one's items are added to it where the family
    ///   shares them.
    public func run(_ policies: any PolicyFamily, seed: UInt64, exposures: inout ItemExposures) -> [Double] {
        let (person, brief) = student(seed: seed)
        let policy = policies.policy(for: brief, seed: ~seed, exposures: exposures)
        var session = TutoringSession(student: person, brief: brief, policy: policy)
        let values = judge(&session)
        if sharesExposures { exposures.add(items: session.items, of: brief.itemCount) }
        return values
    }

    /// Whether a policy suits these students.
    public func suits(_ policies: any PolicyFamily) -> Bool { policies.suits(student(seed: 0).brief) }
}
