/// The student whom Canvas puts into a course for its teachers to see it as students do (Student View).
enum CanvasTestStudent {
    /// What it is called, lower case: in English, German and French as Canvas has it (`student_view_student_name` in its
    /// config/locales), in other languages as they would say it.
    private static let names: Set<String> = [
        "test student", "teststudierende*r", "teststudierende", "teststudent", "étudiant test", "étudiante test",
        "estudiante de prueba", "alumno de prueba", "estudante de teste", "aluno de teste", "studente di prova",
        "studente test", "student testowy", "teststuderende", "testelev",
    ]

    /// Whether it is called so, whichever name stands first. Markdown may guard an asterisk.
    static func isName(_ name: String) -> Bool {
        var name = name.lowercased()
        if name.utf8.contains(UInt8(ascii: "\\")) { name.removeAll { $0 == "\\" } }
        if names.contains(name) { return true }
        guard let comma = name.firstRange(of: ", ") else { return false }
        return names.contains(name[comma.upperBound...] + " " + name[..<comma.lowerBound])
    }

    /// Whether a login is made as Canvas makes that of its test student: 40 hexadecimal digits (`hmac_sha1`, course.rb).
    static func isLogin(_ login: String) -> Bool {
        login.utf8.count == 40
            && login.utf8.allSatisfy { $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
    }

    /// Whether logins of that shape mean test students: not where most have one, being kept secret so.
    static func isTold(generated: Int, ordinary: Int) -> Bool { generated > 0 && ordinary >= generated }
}
