/// A policy that sees what no program can: the student. The bound that honest ones are held against, never a rival.
///
/// Names of their families begin with "oracle".
public protocol OraclePolicy: TutoringPolicy {
    /// Called before every `next` with the student as they are, at the same time.
    mutating func look(at student: any Student)
}
