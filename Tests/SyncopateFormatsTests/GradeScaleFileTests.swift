import Syncopate
import Testing

@testable import SyncopateFormats

struct GradeScaleFileTests {
    private func scale(_ text: String) throws -> GradeScale {
        try GradeScaleFile.read(SourceFile(name: "scale.csv", bytes: Array(text.utf8)))
    }

    private func fault(_ text: String) -> (rule: FindingRule, line: Int?)? {
        do throws(ReadError) {
            _ = try GradeScaleFile.read(SourceFile(name: "scale.csv", bytes: Array(text.utf8)))
            return nil
        } catch {
            return (error.finding.rule, error.finding.line)
        }
    }

    @Test func sharesAndPercentages() throws {
        let shares = try scale("grade,share\nA,1\nVery good,0.95\n")
        #expect(shares.share("a") == 1 && shares.share("VERY GOOD") == 0.95 && shares.share("B") == nil)
        let percent = try scale("grade;percent\nA;100\nB+;87,5\n")
        #expect(percent.share("B+") == 0.875)
    }

    @Test(arguments: [
        ("grade,points\nA,4\n", FindingRule.missingColumn, 1), ("grade,share,percent\nA,1,100\n", .missingColumn, 1),
        ("letter,share\nA,1\n", .missingColumn, 1), ("grade,share\n", .emptyFile, 1),
        ("grade,share\nA,1\nB,1.2\n", .badValue, 3), ("grade,share\nA,-0.1\n", .badValue, 2),
        ("grade,share\nA,x\n", .badValue, 2), ("grade,share\nA,\n", .badValue, 2),
        ("grade,percent\nA,101\n", .badValue, 2), ("grade,share\n,1\n", .badValue, 2),
        ("grade,share\nA,1\na,0.5\n", .badValue, 3), ("grade,share\n5,1\n", .badValue, 2),
        ("grade,share\nexcused,1\n", .badValue, 2), ("grade,share\nA,1,2\n", .raggedRow, 2),
    ])
    func faults(_ text: String, _ rule: FindingRule, _ line: Int) {
        let fault = fault(text)
        #expect(fault?.rule == rule && fault?.line == line, "\(String(describing: fault))")
    }

    @Test func lettersOfAGradebook() throws {
        let options = ReadOptions(scale: try scale("grade,share\nA,1\nB,0.8\nGut,0.7\n"))
        let text = "Student,ID,Section,Essay (1),Talk (2)\n    Points Possible,,,10,\nAnn,1,A,B,gut\nBob,2,A,7,C\n"
        let read = try read(text, options)
        #expect(read.score("1", "1") == 0.8 && read.score("2", "1") == 0.7)
        #expect(read.score("1", "2") == 0.7 && read.status("2", "2") == .hidden)
        #expect(read.places(.letterWithoutScale) == ["4:5"])
        #expect(try SyncopateFormatsTests.read(text).status("1", "1") == .hidden)
    }

    @Test func lettersOfEvents() throws {
        let options = ReadOptions(scale: try scale("grade,share\nB+,0.875\nvery good,0.955\n"))
        let table = try read("learner,item,score,max\na,x,b+,4\nb,x,Very Good,\nc,x,C,4\n", options)
        #expect(table.score("a", "x") == 0.875 && table.score("b", "x") == 0.955)
        #expect(table.status("c", "x") == .hidden && table.places(.letterWithoutScale).count == 1)
        let lines = try read(
            "{\"learner\":\"a\",\"item\":\"x\",\"score\":\"B+\",\"max\":4}\n"
                + "{\"learner\":\"b\",\"item\":\"x\",\"score\":\"very good\"}\n", options)
        #expect(lines.score("a", "x") == 0.875 && lines.score("b", "x") == 0.955)
    }
}
