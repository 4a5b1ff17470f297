/// The gradebook exported by Canvas (Grades, Export).
enum CanvasGradebook {
    static let entry = FormatEntry(
        gradebook: .canvasGradebook, "a Canvas gradebook",
        "Canvas gradebook export: a learner a row, an assignment a column",
        example: "Student,ID,SIS Login ID,Section,Quiz 1 (101)",
        quirks: [
            "EX is excused, N/A not assigned, - and blank say nothing.",
            "The row Points Possible may stand anywhere; totals are not read.",
            "No skills and no times.",
        ],
        layout: { GradebookLayout(canvas: $0, decimal: $1, &$2) }, confidence: { $0.canvas })
}
