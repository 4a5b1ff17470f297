import Syncopate
import Testing

@testable import SyncopateStudents

struct RegistryTests {
    private static let students = StudentRegistry.standard.entries
    private static let policies = PolicyRegistry.standard.entries

    @Test func namesAreShortAndOneThingEach() {
        for names in [Self.students.map(\.name), Self.policies.map(\.name)] {
            #expect(Set(names).count == names.count)
            for name in names {
                #expect(
                    name.allSatisfy { $0 == "-" || ("a"..."z").contains($0) || ("0"..."9").contains($0) }, "\(name)")
                // "all" stands for everything, and a comma parts names.
                #expect(name != "all" && !name.isEmpty && name.first != "-" && name.count <= 28, "\(name)")
            }
        }
        for summary in Self.students.map(\.summary) + Self.policies.map(\.summary) {
            #expect(!summary.isEmpty && !summary.hasSuffix(".") && !summary.contains("\n"), "\(summary)")
        }
    }

    /// Cells of a matrix are found by these.
    @Test func matricesTellThemApart() {
        #expect(Set(Self.students.map(\.value.name)).count == Self.students.count)
        #expect(Set(Self.policies.map(\.value.family.name)).count == Self.policies.count)
    }

    /// Whoever is shown the student is called an oracle, and nobody else is.
    @Test func rolesAreTrue() {
        for policy in Self.policies {
            for family in Self.students where family.value.suits(policy.value.family) {
                let brief = Self.brief(of: family.value)
                let chooser = policy.value.family.policy(for: brief, seed: 1, exposures: ItemExposures())
                #expect((policy.value.role == .oracle) == (chooser is any OraclePolicy), "\(policy.name)")
            }
            #expect(policy.value.role.isHonest == (policy.value.role != .oracle))
        }
    }

    @Test func everybodyMeetsSomebody() {
        for family in Self.students {
            #expect(
                Self.policies.contains { $0.value.role == .baseline && family.value.suits($0.value.family) },
                "\(family.name) has no baseline")
        }
        for policy in Self.policies {
            #expect(Self.students.contains { $0.value.suits(policy.value.family) }, "\(policy.name) suits nobody")
        }
    }

    @Test func namesAreFound() {
        let registry = PolicyRegistry.standard
        for entry in registry.entries { #expect(registry[entry.name]?.summary == entry.summary) }
        #expect(registry["Random"] == nil && registry[""] == nil)
        #expect(registry.nearest(to: "lietner") == ["leitner"])
        #expect(registry.nearest(to: "Round-Robin") == ["round-robin"])
        #expect(registry.nearest(to: "random-item") == ["random-items", "random"])
        #expect(registry.nearest(to: "oracle") == ["oracle-state", "oracle-parameters", "oracle-look-ahead"])
        #expect(registry.nearest(to: "oracle", count: 1) == ["oracle-state"])
        #expect(registry.nearest(to: "oracle", count: -1).isEmpty)
        #expect(registry.nearest(to: "").isEmpty && registry.nearest(to: "zzz").isEmpty)
        #expect(StudentRegistry.standard.nearest(to: "exam-8") == ["exam-6", "exam-10"])
    }

    private static func brief(of family: any StudentFamily) -> TutoringBrief { family.student(seed: 1).brief }
}
