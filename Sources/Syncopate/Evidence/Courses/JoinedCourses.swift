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

    /// Stands between the number of a course and a name in it.
    static let mark: Character = "\u{0}"

    /// - Parameters:
    ///   - courses: a gradebook of each.
    ///   - namesTopics: per course, whether its topics were read off its titles, so that "Unit 1" there is another thing than
    ///     "Unit 1" elsewhere. Skills of a map are the same in all courses.
    init(_ courses: [Gradebook], namesTopics: [Bool]) {
        var log = EvidenceLog()
        var learners: [[Int]] = []
        var items: [Range<Int>] = []
        for (number, course) in courses.enumerated() {
            learners.append(course.learners.map { Int(log.intern($0)) })
            let first = log.items.count
            for var item in course.items {
                // Two courses may each have a "Quiz 1".
                item.id = "\(number)\(Self.mark)\(item.id)"
                if namesTopics[number] {
                    for place in item.skills.indices {
                        item.skills[place].skill = "\(number)\(Self.mark)\(item.skills[place].skill)"
                    }
                }
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
