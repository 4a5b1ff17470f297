import SyncopateStudents

/// All families of students and all policies, a line each.
enum SimulationList {
    /// The list, wrapped to a width; names keep their column.
    static func write(width: Int) -> [UInt8] {
        let families = StudentRegistry.standard.entries.map { (name: $0.name, summary: $0.summary) }
        let policies = PolicyRole.allCases.map { role in
            (
                heading: "Policies (--policy): \(role.heading)",
                lines: PolicyRegistry.standard.entries.filter { $0.value.role == role }
                    .map { (name: $0.name, summary: $0.summary) }
            )
        }
        return write([(heading: "Students (--students)", lines: families)] + policies, width: width)
    }

    /// Names and summaries under headings; a section without any is left out.
    static func write(
        _ sections: [(heading: String, lines: [(name: String, summary: String)])], width: Int
    ) -> [UInt8] {
        let column = sections.flatMap(\.lines).map(\.name.count).reduce(0, max) + 4
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
        var text: [String] = []
        for section in sections where !section.lines.isEmpty {
            if !text.isEmpty { text.append("") }
            text.append(section.heading)
            for line in section.lines { text += lines(line.name, line.summary) }
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
