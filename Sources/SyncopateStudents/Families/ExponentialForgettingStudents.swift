/// Thirty items that fade exponentially (``ExponentialForgettingStudent``), judged by the mean recall over 200 reviews.
public struct ExponentialForgettingStudents: StudentFamily {
    public let name = "exponential forgetting"

    public init() {}

    public var figures: [TutoringFigure] { RecallRecord.figures }

    public func student(seed: UInt64) -> (student: ExponentialForgettingStudent, brief: TutoringBrief) {
        (ExponentialForgettingStudent(seed: seed), RecallRecord.brief)
    }

    public func judge(_ session: inout TutoringSession<ExponentialForgettingStudent>) -> [Double] {
        RecallRecord.values(&session)
    }
}
