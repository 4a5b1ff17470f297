/// Several courses as one gradebook: learners are one person by their id, columns stay those of their course.
struct JoinedCourses {
    /// Everybody and everything.
    let gradebook: Gradebook
    /// Per course, the place of each of its learners among all.
    let learners: [[Int]]
    /// Per course, the places of its items among all, in its own order.
    let items: [Range<Int>]
    /// Per course, how many of its learners are in another one too.
    let shared: [Int]

    init(_ courses: [Gradebook]) {
        var log = EvidenceLog()
        var learners: [[Int]] = []
        var items: [Range<Int>] = []
        for (number, course) in courses.enumerated() {
            learners.append(course.learners.map { Int(log.intern($0)) })
            let first = log.items.count
            for var item in course.items {
                // Two courses may each have a "Quiz 1".
                item.id = "\(number)\u{0}\(item.id)"
                log.intern(item)
            }
            items.append(first..<log.items.count)
            for (place, learner) in learners[number].enumerated() {
                for cell in course.cells(ofLearner: place) {
                    log.append(
                        Event(
                            learner: Int32(learner), item: Int32(first) + course.columns[cell],
                            status: course.statuses[cell], score: course.scores[cell], at: course.times[cell]))
                }
            }
        }
        var counts = [Int](repeating: 0, count: log.learners.count)
        for learner in learners.joined() { counts[learner] += 1 }
        gradebook = Gradebook(log)
        self.learners = learners
        self.items = items
        shared = learners.map { $0.count { counts[$0] > 1 } }
    }
}
