/// How large a class is.
struct ClassSize {
    let learners: Int
    let columns: Int
    let skills: Int

    /// A usual class, and a very large one. The small one is first, so that its peak of
    /// memory shows.
    static let measured = [
        ClassSize(learners: 30, columns: 20, skills: 6), ClassSize(learners: 5_000, columns: 200, skills: 20),
    ]
}
