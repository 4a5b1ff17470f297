import Testing

@testable import Syncopate

/// Files sorted into courses, and exports of one course in sequence.
struct CourseSorterTests {
    /// A gradebook file: a row per learner, `nil` a blank.
    private func file(
        _ name: String, learners: [String], items: [String], _ rows: [[Double?]], section: String = "",
        isSnapshot: Bool = true
    ) -> CourseFile {
        var log = EvidenceLog()
        for id in learners { log.intern(Learner(id: id, section: section)) }
        for id in items { log.intern(Item(id: id, title: id)) }
        for (i, row) in rows.enumerated() {
            for (j, score) in row.enumerated() {
                let status: Status = score == nil ? .unknownBlank : .scored
                log.append(Event(learner: Int32(i), item: Int32(j), status: status, score: score ?? .nan))
            }
        }
        return CourseFile(name: name, log: log, isSnapshot: isSnapshot)
    }

    /// The cells of a course; -1 is a blank.
    private func cells(_ course: Course) -> [String: Double] {
        let book = Gradebook(course.log)
        var cells: [String: Double] = [:]
        for i in book.learners.indices {
            for cell in book.cells(ofLearner: i) {
                let key = book.learners[i].id + " " + book.items[Int(book.columns[cell])].id
                cells[key] = book.statuses[cell] == .scored ? book.scores[cell] : -1
            }
        }
        return cells
    }

