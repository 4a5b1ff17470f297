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
        guard path != "-" else { return "standard input" }
        let file = String(path.split(separator: "/").last ?? "input")
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
        return String(file[..<dot])
    }
}
