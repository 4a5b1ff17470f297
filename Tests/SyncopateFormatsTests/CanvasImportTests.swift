import Syncopate
import SyncopateModels
import Testing

@testable import SyncopateFormats

/// Files for Canvas, by what its importers do with them (`lib/gradebook_importer.rb`, and the importer of groups): people
/// are found by ids that are compared as they stand.
struct CanvasImportTests {
    @Test func idsHaveNoGuardAndNamesDo() throws {
        var log = EvidenceLog()
        log.intern(Learner(id: "-5", name: "=HYPERLINK(\"x\")", section: "+7"))
        log.intern(Learner(id: "007", name: "Ann, B"))
        for number in 0..<3 {
            log.intern(Item(id: "i\(number)", title: "i\(number)", maximum: 10))
            for learner in 0..<2 {
                log.append(Event(learner: Int32(learner), item: Int32(number), status: .scored, score: 0.5))
            }
        }
        let gradebook = Gradebook(log)
        let advice = Engine(priors: .shipped).recommend(gradebook, settings: RecommendSettings(limit: 1))
        let accounts = ["-5": CanvasAccount(canvasID: "12", sisID: "-5", login: "@five")]
        let file = CanvasGradesCSV([(advice, gradebook)], accounts: accounts).write()
        let lines = String(decoding: file, as: UTF8.self).split(separator: "\r\n")
        #expect(lines[0] == "Student,ID,SIS User ID,SIS Login ID,Section,Syncopate mastery")
        #expect(lines[1] == "    Points Possible,,,,,100")
        #expect(lines[2].hasPrefix("\"=\"\"=HYPERLINK(\"\"\"\"x\"\"\"\")\"\"\",12,-5,@five,\"=\"\"+7\"\"\","))
        #expect(lines[3].hasPrefix("\"Ann, B\",,007,,,"))
    }
}
