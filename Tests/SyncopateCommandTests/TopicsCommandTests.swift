import Foundation
import TestSupport
import Testing

struct TopicsCommandTests {
    @Test func theMapItWritesIsGivenBack() throws {
        let place = try Workplace()
        let written = try place.run("topics", Sample.gradebook, "--out", "map.csv")
        #expect(written.status == 0 && written.text.isEmpty)
        #expect(written.messages.contains("6 topics of 19 columns."))
        let given = try place.run("recommend", Sample.gradebook, "--skills", "map.csv", "--output", "jsonl")
        #expect(given.status == 0 && !given.messages.contains("warning"))
        let read = try place.run("recommend", Sample.gradebook, "--output", "jsonl")
        #expect(given.text == read.text)
        #expect(read.messages.contains("Topics were read off the titles: 6 topics of 19 columns."))
        #expect(!given.messages.contains("read off the titles"))
    }

    @Test func topicsCanBeSwitchedOff() throws {
        let none = try Workplace().run("recommend", Sample.gradebook, "--topics", "none", "--output", "csv")
        #expect(none.status == 0 && !none.text.contains("mastery:"))
        #expect(none.messages.contains("no skill map, so each column stands for itself"))
        #expect(try Workplace().run("recommend", Sample.gradebook, "--topics", "scores").status == 64)
    }

    @Test func outcomesAndStandardsNameTopics() throws {
        let place = try Workplace()
        try place.write(
            "grades.csv",
            "learner,item,score\na,Quiz N.1.3,0.5\na,N.1.4 homework,1\nb,Quiz: Adds fractions,0\nb,Essay,1\n")
        try place.write(
            "case.json",
            """
            {"CFItems":[{"identifier":"d","humanCodingScheme":"N","fullStatement":"Number"},
            {"identifier":"c","humanCodingScheme":"N.1","fullStatement":"Work with fractions"},
            {"identifier":"s","humanCodingScheme":"N.1.3","fullStatement":"Add"},
            {"identifier":"t","humanCodingScheme":"N.1.4","fullStatement":"Take away"}],"CFAssociations":[
            {"associationType":"isChildOf","originNodeURI":{"identifier":"s"},"destinationNodeURI":{"identifier":"c"}},
            {"associationType":"isChildOf","originNodeURI":{"identifier":"t"},"destinationNodeURI":{"identifier":"c"}},
            {"associationType":"isChildOf","originNodeURI":{"identifier":"c"},"destinationNodeURI":{"identifier":"d"}}]}
            """)
        try place.write("outcomes.csv", "vendor_guid,title,parent_guids\no,Adds fractions,\n")
        let found = try place.run(
            "topics", "grades.csv", "--case", "case.json", "--outcomes", "outcomes.csv", "--output", "json")
        #expect(found.status == 0, "\(found.messages)")
        #expect(
            found.text.contains(
                #""topic":"Work with fractions (N.1)","statement":"Work with fractions","items":["Quiz N.1.3","N.1.4 homework"]"#
            ))
        #expect(found.text.contains(#""items":["Quiz: Adds fractions"]"#))
        #expect(try place.run("topics", "grades.csv", "--case", "outcomes.csv").status == 65)
        #expect(try place.run("topics", "grades.csv", "--outcomes", "nowhere.csv").status == 66)
    }

    @Test(arguments: [40, 60, 80, 120]) func tablesKeepToTheirWidth(_ columns: Int) throws {
        let outcome = try Workplace().run(
            "topics", Sample.gradebook, "--output", "table", environment: ["COLUMNS": String(columns)])
        for line in outcome.lines { #expect(line.count <= columns, "\(line)") }
    }
}
