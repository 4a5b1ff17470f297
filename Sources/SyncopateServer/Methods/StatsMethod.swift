internal import JSONText

/// What was asked so far, and what went wrong.
enum StatsMethod: Method {
    static let name: StaticString = "stats"
    static let title = "What was asked so far"
    static let summary =
        "Counts requests, notifications, events and errors since the program started, what became of decisions, and, if "
        + "asked, where the time went."
    static let parameters = ObjectShape("StatsParams", Parameter.self)
    static let result = ObjectShape(
        "StatsResult",
        [
            Field("learners", .integer(0...Int.max), required: true, "Learners held."),
            Field(
                "skill_sets", .integer(0...Int.max), required: true,
                "Different sets of skills of answers on other items."),
            Field("requests", .integer(0...Int.max), required: true, "Requests answered, errors among them."),
            Field("notifications", .integer(0...Int.max), required: true, "Notifications taken."),
            Field("failed_notifications", .integer(0...Int.max), required: true, "Those that failed; nobody was told."),
            Field("events", .table(.integer(0...Int.max)), required: true, "Events by what came of them."),
            Field(
                "decisions", .table(.integer(0...Int.max)), required: true, "Echoed decisions by what became of them."),
            Field("errors", .table(.integer(0...Int.max)), required: true, "Errors by kind, those that occurred."),
            Field(
                "stages", .table(.number(.notNegative)),
                "Seconds spent on reading lines, on belief, on advice, and on answering, up to this request."),
            Field(
                "methods", .table(.object(methodTime)),
                "What answering each method took, errors among them, up to this request."),
        ])

    /// Times are no two runs the same, so they are only told to whoever asks.
    enum Parameter: Int, WireField {
        case times

        var field: Field {
            Field("times", .boolean, "Whether to say where the time went too, if the program has a clock.")
        }
    }

    private static let methodTime = ObjectShape(
        "MethodTime",
        [
            Field("count", .integer(0...Int.max), required: true, "Answers."),
            Field("seconds", .number(.notNegative), required: true, "Seconds they took, reading lines not counted."),
            Field("slowest", .number(.notNegative), required: true, "Seconds the slowest took."),
        ])

    static func run(_ call: Call, _ host: EngineHost, to json: inout JSONWriter) throws(WireFault) {
        let counters = host.counters
        json.beginObject()
        json.key("learners")
        json.integer(host.learners.count)
        json.key("skill_sets")
        json.integer(host.activeCourse?.keeper.pointee.subjects.count ?? 0)
        json.key("requests")
        json.integer(counters.requests)
        json.key("notifications")
        json.integer(counters.notifications)
        json.key("failed_notifications")
        json.integer(counters.failedNotifications)
        json.key("events")
        json.beginObject()
        json.key("applied")
        json.integer(counters.applied)
        json.key("noted")
        json.integer(counters.noted)
        json.key("duplicates")
        json.integer(counters.duplicates)
        json.key("rejected")
        json.integer(counters.rejected)
        json.endObject()
        json.key("decisions")
        json.beginObject()
        json.key("accepted")
        json.integer(counters.accepted)
        json.key("skipped")
        json.integer(counters.skipped)
        json.key("overridden")
        json.integer(counters.overridden)
        json.endObject()
        json.key("errors")
        json.beginObject()
        for kind in ErrorKind.allCases {
            guard let count = counters.faults[kind] else { continue }
            json.key(kind.rawValue)
            json.integer(count)
        }
        json.endObject()
        if host.stages.isOn, call.slots[Parameter.times].map({ call.tape.kind($0) == .yes }) ?? false {
            write(host.stages, to: &json)
        }
        json.endObject()
    }

    private static func write(_ timer: StageTimer, to json: inout JSONWriter) {
        func seconds(_ nanoseconds: UInt64) -> Double { Double(nanoseconds) / 1e9 }
        json.key("stages")
        json.beginObject()
        for stage in Stage.allCases {
            json.key(stage.word)
            json.number(timer.seconds(stage))
        }
        json.endObject()
        json.key("methods")
        json.beginObject()
        for method in MethodTable.all {
            guard let time = timer.time(of: method) else { continue }
            json.key("\(method.name)")
            json.beginObject()
            json.key("count")
            json.integer(time.count)
            json.key("seconds")
            json.number(seconds(time.nanoseconds))
            json.key("slowest")
            json.number(seconds(time.slowest))
            json.endObject()
        }
        json.endObject()
    }
}
