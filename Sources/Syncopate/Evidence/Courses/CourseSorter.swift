/// Sorts files into courses, and puts each course together.
///
/// Two gradebooks are of one course where they share at least half the columns of the smaller, or where nearly all
/// learners of the smaller stand in the same sections of the other (terms of one class that are exported one by one). A
/// log of events belongs to the course it shares most columns with, else most learners; logs alone are one course.
///
/// Exports of one course that share learners are taken to stand in the order of time. Of a cell that two of them have, the
/// last one counts, blanks included: a score that was taken back is no score. Whoever is in an export and not in the
/// one that follows has left. A column that is gone stays as evidence, and is no longer open to anybody. Of an event that
/// several logs tell, the last one counts.
public struct CourseSorter {
    private let files: [CourseFile]
    private let items: [Set<String>]
    private let learners: [Set<String>]
    private let places: [Set<String>]

    /// Share of the columns of the smaller from which two gradebooks are of one course.
    static let sharedColumns = 0.5
    /// Share of the learners of the smaller, in their sections, from which two gradebooks are of one course.
    static let sharedPlaces = 0.8
    /// Share of the learners of the smaller from which an export follows another.
    static let sharedLearners = 0.5

    private init(_ files: [CourseFile]) {
        self.files = files
        items = files.map { Set($0.log.items.map(\.id)) }
        learners = files.map { Set($0.log.learners.map(\.id)) }
        places = files.map { file in
            Set(file.log.learners.filter { !$0.section.isEmpty }.map { "\($0.section)\u{0}\($0.id)" })
        }
    }

    /// The courses of some files, in order of their first files.
    public static func courses(of files: [CourseFile], rule: CourseRule = .auto) -> [Course] {
        let sorter = CourseSorter(files)
        return sorter.groups(rule).map { sorter.course($0) }
    }

    /// Files by course.
    private func groups(_ rule: CourseRule) -> [[Int]] {
        switch rule {
        case .one: return files.isEmpty ? [] : [Array(files.indices)]
        case .each: return files.indices.map { [$0] }
        case .auto: break
        }
        var groups: [[Int]] = []
        for file in files.indices where files[file].isSnapshot {
            // A file can tie together what looked like two courses so far.
            let (same, other) = groups.reduce(into: ([[Int]](), [[Int]]())) { split, group in
                if group.contains(where: { isSameCourse($0, file) }) {
                    split.0.append(group)
                } else {
                    split.1.append(group)
                }
            }
            groups = other + [(same.flatMap(\.self) + [file]).sorted()]
            groups.sort { $0[0] < $1[0] }
        }
        for file in files.indices where !files[file].isSnapshot {
            let best = groups.indices.max { a, b in
                let (first, second) = (closeness(of: file, to: groups[a]), closeness(of: file, to: groups[b]))
                return first != second ? first < second : a > b
            }
            if let best { groups[best].append(file) } else { groups.append([file]) }
        }
        return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    }

    private func isSameCourse(_ a: Int, _ b: Int) -> Bool {
        func share(_ sets: [Set<String>]) -> Double {
            let least = min(sets[a].count, sets[b].count)
            return least > 0 ? Double(sets[a].intersection(sets[b]).count) / Double(least) : 0
        }
        return share(items) >= Self.sharedColumns || share(places) >= Self.sharedPlaces
    }

    /// What a log has in common with a course: columns first, then learners.
    private func closeness(of file: Int, to group: [Int]) -> (columns: Int, learners: Int) {
        (
            group.map { items[$0].intersection(items[file]).count }.max() ?? 0,
            group.map { learners[$0].intersection(learners[file]).count }.max() ?? 0
        )
    }

    /// Whether `later` is an export of the same class as `earlier`, and not one of another section.
    private func follows(_ later: Int, _ earlier: Int) -> Bool {
        guard later > earlier, files[later].isSnapshot, files[earlier].isSnapshot, isSameCourse(earlier, later) else {
            return false
        }
        let least = min(learners[later].count, learners[earlier].count)
        let shared = learners[later].intersection(learners[earlier]).count
        return least > 0 && Double(shared) >= Self.sharedLearners * Double(least)
    }

    // MARK: One course

    private func course(_ group: [Int]) -> Course {
        if group.count == 1 { return Course(name: files[group[0]].name, files: group, log: files[group[0]].log) }
        let successors = group.map { file in group.filter { follows($0, file) } }
        var log = EvidenceLog()
        var left: Set<String> = []
        var closed: Set<String> = []
        for (file, after) in zip(group, successors) {
            guard let last = after.last else { continue }
            left.formUnion(learners[file].subtracting(learners[last]))
            closed.formUnion(items[file].subtracting(items[last]))
        }
        // Whoever is in an export that nothing follows, or in a log, is there.
        for (file, after) in zip(group, successors) where after.isEmpty {
            left.subtract(learners[file])
            if files[file].isSnapshot { closed.subtract(items[file]) }
        }
        var overlap = LogOverlap()
        for (file, after) in zip(group, successors) {
            guard files[file].isSnapshot else {
                overlap.merge(files[file].log, ids: files[file].eventIDs, into: &log)
                continue
            }
            log.merge(
                files[file].log.keeping(learners: { !left.contains($0) }) { learner, item in
                    !after.contains { learners[$0].contains(learner) && items[$0].contains(item) }
                })
        }
        for id in closed {
            if let position = log.position(ofItem: id) { log.update(itemAt: position) { $0.isClosed = true } }
        }
        // The last export says which section somebody is in now.
        for file in group where files[file].isSnapshot {
            for learner in files[file].log.learners where !learner.section.isEmpty {
                guard let position = log.position(ofLearner: learner.id) else { continue }
                log.update(learnerAt: position) { $0.section = learner.section }
            }
        }
        var course = Course(
            name: files[group[group.count - 1]].name, files: group, log: log,
            changes: changes(group, successors: successors, left: left, closed: closed))
        course.repeatedEvents = overlap.repeated
        course.correctedEvents = overlap.corrected
        return course
    }

    /// What the exports that nothing follows say otherwise than the last ones before them.
    private func changes(
        _ group: [Int], successors: [[Int]], left: Set<String>, closed: Set<String>
    ) -> ExportChanges? {
        var changes = ExportChanges()
        changes.exports = group.count { files[$0].isSnapshot }
        var hasPair = false
        for (place, last) in group.enumerated() where files[last].isSnapshot && successors[place].isEmpty {
            guard let before = group.last(where: { follows(last, $0) }) else { continue }
            hasPair = true
            changes.newColumns += items[last].subtracting(items[before]).count
            changes.newLearners += learners[last].subtracting(learners[before]).count
            let (now, then) = (scores(of: last), scores(of: before))
            for (cell, score) in now {
                guard let earlier = then[cell] else {
                    changes.newScores += 1
                    continue
                }
                if abs(earlier - score) > 1e-9 { changes.changedScores += 1 }
            }
            changes.withdrawnScores += then.keys.count { cell in
                now[cell] == nil && learners[last].contains(cell.learner) && items[last].contains(cell.item)
            }
        }
        guard hasPair else { return nil }
        changes.closedColumns = closed.count
        changes.leftLearners = left.count
        return changes
    }

    private struct Cell: Hashable {
        var learner: String
        var item: String
    }

    private func scores(of file: Int) -> [Cell: Double] {
        let log = files[file].log
        var scores: [Cell: Double] = [:]
        for event in log.events where event.status == .scored {
            let cell = Cell(learner: log.learners[Int(event.learner)].id, item: log.items[Int(event.item)].id)
            scores[cell] = event.score
        }
        return scores
    }
}
