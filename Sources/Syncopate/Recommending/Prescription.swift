/// What to give a learner where no item of the file fits: enough for a teacher, or a tutor that writes its own items.
public struct Prescription: Sendable, Hashable {
    /// Title of the skill or column it is about; empty where nothing is known of any.
    public var topic: String
    /// Kind of task, in words.
    public var task: String
    /// How many questions.
    public var questions: Int
    /// Share of them the learner should be expected to get right.
    public var targetSuccess: Double
}
