import Testing

@testable import Syncopate

/// Catalogues and learners drawn by lot, of every sort that advice has to do with.
enum InventedPractice {
    /// Skills with prerequisites among those before them, items of one to three skills, some alike in every way.
    static func catalogue(
        _ draw: inout SeededGenerator, skills count: Int = 12, items: Int = 60, goals: [Goal] = [],
        hasRequirements: Bool = true
    ) throws -> Catalogue {
        let skills = (0..<count).map { skill in
            let wanted = skill == 0 ? 0 : Int(draw.next() % 3)
            let names = Set((0..<wanted).map { _ in "s\(draw.next() % UInt64(skill))" }).sorted()
            return Skill(
                id: "s\(skill)", title: "S \(skill)",
                requires: names.map { Prerequisite(skill: $0, weight: draw.next() % 2 == 0 ? 1 : 0.5) },
                nominal: draw.next() % 3 == 0
                    ? NominalParameters(guess: 0.1, slip: 0.2, learn: 0.3, initial: 0.4) : nil)
        }
        let kinds: [ItemKind] = [.work, .work, .work, .work, .work, .work, .attendance]
        let all = (0..<items).map { item in
            let wanted = 1 + Int(draw.next() % 3)
            let names = Set((0..<wanted).map { _ in "s\(draw.next() % UInt64(count))" }).sorted()
            return Item(
                id: "i\(item)", title: "I \(item)",
                skills: names.map { SkillWeight(skill: $0, weight: draw.next() % 4 == 0 ? 2 : 1) },
                minutes: draw.next() % 8 == 0 ? nil : Double(1 + draw.next() % 6) / 2,
                difficulty: draw.next() % 3 == 0 ? Double(draw.next() % 5) - 2 : nil,
                kind: kinds[Int(draw.next() % 7)], group: draw.next() % 3 == 0 ? "g" : "",
                requires: hasRequirements && item > 0 && draw.next() % 9 == 0
                    ? ["i\(draw.next() % UInt64(item))"] : [])
        }
        return try Catalogue(skills: skills, items: all, goals: goals)
    }

    /// Answers by lot: mostly right, so that something gets mastered, on days that come apart.
    static func answers(
        _ draw: inout SeededGenerator, items: Int, count: Int
    ) -> [(item: Int, score: Double, certainty: Double, at: Double)] {
        var now = 1_700_000_000.0
        let share = 0.2 + 0.8 * draw.uniform()
        return (0..<count).map { _ in
            now += draw.next() % 10 == 0 ? 86_400 * Double(draw.next() % 9) : Double(draw.next() % 4_000)
            return (
                Int(draw.next() % UInt64(items)), draw.uniform() < share ? 1 : Double(draw.next() % 3) / 2,
                draw.next() % 4 == 0 ? draw.uniform() : 1, now
            )
        }
    }

    static func learner(_ recommender: Recommender, _ draw: inout SeededGenerator, count: Int) -> PracticeState {
        var state = recommender.newLearner
        for answer in answers(&draw, items: recommender.catalogue.items.count, count: count) {
            recommender.observe(
                item: answer.item, score: answer.score, certainty: answer.certainty, at: answer.at, &state)
        }
        return state
    }

    static let goals: [[Goal]] = [
        [],
        [Goal(id: "some", skills: ["s3", "s7", "s9"], threshold: 0.8)],
        [Goal(id: "keep", purpose: .remember)],
        [Goal(id: "exam", purpose: .remember, by: 1_700_000_000 + 30 * 86_400), Goal(id: "m", skills: ["s11"])],
        [Goal(id: "test", purpose: .measure)],
        [Goal(id: "own", skills: ["s5"], learners: ["x"]), Goal(id: "others", skills: ["s6"], learners: ["y"])],
    ]

    static func settings(_ draw: inout SeededGenerator) -> PracticeSettings {
        let none = draw.next() % 3 == 0
        return PracticeSettings(
            certainty: draw.next() % 2 == 0 ? 0.95 : 0.6,
            minutesADay: !none && draw.next() % 3 == 0 ? Double(4 + draw.next() % 30) : nil,
            mostInARow: !none && draw.next() % 4 == 0 ? 2 : nil,
            likeness: [.skill, .group, .kind][Int(draw.next() % 3)],
            pinned: !none && draw.next() % 3 == 0 ? ["i7", "s2"] : [],
            banned: !none && draw.next() % 3 == 0 ? ["i3", "s4"] : [],
            choices: draw.next() % 3 == 0 ? 4 : 1)
    }
}
