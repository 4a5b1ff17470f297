import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Damaged exports of quizzes must be refused or read, never trapped on.
struct QuizMutationTests {
    private static let seeds: [(format: FileFormat, text: String)] = [
        (
            .canvasQuiz,
            "name,id,section,section_id,submitted,attempt,\"501: Which\none?\",2.0,"
                + "502: Why?,2,n correct,n incorrect,score\n"
                + "A,71,S,3,2026-02-03 10:00:00 UTC,2,b,2.0,x,1.5,1,1,3\nB,72,S,3,2026-02-04,1,,,,0,0,1,0\n"
        ),
        (
            .moodleQuiz,
            "Surname,First name,Email address,State,Started on,Completed,Time taken,\"Grade/10,00\",\"Q. 1 /4,00\"\n"
                + "E,L,l@x.org,Finished,2 June 2021 8:28 AM,2. Juni 2021 08:40 Uhr,1 day 2 hours,\"7,00\",\"4,00\"\n"
                + "E,M,m@x.org,In progress,2 June 2021,-,-,-,Requires grading\nOverall average,,,,,,,1,2\n"
        ),
        (
            .gradescope,
            "First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,"
                + "Lateness (H:M:S),1: Roots (5.0 pts)\n"
                + "A,B,1,a@x,6.0,7.5,Graded,9,2026-03-02 15:44:18 -0500,96:00:00,5.0\n"
                + "C,D,,c@x,,7.5,Missing,,,,0.0\n"
        ),
        (
            .gradescope,
            "Name,SID,HW,HW - Max Points,HW - Submission Time,HW - Lateness (H:M:S)\n"
                + "A,1,8,10,2026-03-02 15:44:18,0:00:00\n"
        ),
        (
            .googleForms,
            "Timestamp,Email Address,Score,Q,Q [Score]\n6/14/2026 8:28:00 PM GMT+5:30,a@x,4 / 5,x,-- / 1\n"
                + "6/2/2026 8:28:00,b@x,\"3,5 / 5\",x,1.00 / 1\n"
        ),
        (
            .nbgrader,
            "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,"
                + "late_submission_penalty,score,max_score\np,2026-03-01 12:00:00.5,,a,,,,6.0,2.0,4.0,8.0\n"
        ),
        (
            .powerSchool,
            "Teacher Name:,P,\nAssignment Name:,Q,\nDue Date:,2026-03-01,\nPoints Possible:,20.0,\n"
                + "Score Type:,POINTS,\nStudent Num,Student Name,Score\n1,A,15\n2,B,Exempt\n"
        ),
        (
            .googleClassroom,
            "Last Name,First Name,Email Address,Essay,Lab\n"
                + "Date,,,2026-03-01,\nPoints,,,20,5\nA,B,a@x,15,\nC,D,c@x,0,6\n"
        ),
    ]

    private static let pieces: [[UInt8]] = [
        [0x22], [0x0D], [0x0A], [0x2C], [0x3B], [0xFF], Array("e999999999".utf8), Array("999999999999".utf8),
        Array("/".utf8), Array(":".utf8), Array(" - ".utf8), Array("%".utf8), Array("(9 pts)".utf8),
        Array("[Score]".utf8),
    ]

    @Test func mutations() {
        var random = SeededGenerator(seed: 11)
        for round in 0..<1600 {
            let seed = Self.seeds[round % Self.seeds.count]
            var bytes = Array(seed.text.utf8)
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &random)))
                case 1:
                    let piece = Self.pieces.randomElement(using: &random) ?? []
                    bytes.insert(contentsOf: piece, at: min(place, bytes.count))
                case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...127, using: &random) }
                default: if round.isMultiple(of: 3) { bytes = Array(bytes.prefix(place)) }
                }
            }
            for format in [nil, seed.format] {
                guard
                    let read = try? EvidenceReader.read(
                        SourceFile(name: "f.csv", bytes: bytes), options: ReadOptions(format: format))
                else { continue }
                #expect(read.log.events.allSatisfy { ($0.status == .scored) == $0.score.isFinite && !($0.score < 0) })
                #expect(read.log.events.allSatisfy { $0.at.isNaN || $0.at.isFinite })
            }
        }
    }

    /// As they are they are recognised, and read without an error.
    @Test func seedsAreRead() throws {
        for seed in Self.seeds {
            let read = try read(seed.text)
            #expect(read.format == seed.format && !read.hasErrors && !read.log.events.isEmpty)
        }
    }
}
