internal import JSONText
internal import Syncopate
internal import SyncopateFormats

/// Why an item is, or is not, what a learner should do next.
enum ExplainMethod: Method {
    static let name: StaticString = "explain"
    static let title = "Why this item, or why not"
    static let summary =
        "Takes one item apart for one learner: where it stands, the answers behind it, and what would change that, each "
        + "change tried out."
    static let isTool = true
    static let parameters = ObjectShape("ExplainParams", Parameter.self)
    static let result = ObjectShape(
        "ExplainResult", isOpen: true,
        [
            Field("learner", .id, required: true, "Identity of the learner."),
            Field("at", .optional(.number(.any)), required: true, "The moment it is for, in Unix seconds."),
            Field("choice", .anything, required: true, "The item with its terms and reasons."),
            Field("rank", .optional(.integer(1...Int.max)), required: true, "Its place among what may be given."),
            Field("candidates", .integer(0...Int.max), required: true, "How many items may be given."),
            Field(
                "withheld", .optional(.word(Withheld.allCases.map(\.rawValue))), required: true, "Why it is not given."),
            Field("first", .anything, required: true, "What comes first instead; null where it is the item itself."),
            Field("skills", .list(.anything, 0...10_000), required: true, "What it exercises, with the evidence."),
            Field("changes", .list(.anything, 0...1_000), required: true, "What would change where it stands."),
        ])

    enum Parameter: Int, WireField {
        case learner, item, at, seed

        var field: Field {
            switch self {
            case .learner: Field("learner", .id, required: true, "Identity of the learner.")
            case .item: Field("item", .id, required: true, "Identity of an item of the catalogue.")
            case .at: Field("at", .time, "The moment it is for; the learner's last event if absent.")
            case .seed: Field("seed", .integer(ServerSettings.seeds), "Seed of the lot between near-equal items.")
            }
        }
    }

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let course = try host.course()
        let recommender = course.recommender
        let item = call.text(Parameter.item) ?? ""
        let at = try call.time(Parameter.at)
        guard let position = recommender.catalogue.position(ofItem: item) else {
            throw WireFault(
                .unknownItem, "the catalogue has no such item", path: "/item",
                hint: Hint.nearest(item, recommender.catalogue.items.map(\.id), else: "name an item of the catalogue"))
        }
        let record = try host.record(of: call.text(Parameter.learner) ?? "", path: "/learner")
        let practice = course.keeper.pointee.practice(of: record)
        let seed = UInt64(call.integer(Parameter.seed) ?? host.settings.seed)
        guard let explanation = recommender.explain(item: position, for: practice, at: at, seed: seed) else { return }
        let line = ExplanationJSON.write(explanation, for: practice, recommender, moment: at.isFinite ? at : nil)
        json.raw(Array(line.dropLast()))
    }

    static func sentence(_ result: JSONTape) -> String {
        let title = result.member(0, "choice").flatMap { result.member($0, "title") }.map { result.string($0) } ?? ""
        if let rank = result.member(0, "rank").flatMap({ result.integer($0) }),
            let all = result.member(0, "candidates").flatMap({ result.integer($0) })
        {
            return "\(title): place \(rank) of \(all) that may be given."
        }
        let code = result.member(0, "withheld").map { result.string($0) }.flatMap { Withheld(rawValue: $0) }
        return "\(title): not given now" + (code.map { ", \($0.words)." } ?? ".")
    }
}
