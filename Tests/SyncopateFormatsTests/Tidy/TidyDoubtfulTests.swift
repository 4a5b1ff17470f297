import SyncopateFormats
import TestSupport
import Testing

/// What looks like something else and is taken for what it is, or for nothing.
struct TidyDoubtfulTests {
    private func read(_ text: String, scale: GradeScale? = nil) throws(ReadError) -> ImportedEvidence {
        var options = ReadOptions()
        options.scale = scale
        return try EvidenceReader.read(SourceFile(name: "log", bytes: Array(text.utf8)), options: options)
    }

    /// An event that lists something is an event all the same, whatever the list is called.
    @Test(
        arguments: ["data", "events", "records", "responses", "rows"],
        ["[]", #"["a"]"#, #"[{"learner":"x","item":"y","score":0}]"#])
    func eventsWithLists(_ name: String, _ list: String) throws {
        for text in [
            #"{"learner":"ann","item":"q1","score":1,"\#(name)":\#(list)}"# + "\n"
                + #"{"learner":"bob","item":"q1","score":0}"#,
            "{\"learner\":\"ann\",\n\"\(name)\":\(list),\n\"item\":\"q1\",\"score\":1}\n{\"learner\":\"bob\",\n\"item\":\"q1\",\"score\":0}",
        ] {
            let read = try read(text + "\n")
            #expect(
                read.log.learners.map(\.id) == ["ann", "bob"] && read.log.events.map(\.score) == [1, 0], "\(text)")
        }
    }

    /// Letters beside numbers or grades are no truth.
    @Test(arguments: ["T", "Y", "N", "F"]) func lettersBesideNumbers(_ letter: String) throws {
        let read = try read("learner,item,score,max\nann,q1,8,10\nbob,q1,\(letter),10\n")
        #expect(read.log.events.filter { $0.status == .scored }.map(\.score) == [0.8])
        #expect(read.findings.contains { $0.line == 3 && $0.severity >= .warning } || !read.rejects.isEmpty)
    }

    @Test func lettersThatAreTruth() throws {
        #expect(try read("learner,item,score\na,x,T\nb,x,F\n").log.events.map(\.score) == [1, 0])
        #expect(try read("learner,item,score\na,x,y\nb,x,n\n").log.events.map(\.score) == [1, 0])
        // With a scale a letter is worth what the scale says, or nothing.
        let mixed = try read("learner,item,score\na,x,T\nb,x,N\n")
        #expect(mixed.log.events.isEmpty && mixed.rejects.count == 2)
    }

    /// A quiz tells its questions apart.
    @Test func questionsOfAQuiz() throws {
        let read = try read("quiz_id,user_id,question,correct\nz1,u1,a,1\nz1,u1,b,0\n")
        #expect(read.log.items.map(\.id) == ["a", "b"])
    }

    /// Points possible under another name make points of scores: that is said aloud.
    @Test func pointsPossibleByAnotherName() throws {
        let read = try read("learner,item,score,points_possible\nann,q1,8,10\n")
        #expect(read.log.events.map(\.score) == [0.8])
        #expect(read.findings.contains { $0.rule == .columnTakenAs && $0.severity == .warning && $0.column == 4 })
    }

    @Test func aFailedLookUpIsNoBlank() throws {
        let read = try read("learner,item,score\nann,q1,#N/A\nbob,q1,1\n")
        #expect(read.findings.contains { $0.line == 2 && $0.severity == .error } && read.rejects.count == 1)
    }

    /// Three decimals below zero are not thousands.
    @Test func decimalsBelowZero() throws {
        let read = try read("learner,item,score,order\nann,q1,1,-1.250\nann,q2,0,-2.5\n")
        #expect(read.log.events.map(\.item) == [1, 0] && read.rejects.isEmpty)
    }

    @Test func theLaterRowHasItsOwnSkills() throws {
        let read = try read("learner,item,score,skills,attempt\na,q1,0,x,1\na,q1,1,y,1\n")
        #expect(read.log.events.map(\.score) == [1])
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["y"]])
    }

    @Test func aSectionMayBeCalledAnything() throws {
        let read = try read("learner,item,score,section\nann,q1,1,NA\n")
        #expect(read.log.learners.map(\.section) == ["NA"])
    }

    @Test func whatIsExcusedIsExcused() throws {
        let read = try read("learner,item,score,status\nann,q1,EX,submitted\n")
        #expect(read.log.events.map(\.status) == [.excused])
    }
}
