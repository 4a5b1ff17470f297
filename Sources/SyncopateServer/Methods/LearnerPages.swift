internal import JSONText
internal import Syncopate

/// A list about learners, cut into pages that fit a line.
///
/// The cursor is the number of the first learner of the page among those asked for.
struct LearnerPages {
    /// Those asked for.
    let learners: [String]
    /// Where the page begins.
    let start: Int

    static let cursorField = Field(
        "cursor", .text(1...20), "`next` of the page before, with otherwise the same request.")
    static let nextField = Field("next", .text(1...20), "Where there are more: what to give as cursor.")
    static let limit = 500

    /// - Parameters:
    ///   - names: where the list of learners stands.
    ///   - cohort: where the name of a cohort stands, instead.
    init(_ call: Call, names: Int?, cohort: Int?, cursor: String?, _ host: EngineHost) throws(WireFault) {
        switch (names, cohort) {
        case (let list?, nil): learners = call.tape.elements(list).map { call.tape.string($0) }
        case (nil, let name?):
            learners = try host.cohort(call.tape.string(name)).present.map(\.learner)
        case (nil, nil):
            throw WireFault(
                .invalidParams, "it does not say whom it is about", path: "/learners",
                hint: "give learners, or a cohort")
        default:
            throw WireFault(
                .invalidParams, "learners and a cohort exclude each other", path: "/cohort",
                hint: "leave one of them out")
        }
        start = try Self.start(cursor, count: learners.count)
    }

    static func start(_ cursor: String?, count: Int) throws(WireFault) -> Int {
        guard let cursor else { return 0 }
        guard let start = Int(cursor), (0...count).contains(start) else {
            throw WireFault(
                .invalidParams, "there is no such page", path: "/cursor", hint: "give next as it was returned")
        }
        return start
    }

    /// Writes a list of as many as there is room for.
    ///
    /// - Parameters:
    ///   - room: most bytes of the list and of what has to follow it.
    ///   - element: writes one; the first is written whatever its size.
    /// - Returns: where to go on; `nil` where all were written.
    static func write(
        _ key: StaticString, _ range: Range<Int>, room: Int, to json: inout JSONWriter,
        _ element: (Int, inout JSONWriter) throws(WireFault) -> Void
    ) throws(WireFault) -> Int? {
        let begin = json.bytes.count
        var next: Int?
        json.key(key)
        json.beginArray()
        for number in range {
            let mark = json.mark
            try element(number, &json)
            // Room for the rest of the object, `next` among it.
            if json.bytes.count - begin > room - 64, number > range.lowerBound {
                json.goBack(to: mark)
                next = number
                break
            }
        }
        json.endArray()
        return next
    }

    /// Writes where to go on, if anywhere.
    static func write(next: Int?, to json: inout JSONWriter) {
        guard let next else { return }
        json.key("next")
        json.string(String(next))
    }
}

extension EngineHost {
    /// A cohort by its identity.
    func cohort(_ id: String, path: String = "/cohort") throws(WireFault) -> Cohort {
        guard let cohort = cohorts[id] else {
            throw WireFault(
                .invalidCatalogue, "there is no such cohort", path: path,
                hint: Hint.nearest(id, cohorts.ids, else: cohorts.isEmpty ? "send one with define" : "see describe"))
        }
        return cohort
    }
}
