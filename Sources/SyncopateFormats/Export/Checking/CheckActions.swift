internal import Syncopate

extension CheckReport {
    /// What somebody can do about what was found, most urgent first; empty where there is nothing to do.
    var actions: [String] {
        var actions: [String] = []
        for file in files where !file.isUsable {
            actions.append("Mend or leave out \(file.name): nothing of it can be read.")
        }
        let rows = files.reduce(0) { $0 + $1.rejectedRows }
        let errors = files.reduce(0) { $0 + ($1.isUsable ? $1.count(.error) : 0) }
        if errors > 0 {
            actions.append(
                "Mend \(Self.count(errors, "error", "errors")) named above"
                    + (rows > 0 ? ": \(Self.count(rows, "row is", "rows are")) left out." : "."))
        }
        for course in courses {
            let name = courses.count > 1 ? "\(course.name): " : ""
            actions += course.actions.map { name + $0 }
        }
        return actions
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}

extension CheckedCourse {
    /// What somebody can do about the course's columns, most urgent first.
    fileprivate var actions: [String] {
        var actions: [String] = []
        if audit.active == 0 {
            actions.append("Export the gradebook with scores: nobody in it has one.")
            return actions
        }
        if !audit.columns.contains(where: { !$0.isSetAside && $0.scored > 0 }) {
            actions.append(
                "Check that it is the right file: no column of work tells learners apart, so nothing can be said of what they have "
                    + "mastered.")
        }
        let byScores = setAside.filter { $0.basis == .scores && $0.kind != .constant }
        if !byScores.isEmpty {
            actions.append(
                "Look at \(list(byScores)): their scores do not look like work, so they are set aside. Say otherwise with "
                    + "--items FILE (columns item,kind; kind work).")
        }
        let others = setAside.filter { $0.basis == .title || $0.basis == .points }
        if !others.isEmpty {
            actions.append(
                "Nothing to do where this is right: \(list(others)) \(others.count == 1 ? "is" : "are") set aside by title or points. "
                    + "Say otherwise with --items FILE.")
        }
        if !suspected.isEmpty {
            actions.append(
                "Look at \(list(suspected)): perhaps no work, and counted as work. Set aside with --items FILE (kind "
                    + "attendance, participation, bonus or administrative).")
        }
        if !nearMaximum.isEmpty {
            actions.append(
                "Ask harder questions next time than in \(list(nearMaximum)): nearly everybody has full marks, which tells little."
            )
        }
        if let reliability = audit.reliability, reliability < 0.7 {
            actions.append(
                "Trust differences between learners little: their scores settle \(Rounding.percent(reliability)) % of them."
            )
        }
        return actions
    }

    /// Up to three titles, and how many more.
    private func list(_ columns: [ColumnAudit]) -> String {
        let shown = columns.prefix(3).map { "\"\(title($0))\"" }.joined(separator: ", ")
        return columns.count > 3 ? "\(shown) and \(columns.count - 3) more" : shown
    }
}
