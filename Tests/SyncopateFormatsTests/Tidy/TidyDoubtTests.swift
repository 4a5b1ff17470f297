import Syncopate
import SyncopateFormats
import Testing

/// Cells that are most likely something else than they seem, or nothing.
struct TidyDoubtTests {
    /// Numbers that cannot be seconds since 1970 in a log of learners are doubted once.
    @Test(arguments: [
        ("56943", "a spreadsheet counts"), ("44197.5", "a spreadsheet counts"), ("20210901", "without its hyphens"),
        ("0", "some other beginning"), ("571323", "some other beginning"), ("1.6E+09", "rounded"),
    ])
    func times(_ time: String, _ words: String) throws {
        let text = "learner,item,score,at\na,x,1,\(time)\na,y,1,\(time)\nb,x,0,\(time)\nb,y,0,\(time)\n"
        let read = try read(text)
        #expect(read.places(.badTime) == ["2:4"] && read.counts.scored == 4 && !read.hasErrors)
        let finding = try #require(read.findings.first { $0.rule == .badTime })
        #expect(finding.severity == .warning && finding.message.contains(words) && finding.excerpt == time)
        let json = try SyncopateFormatsTests.read("{\"learner\":\"a\",\"item\":\"x\",\"score\":1,\"at\":\(time)}")
        #expect(json.findings.contains { $0.rule == .badTime && $0.message == finding.message })
    }

