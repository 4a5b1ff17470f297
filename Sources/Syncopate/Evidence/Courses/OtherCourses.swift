/// Whether what learners did in their other courses is evidence here, and why.
public struct OtherCourses: Sendable, Hashable {
    /// Learners of the course who are in another one too.
    public var learners: Int
    /// Whether their scores there count here: only where late scores here are foretold better with them.
    public var count: Bool
    /// Root mean square error of foretelling late scores with the other courses, a share of the maximum; `nil` where there
    /// were too few to tell.
    public var errorWith: Double?
    /// The same from this course alone.
    public var errorWithout: Double?

    public init(learners: Int, count: Bool, errorWith: Double?, errorWithout: Double?) {
        self.learners = learners
        self.count = count
        self.errorWith = errorWith
        self.errorWithout = errorWithout
    }
}