    @Test func theLastExportCounts() throws {
        let first = file("w1", learners: ["a", "b"], items: ["x", "y"], [[0.5, 0.2], [0.4, nil]])
        let second = file("w2", learners: ["a", "b"], items: ["x", "y", "z"], [[0.9, nil, 1], [0.4, 0.3, nil]])
        let courses = CourseSorter.courses(of: [first, second])
        let course = try #require(courses.first)
        #expect(courses.count == 1 && course.name == "w2" && course.files == [0, 1])
        // A score that was taken back is none, though a log of events would keep it.
        #expect(
            cells(course) == [
                "a x": 0.9, "a y": -1, "a z": 1, "b x": 0.4, "b y": 0.3, "b z": -1,
            ])
        let changes = try #require(course.changes)
        #expect(changes.exports == 2 && changes.newScores == 2 && changes.changedScores == 1)
        #expect(changes.withdrawnScores == 1 && changes.newColumns == 1 && changes.closedColumns == 0)
        #expect(!changes.looksReversed)
    }

    @Test func whoeverIsNotInTheLastExportHasLeft() throws {
        let first = file("w1", learners: ["a", "b", "c"], items: ["x"], [[0.5], [0.4], [1]])
        let second = file("w2", learners: ["a", "c", "d"], items: ["x"], [[0.5], [1], [0]])
        let course = try #require(CourseSorter.courses(of: [first, second]).first)
        #expect(Set(course.log.learners.map(\.id)) == ["a", "c", "d"])
        #expect(course.changes?.leftLearners == 1 && course.changes?.newLearners == 1)
    }

    /// One file per section: nobody has left, and both are advised.
    @Test func sectionsInFilesOfTheirOwn() throws {
        let first = file("7a", learners: ["a", "b"], items: ["x", "y"], [[0.5, 1], [0.4, 1]], section: "7A")
        let second = file("7b", learners: ["c", "d"], items: ["x", "y"], [[0.5, 0], [0.4, 0]], section: "7B")
        let course = try #require(CourseSorter.courses(of: [first, second]).first)
        #expect(course.log.learners.map(\.id) == ["a", "b", "c", "d"])
        #expect(course.log.learners.map(\.section) == ["7A", "7A", "7B", "7B"])
        #expect(course.changes == nil)
    }

    /// Two weeks of two sections, exported one by one: each section's last week counts for it alone.
    @Test func weeksOfSections() throws {
        let files = [
            file("a1", learners: ["a", "b"], items: ["x"], [[0.1], [0.2]], section: "7A"),
            file("b1", learners: ["c", "d"], items: ["x"], [[0.3], [0.4]], section: "7B"),
            file("a2", learners: ["a", "e"], items: ["x"], [[0.5], [0.6]], section: "7A"),
            file("b2", learners: ["c", "d"], items: ["x"], [[0.7], [nil]], section: "7B"),
        ]
        let course = try #require(CourseSorter.courses(of: files).first)
        #expect(cells(course) == ["a x": 0.5, "e x": 0.6, "c x": 0.7, "d x": -1])
        #expect(course.changes?.leftLearners == 1 && course.changes?.withdrawnScores == 1)
    }

    @Test func otherColumnsAreAnotherCourse() {
        let mathematics = file("m", learners: ["a", "b"], items: ["x", "y"], [[1, 1], [1, 1]], section: "M")
        let science = file("s", learners: ["a", "b"], items: ["u", "v"], [[1, 1], [1, 1]], section: "S")
        let courses = CourseSorter.courses(of: [mathematics, science])
        #expect(courses.map(\.name) == ["m", "s"] && courses.map(\.files) == [[0], [1]])
        #expect(courses.allSatisfy { $0.changes == nil && $0.log.learners.count == 2 && $0.log.items.count == 2 })
        #expect(CourseSorter.courses(of: [mathematics, science], rule: .one).count == 1)
        #expect(CourseSorter.courses(of: [mathematics, mathematics], rule: .each).count == 2)
        #expect(CourseSorter.courses(of: []).isEmpty)
    }

    /// Terms exported one by one have no column in common, and the same people in the same sections.
    @Test func termsOfOneClass() throws {
        let autumn = file("t1", learners: ["a", "b"], items: ["x", "y"], [[1, 0.2], [1, nil]], section: "7B")
        let spring = file("t2", learners: ["a", "b"], items: ["u"], [[0.5], [1]], section: "7B")
        let courses = CourseSorter.courses(of: [autumn, spring])
        let course = try #require(courses.first)
        #expect(courses.count == 1)
        #expect(course.log.items.filter(\.isClosed).map(\.id) == ["x", "y"])
        #expect(cells(course)["a y"] == 0.2, "what was scored then is still evidence")
    }

    /// A log adds to what is known; it replaces nothing, and closes nothing.
    @Test func logsAdd() throws {
        let book = file("book", learners: ["a", "b"], items: ["x", "y"], [[0.5, 0.5], [0.4, nil]])
        let log = file("log", learners: ["b", "c"], items: ["y", "z"], [[0.9, 1], [1, 1]], isSnapshot: false)
        for files in [[book, log], [log, book]] {
            let course = try #require(CourseSorter.courses(of: files).first)
            #expect(cells(course)["b y"] == 0.9 && cells(course)["a y"] == 0.5 && cells(course)["c z"] == 1)
            #expect(!course.log.items.contains(where: \.isClosed) && course.changes == nil)
        }
        let other = file("other", learners: ["c"], items: ["z"], [[1]], isSnapshot: false)
        #expect(CourseSorter.courses(of: [log, other]).count == 1)
        #expect(CourseSorter.courses(of: [other]).first?.log.events.count == 1)
    }

    /// A log goes to the course it has most columns in common with.
    @Test func aLogFindsItsCourse() {
        let files = [
            file("m", learners: ["a"], items: ["x", "y"], [[1, 1]], section: "M"),
            file("s", learners: ["a"], items: ["u", "v"], [[1, 1]], section: "S"),
            file("log", learners: ["a"], items: ["v", "w"], [[1, 1]], isSnapshot: false),
        ]
        #expect(CourseSorter.courses(of: files).map(\.files) == [[0], [1, 2]])
    }

    @Test func exportsNewestFirstAreNoticed() throws {
        let early = file("w1", learners: ["a", "b"], items: ["x", "y"], [[0.5, nil], [0.4, nil]])
        let late = file("w2", learners: ["a", "b"], items: ["x", "y"], [[0.5, 1], [0.4, 1]])
        let changes = CourseSorter.courses(of: [late, early]).first?.changes
        #expect(changes?.looksReversed == true && changes?.withdrawnScores == 2)
    }
}
