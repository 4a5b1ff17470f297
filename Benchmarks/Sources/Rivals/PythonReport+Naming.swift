import PythonScripts

extension PythonScript.Report {
    /// The rival with its version, as a table says it.
    func name(_ package: String, _ more: String = "") -> String {
        let version = versions?[package].map { " " + $0 } ?? ""
        return package + version + (more.isEmpty ? "" : ", " + more)
    }

    /// Why it is left out, as a note.
    var absence: [String] { missing.map { ["left out: " + $0] } ?? [] }

    /// How many a second, where so many took the seconds of a figure.
    func rate(of count: Int, in figure: String = "seconds") -> Double? {
        figures?[figure].map { Double(count) / $0 }
    }
}
