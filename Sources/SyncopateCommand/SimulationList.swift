import SyncopateStudents

/// All families of students and all policies, a line each.
enum SimulationList {
    /// The list, wrapped to a width; names keep their column.
    static func write(width: Int) -> [UInt8] {
        let families = StudentRegistry.standard.entries
        let policies = PolicyRegistry.standard.entries
        let column = (families.map(\.name.count) + policies.map(\.name.count)).reduce(0, max) + 4
        func lines(_ name: String, _ summary: String) -> [String] {
            var lines = ["  " + name]
            lines[0] += String(repeating: " ", count: max(1, column - lines[0].count))
            var isFirst = true
            for word in summary.split(separator: " ") {
                let last = lines[lines.count - 1]
                if !isFirst, last.count + 1 + word.count > max(width, 60) {
                    lines.append(String(repeating: " ", count: column) + word)
                } else {
                    lines[lines.count - 1] += isFirst ? String(word) : " " + word
                }
                isFirst = false
            }
            return lines
        }
        var text = ["Students (--students)"]
        for family in families { text += lines(family.name, family.summary) }
        for role in PolicyRole.allCases {
            let shown = policies.filter { $0.value.role == role }
            guard !shown.isEmpty else { continue }
            text += ["", "Policies (--policy): \(role.heading)"]
            for policy in shown { text += lines(policy.name, policy.summary) }
        }
        return Array((text.joined(separator: "\n") + "\n").utf8)
    }
}

extension PolicyRole {
    fileprivate var heading: String {
        switch self {
        case .engine: "the engine; run by default"
        case .baseline: "baselines; run by default"
        case .rival: "rivals"
        case .oracle: "oracles, which are told the truth"
        }
    }
}
