import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// OneRoster sets made up after the specification.
struct OneRosterTests {
    static let files: KeyValuePairs<String, String> = [
        "manifest.csv":
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.lineItems,bulk\nfile.results,bulk\n"
            + "file.classes,bulk\nfile.users,bulk\nfile.enrollments,bulk\nfile.categories,bulk\nfile.orgs,bulk\n"
            + "file.lineItemLearningObjectiveIds,bulk\nfile.resultLearningObjectiveIds,bulk\nfile.demographics,absent\n",
        "orgs.csv": "sourcedId,status,dateLastModified,name,type\no1,active,,School,school\n",
        "classes.csv":
            "sourcedId,status,dateLastModified,title\nk1,active,,Algebra 1\nk2,tobedeleted,,Old\nk3,active,,Other\n",
        "categories.csv": "sourcedId,status,dateLastModified,title\nc1,active,,Quizzes\nc2,active,,Attendance\n",
        "users.csv":
            "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,password\n"
            + "u1,active,,true,ann,Ann,Able,hunter2\nu2,active,,true,bob,Bob,Best,hunter3\n"
            + "u3,tobedeleted,,true,cy,Cy,Cole,hunter4\nu4,active,,true,di,Di,Dean,\n",
        "enrollments.csv":
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n"
            + "e1,active,,k1,o1,u1,student\ne2,active,,k1,o1,u2,student\ne4,active,,k1,o1,u4,student\n"
            + "e5,active,,k1,o1,t1,teacher\ne6,active,,k3,o1,u9,student\n",
        "lineItems.csv":
            "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,"
            + "gradingPeriodSourcedId,resultValueMin,resultValueMax\n"
            + "l1,active,,Proofs,\"two\nlines\",2026-09-01,2026-09-04,k1,c1,g1,0,20\n"
            + "l2,active,,Scale,,2026-09-01,2026-09-30,k1,c1,g1,1,5\n"
            + "l3,active,,Monday,,2026-09-01,2026-09-04,k1,c2,g1,0,1\n"
            + "l4,tobedeleted,,Gone,,2026-09-01,2026-09-04,k1,c1,g1,0,1\n"
            + "l5,active,,Elsewhere,,2026-09-01,2026-09-04,k2,c1,g1,0,1\n",
        "results.csv":
            "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment\n"
            + "r1,active,,l1,u1,fully graded,17,2026-09-05,\"good,\nthanks\"\n"
            + "r2,active,,l1,u2,exempt,,2026-09-05,\n"
            + "r3,active,,l2,u1,fully graded,3,2026-09-06T10:00:00Z,\n"
            + "r4,active,,l2,u2,not submitted,,2026-09-06,\n"
            + "r5,active,,l3,u1,partially graded,0.5,2026-09-05,\n"
            + "r6,active,,l3,u2,not submitted,0,2026-09-05,\n"
            + "r7,inactive,,l1,u2,fully graded,1,2026-09-05,\n"
            + "r8,active,,l4,u1,fully graded,1,2026-09-05,\n"
            + "r9,active,,l1,u3,fully graded,1,2026-09-05,\n"
            + "r10,active,,l5,u1,fully graded,1,2026-09-05,\n"
            + "r11,active,,l1,u7,submitted,4,2026-09-05,\n",
        "lineItemLearningObjectiveIds.csv":
            "sourcedId,status,dateLastModified,lineItemSourcedId,source,learningObjectiveId\n"
            + "a1,active,,l1,case,s-proof\na2,active,,l1,case,s-logic\na3,tobedeleted,,l1,case,s-old\n",
        "resultLearningObjectiveIds.csv":
            "sourcedId,status,dateLastModified,resultSourcedId,score,source,learningObjectiveId\nb1,active,,r3,,case,s-scale\n",
    ]

