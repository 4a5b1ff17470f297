import Foundation
import Syncopate
import SyncopateFormats
import Testing

struct IndependenceExportTests {
    private let rows: [(learner: String, independence: Independence)] = [
        (
            "=ada, the \"first\"",
            Independence(
                mean: 0.123456, deviation: 0.5, counts: [.onTime: 3, .gap: 1],
                facets: [.init(facet: .selfMotivated, mean: -0.25, deviation: 0.75)], source: .traces)
        ), ("bo", .prior),
    ]

    @Test func csvHasARowALearner() throws {
        let lines = String(decoding: IndependenceCSV.write(rows), as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("learner,trait,sd,known,self_motivated,self_motivated_sd,self_reliant,"))
        #expect(lines[0].hasSuffix(",count:voluntary,why"))
        #expect(lines[1].contains(#"the ""first""#) && !lines[1].hasPrefix("="), "no formula for a spreadsheet")
        #expect(lines[1].contains(",0.1235,0.5000,yes,-0.2500,0.7500,,,,,,,3,0,0,0,1,"))
        #expect(lines[2].hasPrefix("bo,0.0000,1.0000,no,,,,,,,,,0,") && lines[2].hasSuffix(",independence_unknown"))
    }

    @Test func jsonHasALineALearner() throws {
        let lines = String(decoding: IndependenceJSON.write(rows), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        let first = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
        #expect(first["learner"] as? String == rows[0].learner && first["known"] as? Bool == true)
        #expect((first["trait"] as? NSNumber)?.doubleValue == 0.1235)
        #expect((first["counts"] as? [[String: Any]])?.count == 2 && (first["facets"] as? [Any])?.count == 1)
        let second = try #require(
            try JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        #expect(second["reasons"] as? [String] == ["independence_unknown"] && second["known"] as? Bool == false)
    }

    @Test(arguments: [20, 60, 80, 100]) func tablesKeepToTheirWidth(_ width: Int) {
        let lines = String(decoding: IndependenceTable.write(rows, width: width), as: UTF8.self).split(separator: "\n")
        for line in lines { #expect(line.count <= max(width, 60), "\(line)") }
        #expect(lines.joined().contains("Known of 1 of 2 learners"))
    }
}
