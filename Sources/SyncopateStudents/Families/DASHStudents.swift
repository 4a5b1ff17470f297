/// Thirty items that fade as a power of time (``DASHStudent``), judged by the mean recall over 200 reviews.
public struct DASHStudents: StudentFamily {
    public let name = "DASH"

    public init() {}

    public var figures: [TutoringFigure] { RecallRecord.figures }

    public func student(seed: UInt64) -> (student: DASHStudent, brief: TutoringBrief) {
        (DASHStudent(seed: seed), RecallRecord.brief)
    }

    public func judge(_ session: inout TutoringSession<DASHStudent>) -> [Double] {
        RecallRecord.values(&session)
    }
}