    private func read(
        _ changes: [String: String?] = [:], _ options: ReadOptions = ReadOptions()
    ) throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: "set", bytes: [], members: members(changes)), options: options)
    }

    private func members(_ changes: [String: String?]) -> [ArchiveMember] {
        Self.files.compactMap { name, text in
            (changes[name] ?? text).map { ArchiveMember(name: name, bytes: Array($0.utf8)) }
        }
    }

    private func refusal(_ changes: [String: String?]) -> ReadError? {
        #expect(throws: ReadError.self) { try read(changes) }
    }

    /// Results with one row more.
    private func results(_ row: String) -> [String: String?] {
        let text = Self.files.first { $0.key == "results.csv" }?.value ?? ""
        return ["results.csv": text + row + "\n"]
    }

    @Test func aFolder() throws {
        let read = try read()
        #expect(read.format == .oneRoster)
        #expect(read.learnerIDs == ["u1", "u2", "u7", "u4"])
        #expect(read.log.learners.map(\.name) == ["Ann Able", "Bob Best", "", "Di Dean"])
        #expect(read.log.learners.allSatisfy { $0.section == "Algebra 1" })
        #expect(read.itemIDs == ["l1", "l2", "l3"])
        #expect(read.log.items.map(\.title) == ["Proofs", "Scale", "Monday"])
        #expect(read.log.items.map(\.maximum) == [20, 4, 1])
        #expect(read.log.items.map(\.group) == ["Quizzes", "Quizzes", "Attendance"])
        #expect(read.log.items.map(\.kind) == [.work, .work, .attendance])
        #expect(read.log.items[0].due == 1_788_480_000)
        #expect(read.log.items.map { $0.skills.map(\.skill) } == [["s-proof", "s-logic"], ["s-scale"], []])
        #expect(read.score("u1", "l1") == 0.85)
        // Three on a scale from one to five is half of it.
        #expect(read.score("u1", "l2") == 0.5)
        #expect(read.event("u1", "l2")?.at == 1_788_688_800)
        #expect(read.status("u2", "l1") == .excused)
        // Not handed in, and due only after the last score.
        #expect(read.status("u2", "l2") == .unknownBlank && read.status("u2", "l3") == .missing)
        #expect(read.status("u1", "l3") == .notYetGraded && read.status("u7", "l1") == .notYetGraded)
        #expect(read.counts.scored == 2 && read.log.events.count == 7 && read.rejects.isEmpty)
        // A score beside submitted, a student nobody lists, and dates without a zone, of either table.
        #expect(read.places(.statusAgainstScore) == ["13:6"] && read.places(.unknownLearner) == ["0:0"])
        #expect(
            read.findings.filter { $0.rule == .badTime }.map(\.file).sorted() == [
                "set/lineItems.csv", "set/results.csv",
            ])
        #expect(!read.hasErrors)
        #expect(!read.findings.contains { $0.description.contains("hunter") || $0.description.contains("Able") })
    }

    @Test(arguments: ["", "export/"]) func aZip(_ folder: String) throws {
        var zip = MadeZip()
        zip.prefix = folder
        for (path, text) in Self.files { zip.add(path, text) }
        let read = try EvidenceReader.read(SourceFile(name: "set", bytes: zip.bytes))
        let same = try self.read()
        // Scores that are none are not equal, and their texts are.
        #expect("\(read.log.events)" == "\(same.log.events)" && read.log.items == same.log.items)
        #expect(read.findings == same.findings)
    }

    /// In 1.2 a result may say itself that it is missing, before the work is due or after.
    @Test func aResultThatIsMissing() throws {
        let header =
            "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,"
            + "textScore,classSourcedId,inProgress,incomplete,late,missing\n"
        let read = try read([
            "results.csv": header + "r1,,,l2,u1,not submitted,,2026-09-06,,,,,,,true\n"
                + "r2,,,l2,u2,not submitted,,2026-09-06,,,,,,,false\nr3,,,l3,u1,not submitted,,2026-09-06,,,,true,,,\n"
        ])
        #expect(read.status("u1", "l2") == .missing && read.status("u2", "l2") == .unknownBlank)
        #expect(read.status("u1", "l3") == .inProgress)
    }

    @Test func readTwice() throws {
        let text = Self.files.first { $0.key == "results.csv" }?.value ?? ""
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(separator: "\n")
        let read = try read(["results.csv": text + rows])
        #expect(read.log.events.count == 7 && read.counts.duplicatesDropped == 7)
    }

    @Test(arguments: [
        ("x1,active,,l1,u1,graded,1,2026-09-05,", FindingRule.unknownStatus, "14:6"),
        ("x1,active,,l1,u1,,1,2026-09-05,", .unknownStatus, "14:6"),
        ("x1,active,,l9,u1,fully graded,1,2026-09-05,", .unknownItem, "14:4"),
        ("x1,active,,,u1,fully graded,1,2026-09-05,", .unnamedItem, "14:4"),
        ("x1,active,,l1,,fully graded,1,2026-09-05,", .blankID, "14:5"),
        ("x1,active,,l1,u1,fully graded,,2026-09-05,", .statusAgainstScore, "14:7"),
        ("x1,active,,l1,u1,fully graded,oops,2026-09-05,", .notANumber, "14:7"),
        ("x1,active,,l1,u1,fully graded,nan,2026-09-05,", .notFinite, "14:7"),
        ("x1,active,,l1,u1,fully graded,-1,2026-09-05,", .negativeScore, "14:7"),
        ("x1,active,,l2,u1,fully graded,0,2026-09-05,", .negativeScore, "14:7"),
        ("x1,active,,l1,u1,fully graded,1,05/09/2026,", .badTime, "14:8"),
        ("x1,active,,l1,u1,fully graded,1,2026-09-05,,,", .raggedRow, "14:7"),
    ])
    func badRows(_ row: String, _ rule: FindingRule, _ place: String) throws {
        let read = try read(results(row))
        #expect(read.hasErrors && read.places(rule).contains(place))
        #expect(read.rejects.map(\.line) == [14] && read.rejects.map(\.rule) == [rule])
        #expect(read.rejects.first.map { String(decoding: $0.bytes, as: UTF8.self) } == row)
        #expect(read.findings.filter { $0.severity == .error }.map(\.file) == ["set/results.csv"])
        #expect(read.log.events.count == 7)
    }

    @Test func wordsAndExtraCredit() throws {
        let rows = "x1,active,,l1,u4,fully graded,B,2026-09-05,\nx2,active,,l2,u4,fully graded,6,2026-09-05,"
        let read = try read(results(rows))
        #expect(read.status("u4", "l1") == .hidden && read.places(.letterWithoutScale) == ["14:7"])
        #expect(read.score("u4", "l2") == 1.25 && read.findingTotals[.extraCredit] == 1)
        let scaled = try self.read(results(rows), ReadOptions(scale: GradeScale(["B": 0.8])))
        #expect(scaled.score("u4", "l1") == 0.8)
    }

    @Test func lineItemsWithFaults() throws {
        let text = """
            sourcedId,title,dueDate,classSourcedId,categorySourcedId,resultValueMin,resultValueMax
            l1,Proofs,soon,k9,c9,zero,-3
            ,Nameless,,,,,
            l1,Again,,,,,

            """
        let read = try read(["lineItems.csv": text])
        #expect(read.places(.badTime).contains("2:3") && read.places(.unknownSection) == ["2:4"])
        #expect(read.places(.badValue) == ["2:6"] && read.places(.badMaximum) == ["2:7"])
        #expect(read.places(.blankID) == ["3:1"] && read.places(.duplicateEvent).contains("4:1"))
        // Points of no known maximum say nothing.
        #expect(read.status("u1", "l1") == .hidden && read.findingTotals[.maximumMissing] == 1)
    }

    @Test func theManifest() throws {
        #expect(
            refusal(["manifest.csv": "propertyName,value\nfile.results,absent\n"])?.finding.message
                == "the OneRoster set has no results.csv, so there are no scores in it")
        let read = try read([
            "manifest.csv": "propertyName,value\nfile.users,absent\nfile.categories,bulk\noneroster.version,2.0\n",
            "categories.csv": nil,
        ])
        #expect(read.log.learners[0].name.isEmpty && read.places(.ignoredColumn) == ["0:0"])
        #expect(read.places(.unknownItem) == ["0:0"] && read.places(.badValue) == ["0:0"])
        #expect(try self.read(["manifest.csv": nil]).log.events.count == 7)
    }

    @Test func tablesAreMissing() {
        let results = refusal(["results.csv": nil])
        #expect(
            results?.finding.rule == .wrongKindOfFile && results?.finding.message.contains("no results.csv") == true)
        let both = refusal(["results.csv": nil, "lineItems.csv": nil, "manifest.csv": nil])
        #expect(both?.finding.message.contains("no lineItems.csv and results.csv") == true)
        #expect(refusal(["results.csv": "a,b\n1,2\n"])?.finding.rule == .missingColumn)
        for (name, text) in Self.files {
            let alone = #expect(throws: ReadError.self) {
                try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)))
            }
            #expect(alone?.finding.rule == .wrongKindOfFile, "\(name)")
            if name == "results.csv" { #expect(alone?.finding.message.contains("without its lineItems.csv") == true) }
            if name == "lineItems.csv" { #expect(alone?.finding.message.contains("without its results.csv") == true) }
        }
    }

    @Test func aStatedFormatThatDoesNotFit() {
        let error = #expect(throws: ReadError.self) {
            try EvidenceReader.read(
                SourceFile(name: "f", bytes: Array("a,b\n1,2\n".utf8)), options: ReadOptions(format: .oneRoster))
        }
        #expect(error?.finding.rule == .notAKnownFormat)
    }

    @Test func otherFormatsTakeNoFolders() {
        let error = #expect(throws: ReadError.self) { try read([:], ReadOptions(format: .tidyCSV)) }
        #expect(error?.finding.rule == .wrongKindOfFile)
    }
}