    @Test func plausibleTimes() throws {
        #expect(
            try read("learner,item,score,at\na,x,1,1600000000\na,y,1,1985-01-01T00:00:00Z\n").findings.isEmpty)
    }

    /// A clock that stands still drops real tries: that is no case of nothing to do.
    @Test func aStandingClock() throws {
        let read = try read("learner,item,correct,at\n7,q1,0,1600000000\n7,q1,0,1600000000\n7,q2,1,1600000000\n")
        let found = read.findings.filter { $0.rule == .duplicateEvent }
        #expect(found.map(\.severity) == [.warning, .note] && found.map(\.line) == [2, 3])
        #expect(found.allSatisfy { $0.remedy != "nothing to do" && $0.remedy.contains("attempt") })
    }

    /// A time or a mode that cannot be read is left out, and the score kept.
    @Test(arguments: ["2024-01-05 10:00:00", "2024-01-06", "1/5/2024 10:00", "yesterday", "1788244200000"])
    func unreadableTimes(_ time: String) throws {
        for text in [
            "learner,item,score,at\na,x,1,\(time)\n",
            "{\"learner\":\"a\",\"item\":\"x\",\"score\":1,\"at\":\"\(time)\"}\n",
        ] {
            let read = try read(text)
            #expect(read.score("a", "x") == 1 && read.event("a", "x")?.at.isNaN == true && read.rejects.isEmpty)
            let finding = try #require(read.findings.first { $0.rule == .badTime })
            #expect(finding.severity == .error && finding.columnHeader == "at" && finding.excerpt == time)
        }
        #expect(refusal("learner,item,score,at\na,x,1,\(time)\n", ReadOptions(strict: true)) != nil)
    }

    @Test func foreignModes() throws {
        let read = try read("learner,item,score,mode\na,x,1,zoom\n")
        #expect(read.score("a", "x") == 1 && read.event("a", "x")?.mode == nil)
        #expect(read.places(.badValue) == ["2:4"] && !read.hasErrors)
    }

    @Test(arguments: [
        ("1", "graded", Status.scored, 0), ("1", "correct", .scored, 0), ("0.5", "late", .scored, 1),
        ("", "absent", .missing, 0), ("", "submitted", .notYetGraded, 0), ("1", "submitted", .scored, 0),
        ("", "exempt", .excused, 0), ("", "not submitted", .missing, 0),
    ])
    func statusWords(_ score: String, _ word: String, _ status: Status, _ warnings: Int) throws {
        let read = try read("learner,item,score,status\na,x,\(score),\(word)\n")
        #expect(read.status("a", "x") == status && read.findings.count == warnings)
        #expect(read.places(.unknownStatus) == (warnings == 0 ? [] : ["2:4"]) && !read.hasErrors)
    }

    @Test func aForeignStatusWithoutAScore() throws {
        let read = try read("learner,item,score,status\na,x,,late\n")
        #expect(read.rejects.map(\.line) == [2] && read.places(.unknownStatus) == ["2:4"])
    }

    /// What programs write where nothing is known.
    @Test(arguments: ["NA", "NaN", "nan", "NULL", "null", "None", "N/A", "#N/A", "\\N"])
    func missingWords(_ word: String) throws {
        let read = try read(
            "learner,item,score,section,title,skill,max,at\n\(word),x,1,,,,,\na,\(word),1,,,,,\n"
                + "a,x,1,\(word),\(word),\(word),\(word),\(word)\n=\"\(word)\",=\"\(word)\",1,=\"\(word)\",,,,\n")
        #expect(read.places(.blankID) == ["2:1"] && read.places(.unnamedItem) == ["3:2"])
        #expect(read.rejects.map(\.line) == [2, 3])
        #expect(read.learnerIDs == ["a", word] && read.itemIDs == ["x", word])
        #expect(read.log.learners.map(\.section) == [word, word] && read.log.items[0].title == "x")
        #expect(read.log.items[0].skills.isEmpty && read.log.items[0].maximum == nil)
        #expect(read.log.events.map(\.score) == [1, 1] && read.log.events.allSatisfy { $0.at.isNaN })
        // What is really called so comes back.
        for bytes in [TidyWriter.csv(read.log), TidyWriter.jsonLines(read.log)] {
            let again = try EvidenceReader.read(SourceFile(name: "again", bytes: bytes))
            #expect(again.log.learners == read.log.learners && again.itemIDs == read.itemIDs)
        }
    }

    @Test(arguments: ["NA", "NaN", "NULL", ".", "\\N", "null", "None"]) func missingScores(_ word: String) throws {
        let read = try read("learner,item,score\na,x,\(word)\nb,x,1\n")
        #expect(read.status("a", "x") == .unknownBlank && read.score("b", "x") == 1 && read.findings.isEmpty)
        let canvas = try SyncopateFormatsTests.read(
            "Student,ID,Section,Essay (1)\nPoints Possible,,,10\nAnn,1,S,\(word)\nBob,2,S,5\n")
        #expect(canvas.status("1", "1") == .unknownBlank && canvas.score("2", "1") == 0.5 && canvas.findings.isEmpty)
    }

    /// An item's id that a spreadsheet has rounded stands for many.
    @Test func damagedItems() throws {
        let read = try read("learner,item,score\na,1.23457E+11,1\na,=\"1.2E+11\",1\n")
        #expect(read.places(.damagedID) == ["2:2"] && read.itemIDs == ["1.2E+11"])
        let again = try EvidenceReader.read(SourceFile(name: "again", bytes: TidyWriter.csv(read.log)))
        #expect(again.itemIDs == ["1.2E+11"])
    }

    /// 1.0 in JSON is what a column with a gap makes of 1.
    @Test func numbersOfLearners() throws {
        let read = try read(
            "{\"learner\":1.0,\"item\":\"x\",\"score\":1}\n{\"learner\":1,\"item\":\"y\",\"score\":0}\n")
        #expect(read.learnerIDs == ["1"] && read.itemIDs == ["x", "y"])
    }

    @Test func trueAndFalse() throws {
        let letters = try read("learner,item,score\na,x,T\na,y,F\nb,x,f\nb,y,t\n")
        #expect(letters.log.events.map(\.score) == [1, 0, 0, 1] && letters.findings.isEmpty)
        #expect(try read("learner,item,correct\na,x,F\n").score("a", "x") == 0)
        #expect(try read("learner,item,correct\na,x,Y\nb,x,N\n").log.events.map(\.score) == [1, 0])
        // An F among grades is a grade.
        #expect(try read("learner,item,score\na,x,F\nb,x,A\n").log.events.map(\.status) == [.hidden, .hidden])
        let scale = GradeScale(["T": 0.5, "F": 0.25])
        #expect(
            try read("learner,item,score\na,x,T\nb,x,F\n", ReadOptions(scale: scale)).log.events.map(\.score)
                == [0.5, 0.25])
    }

    @Test(arguments: ["['a', 'b']", "[12, 13]", "a~~b", "\"a, b\"", "a|b"]) func listsOfSkills(_ cell: String) throws {
        let quoted = cell.hasPrefix("\"") || !cell.contains(",") ? cell : "\"\(cell)\""
        let read = try read("learner,item,score,skill\na,x,1,\(quoted)\nb,y,1,\(quoted)\n")
        #expect(read.places(.badValue) == ["2:4"] && read.findings[0].severity == .warning)
        #expect(read.log.items[0].skills.count == 1 && read.findings[0].remedy.contains("semicolons"))
        let map = try SkillMap.read(SourceFile(name: "map.csv", bytes: Array("item,skill\nx,\(quoted)\n".utf8)))
        #expect(map.findings.map(\.rule) == [.badValue] && map.findings[0].severity == .warning)
    }

    @Test func titlesOfTotals() throws {
        let read = try read("learner,item,score,max\na,Quiz 1,8,10\na,Total,8,10\na,Total Recall,1,2\n")
        #expect(read.places(.looksLikeTotal) == ["3:2"] && read.counts.scored == 3)
        #expect(read.findings[0].severity == .warning)
    }
}
