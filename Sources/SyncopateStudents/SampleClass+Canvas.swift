extension SampleClass {
    /// The class as a Canvas gradebook export: what a teacher downloads.
    ///
    /// The last row is Canvas's own test student, as in a real export.
    public func canvasGradebook(section: String = "Mathematics 7B") -> String {
        var text = "Student,ID,SIS Login ID,Section"
        for column in columns { text += ",\"\(column.title) (\(column.number))\"" }
        text += ",Current Score,Unposted Current Score,Final Score,Unposted Final Score\n"
        text += "    Points Possible,,,"
        for column in columns { text += ",\(column.points).00" }
        text += String(repeating: ",(read only)", count: 4) + "\n"
        for (i, name) in names.enumerated() {
            text += "\"\(name)\",\(7_001 + i),learner\(i + 1),\(section)"
            var earned = 0.0
            var possible = 0.0
            for (column, cell) in zip(columns, cells[i]) {
                switch cell {
                case .points(let points):
                    text += ",\(Self.twoDecimals(points))"
                    earned += points
                    possible += Double(column.points)
                case .excused: text += ",EX"
                case .blank: text += ","
                }
            }
            let total = possible > 0 ? Self.twoDecimals((10_000 * earned / possible).rounded() / 100) : ""
            text += ",\(total),\(total),\(total),\(total)\n"
        }
        text += "\"Student, Test\",9999,testonly,\(section)"
        text += String(repeating: ",", count: columns.count + 4) + "\n"
        return text
    }

    /// The skill of every column that has one: `item,skill,weight`.
    public func skillMap() -> String {
        var text = "item,skill,weight\n"
        for column in columns {
            guard let skill = column.skill else { continue }
            text += "\(column.number),\(skills[skill]),1\n"
        }
        return text
    }

    private static func twoDecimals(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