/// Sets nobody here wrote.
@Suite(.enabled(if: SharedFolder.has("fixtures/oneroster")))
struct OneRosterFixtureTests {
    private func folder(_ name: String, _ tables: [String]) throws -> SourceFile {
        SourceFile(
            name: name, bytes: [],
            members: try tables.map {
                ArchiveMember(name: $0 + ".csv", bytes: try SharedFolder.bytes("fixtures/oneroster/\(name)/\($0).csv"))
            })
    }

    @Test func theLeastThatIsRead() throws {
        let read = try EvidenceReader.read(folder("doc_minimal_results", ["lineItems", "results"]))
        #expect(read.counts.learners == 1 && read.itemIDs == ["li1"] && read.score("u1", "li1") == 0.85)
        #expect(read.log.items[0].skills.map(\.skill) == ["proofs"] && read.log.learners[0].section == "k1")
        #expect(!read.hasErrors)
    }

    @Test(arguments: ["Test_minimal_data_set", "v1p2_full_dataset"]) func setsWithoutResults(_ name: String) throws {
        let tables = ["academicSessions", "classes", "enrollments", "manifest", "orgs", "users"]
        let file = try folder(name, tables)
        let error = #expect(throws: ReadError.self) { try EvidenceReader.read(file) }
        #expect(error?.finding.message.contains("no lineItems.csv and results.csv") == true)
    }

    @Test func theZip() throws {
        let bytes = try SharedFolder.bytes("fixtures/oneroster/Test_minimal_data_set.zip")
        let error = #expect(throws: ReadError.self) { try EvidenceReader.read(SourceFile(name: "z", bytes: bytes)) }
        #expect(error?.finding.message.contains("no lineItems.csv and results.csv") == true)
    }
}
