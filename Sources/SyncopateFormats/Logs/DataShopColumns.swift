/// Where a DataShop export has what.
struct DataShopColumns {
    let headers: [String]
    let learner: Int
    let problem: Int
    let step: Int?
    /// `Outcome` of a transaction, `First Attempt` of a student-step.
    let outcome: Int
    let isTransaction: Bool
    let time: Int?
    let zone: Int?
    let attempt: Int?
    let transaction: Int?
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
            let outcome = position("outcome") ?? position("first attempt")
        else { return nil }
        self.learner = learner
        self.problem = problem
        self.outcome = outcome
        isTransaction = position("outcome") != nil
        step = position("step name")
        time = position("time") ?? position("first transaction time")
        zone = position("time zone")
        attempt = position("attempt at step")
        transaction = position("transaction id")
        var models: [String] = []
        for header in headers {
            if let name = Self.model(header), !models.contains(name) { models.append(name) }
        }
        model = models.first
        otherModels = Array(models.dropFirst())
        skills = headers.indices.filter { Self.model(headers[$0]) == models.first && !models.isEmpty }
    }

    /// The name in `KC (name)`.
    private static func model(_ header: String) -> String? {
        guard header.lowercased().hasPrefix("kc ("), header.hasSuffix(")") else { return nil }
        return String(header.dropFirst(4).dropLast())
    }
}
