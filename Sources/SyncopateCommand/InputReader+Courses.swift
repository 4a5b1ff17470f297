import Syncopate
import SyncopateFormats

extension InputReader {
    /// Says what the last of several exports changed.
    func say(_ changes: ExportChanges?, of course: Course, among courses: [Course]) {
        guard let changes, !isQuiet else { return }
        let name = courses.count > 1 ? "\(course.name): " : ""
        Terminal.say(name + ExportWords.sentence(changes))
        if changes.looksReversed {
            warn("\(name)more scores are gone than came: are the exports given oldest first?")
        }
    }

    /// A file's name without folder and ending.
    static func name(of path: String) -> String {
        guard path != "-" else { return StandardInput.name }
        let file = String(path.split(separator: "/").last ?? "input")
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }

    /// Ends the command where an earlier plan is about none of the columns there are: it is another course's.
    func check(_ plan: AdvicePlan?, among courses: [Course]) throws {
        guard let plan, !plan.columns.isEmpty else { return }
        let items = Set(courses.flatMap { $0.log.items.map(\.id) })
        guard !plan.columns.contains(where: { items.contains($0.item) }) else { return }
        Terminal.say(
            "syncopate: none of the plan's \(plan.columns.count) columns is in the files: give --since the plan of this course"
        )
        throw ProgramExit.data
    }
}
