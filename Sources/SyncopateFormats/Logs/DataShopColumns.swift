/// Where a DataShop export has what.
struct DataShopColumns {
    let headers: [String]
    let learner: Int
    let problem: Int
    let step: Int?
    /// Where the problem stands in the curriculum: units, sections, or all of it in one column.
    let hierarchy: [Int]
    /// `Outcome` of a transaction, `First Attempt` of a student-step.
    let outcome: Int
    /// Whether the outcome is 1 or 0, as in the exports of the KDD Cup 2010 (`Correct First Attempt`).
    let isNumbered: Bool
    let isTransaction: Bool
    let time: Int?
    let zone: Int?
    let attempt: Int?
    let transaction: Int?
    /// How often the learner has opened the problem.
    let view: Int?
    /// Columns with the skills of the first model; a transaction has one for each skill.
    let skills: [Int]
    /// The first model's name.
    let model: String?
    /// Models that are not read.
    let otherModels: [String]

    /// `nil` where the header is that of neither export.
    init?(_ headers: [String]) {
        self.headers = headers
        let lower = headers.map { $0.lowercased() }
        func position(_ name: String) -> Int? { lower.firstIndex(of: name) }
        guard let learner = position("anon student id"), let problem = position("problem name"),
            let outcome = position("outcome") ?? position("first attempt") ?? position("correct first attempt")
        else { return nil }
        self.learner = learner
        self.problem = problem
        self.outcome = outcome
        isTransaction = position("outcome") != nil
        isNumbered = lower[outcome] == "correct first attempt"
        let levels = lower.indices.filter { lower[$0].hasPrefix("level (") }
        hierarchy = position("problem hierarchy").map { [$0] } ?? levels
        step = position("step name")
        time = position("time") ?? position("first transaction time")
        zone = position("time zone")
        attempt = position("attempt at step")
        transaction = position("transaction id")
        view = position("problem view")
        var models: [String] = []
        for header in headers {
            if let name = Self.model(header), !models.contains(name) { models.append(name) }
        }
        model = models.first
        otherModels = Array(models.dropFirst())
        skills = headers.indices.filter { Self.model(headers[$0]) == models.first && !models.isEmpty }
    }

    /// The name in `KC (name)`, or in `KC(name)` as the KDD Cup 2010 has it.
    private static func model(_ header: String) -> String? {
        let lower = header.lowercased()
        guard header.hasSuffix(")"), let start = ["kc (", "kc("].first(where: { lower.hasPrefix($0) }) else {
            return nil
        }
        return String(header.dropFirst(start.count).dropLast())
    }

    /// Why a header is none that is read.
    static func refusal(_ headers: [String]) -> (rule: FindingRule, message: String, remedy: String) {
        let lower = Set(headers.map { $0.lowercased() })
        if lower.contains("correct first attempts") || lower.contains("avg assistance score") {
            return (
                .wrongKindOfFile, "this is a student-problem export of DataShop, which sums up the steps of a problem",
                "export transactions or student-steps"
            )
        }
        return (
            .missingColumn, "a DataShop export has Anon Student Id, Problem Name, and Outcome or First Attempt",
            "export transactions or student-steps, tab delimited"
        )
    }
}
