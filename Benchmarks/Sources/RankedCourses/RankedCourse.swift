import Dispatch
import InventedCourses
public import Syncopate
import SyncopateStudents

/// A model fitted on an invented course, a bank of the course's items, and states of learners to rank them for.
public struct RankedCourse: Sendable {
    public let model: MasteryModel
    public let bank: ItemBank
    private let course: InventedCourse
    private let skillCount: Int

    /// - Parameters:
    ///   - sets: how many different lists of skills the items have.
    ///   - isPlain: whether the model is one of mastery, form and easiness alone.
    ///   - learners: how many the model is fitted on.
    public init(skills: Int, items: Int, sets: Int, isPlain: Bool, learners: Int = 800) throws {
        course = try InventedCourse(skills: skills, items: items, sets: sets, seed: 1)
        skillCount = skills
        var options = FitOptions()
        if isPlain { options.settings.without = Set(TermGroup.allCases).subtracting([.belief, .form, .easiness]) }
        var fit = ModelFit(ResponseLog(course.log(learners: 0..<learners, most: 200)), options: options)
        while !fit.isDone { fit.advance() }
        model = fit.model
        bank = ItemBank(model, items: course.catalogue.items.map { ($0.id, $0.skills) })
    }

    /// The items, in the order that positions go by.
    public var items: [Item] { course.catalogue.items }

    /// The state of a learner who answered a hundred questions on as many items as bring thirty skills together.
    public func state(of learner: Int) -> LearnerState {
        var draw = Draws(seed: UInt64(learner) &* 104_729 &+ 11)
        var skills = Set<String>()
        var items: [Item] = []
        let all = course.catalogue.items
        while skills.count < min(30, skillCount), items.count < 200 {
            let item = all[draw.below(all.count)]
            let more = item.skills.filter { !skills.contains($0.skill) }
            guard !more.isEmpty else { continue }
            skills.formUnion(more.map(\.skill))
            items.append(item)
        }
        var tracker = MasteryTracker(model)
        var time = 1_760_000_000.0
        for _ in 0..<100 {
            time += draw.below(20) == 0 ? 86_400 : Double(30 + draw.below(120))
            let item = items[draw.below(items.count)]
            tracker.observe(item: item.id, skills: item.skills, score: draw.below(100) < 65 ? 1 : 0, at: time)
        }
        return tracker.state
    }

    /// The states of so many learners.
    public func states(_ count: Int) -> [LearnerState] {
        var states = [LearnerState](repeating: LearnerState(bytes: []), count: count)
        states.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: (count + 99) / 100) { piece in
                for learner in piece * 100..<min(piece * 100 + 100, count) { buffer[learner] = state(of: learner) }
            }
        }
        return states
    }
}
