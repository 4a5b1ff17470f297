internal import Syncopate

/// What a QTI result says of one item.
struct QTIItemResult {
    let identifier: String
    let datestamp: String
    private let session: String
    private let sequence: Double
    private var variables: [QTIVariable] = []

    /// Reads the element that has just begun to its end.
    init(_ xml: inout XMLReader) throws(ContainerFault) {
        identifier = xml.attribute("identifier") ?? ""
        datestamp = xml.attribute("datestamp") ?? ""
        session = xml.attribute("sessionStatus") ?? ""
        sequence = xml.attribute("sequenceIndex").flatMap { Double(decimal: $0) } ?? .nan
        let outside = xml.depth - 1
        while true {
            switch try xml.next() {
            case .finish: return
            case .end: if xml.depth == outside { return }
            case .text: break
            case .start:
                if xml.isNamed("responseVariable") {
                    variables.append(try QTIVariable(&xml, isResponse: true))
                } else if xml.isNamed("outcomeVariable") {
                    variables.append(try QTIVariable(&xml, isResponse: false))
                } else {
                    try xml.skipElement()
                }
            }
        }
    }

    private func outcome(_ name: String) -> QTIVariable? {
        variables.first { !$0.isResponse && $0.identifier == name }
    }

    /// The single value of something the session counts.
    private func counted(_ name: String) -> String? {
        variables.first { $0.isResponse && Self.plain($0.identifier) == name }?.answer.first
    }

    /// A name as programs write it in different ways: numAttempts, num_attempts.
    private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

    /// What a session counts about itself.
    private static let counts: Set<String> = ["numattempts", "duration"]

    /// The variables that are answers, and not what the session counts about itself.
    private var responses: [QTIVariable] {
        variables.filter { $0.isResponse && !Self.counts.contains(Self.plain($0.identifier)) }
    }

    /// Sets what the event says of a score, and whether it was found by comparing answers.
    func judge(into event: inout TidyEvent) throws(TidyValues.Fault) -> Bool {
        event.order = sequence
        let attempts = counted("numattempts").flatMap { Double(decimal: $0) }
        if let attempts, attempts >= 1 { event.attempt = try TidyValues.attempt(attempts) }
        if let text = counted("duration"), let seconds = ISODuration.seconds(text) ?? Double(decimal: text) {
            event.seconds = try TidyValues.seconds(seconds)
        }
        let score = outcome("SCORE")
        if let maximum = outcome("MAXSCORE")?.answer.first {
            event.maximum = try TidyValues.maximum(Double(decimal: maximum))
        } else if let maximum = score?.normalMaximum {
            event.maximum = try TidyValues.maximum(Double(decimal: maximum))
        }
        switch session {
        case "pendingSubmission":
            event.status = .inProgress
            return false
        case "pendingResponseProcessing", "pendingExternalScoring":
            event.status = .notYetGraded
            return false
        case "initial":
            event.status = .unknownBlank
            return false
        default: break
        }
        let isAnswered = responses.contains { !$0.answer.isEmpty }
        // A score that an item has before anything was answered is none.
        if attempts == 0 || outcome("completionStatus")?.answer.first == "not_attempted",
            !isAnswered
        {
            event.status = .missing
            return false
        }
        if let text = score?.answer.first {
            guard let points = Double(decimal: text) else {
                throw TidyValues.Fault(
                    rule: .notANumber, field: .score, message: "SCORE is no number",
                    remedy: "correct it, or leave it out", found: text)
            }
            guard points.isFinite else {
                throw TidyValues.Fault(
                    rule: .notFinite, field: .score, message: "SCORE is no finite number",
                    remedy: "correct it, or leave it out", found: text)
            }
            guard points >= 0 else {
                throw TidyValues.Fault(
                    rule: .negativeScore, field: .score, message: "a score cannot be below zero",
                    remedy: "correct it, or leave it out", found: text)
            }
            event.status = .scored
            event.points = points
            event.isPoints = event.maximum.isNaN
            return false
        }
        guard isAnswered else {
            event.status = responses.isEmpty ? .unknownBlank : .missing
            return false
        }
        let verdicts = responses.map(\.isRight)
        guard !verdicts.contains(nil) else {
            event.status = .notYetGraded
            return false
        }
        event.status = .scored
        event.isShare = true
        event.points = verdicts.contains(false) ? 0 : 1
        return true
    }
}
