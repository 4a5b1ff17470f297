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
        }
        gradebook = Self.join(courses, learners: learners, items: items, everybody: log)
        var counts = [Int](repeating: 0, count: log.learners.count)
        for learner in learners.joined() { counts[learner] += 1 }
        self.learners = learners
        self.items = items
        shared = learners.map { $0.count { counts[$0] > 1 } }
    }

    /// The cells of everybody, course by course, which is in order of the items.
    private static func join(
        _ courses: [Gradebook], learners: [[Int]], items: [Range<Int>], everybody: EvidenceLog
    ) -> Gradebook {
        // Per person, where they stand in each course they are in.
        var places = [[(course: Int, learner: Int)]](repeating: [], count: everybody.learners.count)
        for (course, positions) in learners.enumerated() {
            for (learner, person) in positions.enumerated() { places[person].append((course, learner)) }
        }
        var starts = [0]
        var columns: [Int32] = []
        var statuses: [Status] = []
        var scores: [Double] = []
        var times: [Double] = []
        var weights: [Double] = []
        for person in places {
            for (course, learner) in person {
                let book = courses[course]
                for cell in book.cells(ofLearner: learner) {
                    columns.append(Int32(items[course].lowerBound) + book.columns[cell])
                    statuses.append(book.statuses[cell])
                    scores.append(book.scores[cell])
                    times.append(book.times[cell])
                    weights.append(book.weight(ofCell: cell))
                }
            }
            starts.append(columns.count)
        }
        return Gradebook(
            learners: everybody.learners, items: everybody.items, starts: starts, columns: columns, statuses: statuses,
            scores: scores, times: times, weights: weights)
    }
}
