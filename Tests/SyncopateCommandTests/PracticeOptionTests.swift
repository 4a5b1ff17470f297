import Testing

/// Options of practice from a catalogue that are refused, with their messages.
struct PracticeOptionTests {
    static let values: [([String], String)] = [
        (["--certainty", "0.4"], "--certainty takes a probability from 0.5 to 0.999."),
        (["--certainty", "1"], "--certainty takes a probability from 0.5 to 0.999."),
        (["--certainty", "nan"], "--certainty takes a probability from 0.5 to 0.999."),
        (["--minutes-a-day", "0"], "--minutes-a-day takes a number above 0 and up to 1440."),
        (["--minutes-a-day", "inf"], "--minutes-a-day takes a number above 0 and up to 1440."),
        (["--most-in-a-row", "0"], "--most-in-a-row takes a whole number from 1 to 32."),
        (["--most-in-a-row", "33"], "--most-in-a-row takes a whole number from 1 to 32."),
        (["--most-in-a-row", "2", "--alike", "colour"], "Please provide one of 'skill', 'group' or 'kind'."),
        (["--alike", "group"], "--alike goes with --most-in-a-row K."),
        (["--choices", "0"], "--choices takes a whole number from 1 to 100."),
        (["--choices", "2", "--nearness", "1.5"], "--nearness takes a share from 0 to 1."),
        (["--nearness", "0.5"], "--nearness goes with --choices K of 2 or more."),
        (["--exposure-share", "0"], "--exposure-share takes a share from 0.001 to 1."),
        (["--utc-offset", "Paris"], "--utc-offset takes an offset such as +02:00 or -05:30, or hours"),
        (["--utc-offset", "+15:00"], "--utc-offset takes an offset such as +02:00 or -05:30, or hours"),
        (["--pin", "x", "--ban", "x"], "\"x\" is both pinned and banned."),
        (["--pin", ""], "--pin is empty."), (["--ban", ""], "--ban is empty."),
        (["--learner", ""], "--learner is empty."),
        (["--catalogue", ""], "--catalogue is empty."),
        (["--at", "soon"], "--at takes RFC 3339 with a zone, a date, or Unix seconds"),
        (["--catalogue", "-", "-"], "Standard input (-) can be read only once."),
        (["--max", "0"], "--max takes a number above 0."),
    ]

    @Test(arguments: values) func valuesOutOfRange(_ arguments: [String], _ message: String) throws {
        for start in [["recommend"], ["explain", "--learner", "p01"]] {
            let outcome = try Workplace().run(start + ["log.csv", "--catalogue", "c.json"] + arguments)
            // Naming a second learner is a fault of its own in explain.
            guard start.count == 1 || arguments.first != "--learner" else { continue }
            #expect(outcome.status == 64 && outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }

    /// What belongs to a gradebook does not go with a catalogue.
    @Test(arguments: [["--skills", "m.csv"], ["--items", "i.csv"], ["--goal", "0.7"]])
    func optionsOfGradebooks(_ arguments: [String]) throws {
        let outcome = try Workplace().run(["recommend", "log.csv", "--catalogue", "c.json"] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains("\(arguments[0]) goes without --catalogue"), "\(outcome.messages)")
    }

    /// And the other way round.
    @Test(arguments: [
        ["--certainty", "0.9"], ["--minutes-a-day", "20"], ["--most-in-a-row", "3"], ["--pin", "x"], ["--ban", "x"],
        ["--choices", "2"], ["--exposure-share", "0.5"], ["--utc-offset", "-05:00"], ["--learner", "x"],
    ])
    func optionsOfCatalogues(_ arguments: [String]) throws {
        let outcome = try Workplace().run(["recommend", Sample.gradebook] + arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains("\(arguments[0]) goes with --catalogue FILE."), "\(outcome.messages)")
    }

    @Test(arguments: [
        (["recommend", "--catalogue", "c.json"], "Name at least one log (- is standard input), or new learners"),
        (["explain", "log.csv", "--learner", "x"], "Name the catalogue with --catalogue FILE."),
        (["explain", "log.csv", "--catalogue", "c.json"], "Name one learner with --learner ID."),
        (["explain", "log.csv", "--catalogue", "c", "--learner", "a", "--learner", "b"], "Name one learner"),
        (["explain", "log.csv", "--catalogue", "c", "--learner", "a", "--item", ""], "--item is empty."),
        (["explain", "log.csv", "--catalogue", "c", "--learner", "a", "--output", "csv"], "one of 'text' and 'json'."),
    ])
    func whatIsMissing(_ arguments: [String], _ message: String) throws {
        let outcome = try Workplace().run(arguments)
        #expect(outcome.status == 64 && outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    /// Days begin by the learners' clocks: five minutes after their midnight none of yesterday's minutes count.
    @Test(arguments: [("+02:00", true), ("+0200", true), ("2", true), ("-03:30", false), ("Z", false)])
    func daysBeginByTheClock(_ offset: String, _ isNewDay: Bool) throws {
        let workplace = try Workplace()
        try workplace.write("c.json", #"{"items":[{"id":"x","minutes":10},{"id":"y","minutes":10}]}"#)
        try workplace.write("log.csv", "learner,item,score,max,at\na,x,1,1,2026-05-03T21:50:00Z\n")
        let outcome = try workplace.run(
            "recommend", "log.csv", "--catalogue", "c.json", "--minutes-a-day", "15", "--at", "2026-05-03T22:05:00Z",
            "--utc-offset", offset)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try outcome.objects().first?.items.isEmpty == !isNewDay)
    }
}
