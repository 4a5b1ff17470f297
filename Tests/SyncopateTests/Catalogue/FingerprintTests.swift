import Testing

@testable import Syncopate

/// The number that tells catalogues apart.
struct FingerprintTests {
    private let skills = [
        Skill(id: "a", title: "A"), Skill(id: "b", title: "B", requires: [Prerequisite(skill: "a", weight: 0.5)]),
    ]
    private let items = [
        Item(id: "x", title: "X", skills: [SkillWeight(skill: "a")], minutes: 2, difficulty: 1),
        Item(id: "y", title: "Y", skills: [SkillWeight(skill: "b", weight: 2)], requires: ["x"]),
    ]
    private let goals = [Goal(id: "g", purpose: .remember, skills: ["a"], by: 5, learners: ["p"])]

    private func fingerprint(
        _ change: (inout [Skill], inout [Item], inout [Goal]) -> Void = { _, _, _ in }
    ) throws -> UInt64 {
        var (skills, items, goals) = (skills, items, goals)
        change(&skills, &items, &goals)
        return try Catalogue(skills: skills, items: items, goals: goals).fingerprint
    }

    /// Test vectors of FNV-1a, 64 bits (Noll's page of the hash): "", "a", "foobar".
    @Test func theHashIsThePublishedOne() {
        for (text, value) in [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)] {
            var hash = FNVHash()
            for byte in text.utf8 { hash.add(byte: byte) }
            #expect(hash.value == value)
        }
    }

    @Test func whatChangesDecisionsChangesIt() throws {
        let changes: [(inout [Skill], inout [Item], inout [Goal]) -> Void] = [
            { _, _, _ in },
            { skills, _, _ in skills[0].formerly = ["z"] }, { skills, _, _ in skills[1].requires = [] },
            { skills, _, _ in skills[1].requires[0].weight = 0.6 },
            { skills, _, _ in skills[0].nominal = NominalParameters(guess: 0.1) },
            { skills, _, _ in skills.reverse() }, { _, items, _ in items[0].minutes = 3 },
            { _, items, _ in items[0].minutes = nil }, { _, items, _ in items[0].difficulty = 0 },
            { _, items, _ in items[0].discrimination = 2 }, { _, items, _ in items[0].kind = .bonus },
            { _, items, _ in items[0].group = "g" }, { _, items, _ in items[1].requires = [] },
            { _, items, _ in items[0].skills.append(SkillWeight(skill: "b")) },
            { _, items, _ in items[1].skills[0].weight = 3 }, { _, items, _ in items[1].formerly = ["v"] },
            { _, items, _ in items.removeLast() }, { _, _, goals in goals[0].weight = 2 },
            { _, _, goals in goals[0].threshold = 0.9 }, { _, _, goals in goals[0].by = nil },
            { _, _, goals in goals[0].learners = nil }, { _, _, goals in goals[0].learners = [] },
            { _, _, goals in goals[0].purpose = .master }, { _, _, goals in goals[0].items = ["x"] },
        ]
        let all = try changes.map { try fingerprint($0) }
        #expect(Set(all).count == changes.count)
    }

    @Test func titlesDoNotAndUsualFiguresAreTheSameStatedOrNot() throws {
        let plain = try fingerprint()
        #expect(
            try fingerprint { skills, items, _ in
                skills[0].title = "other"
                items[0].title = "other"
                items[0].due = 7
                skills[1].nominal = NominalParameters()
            } == plain)
    }
}
