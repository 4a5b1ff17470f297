import Testing

/// A file of three learners, of whom one has a score that is none: in every format that comes as rows or lines.
struct FaultyFile: Sendable, CustomTestStringConvertible {
    let format: String
    /// The file; `¤` stands where the score should.
    let template: String
    /// Physical line of the fault.
    let line: Int
    /// Its column; `nil` in JSON.
    let column: Int?
    let header: String
    /// A score that is one.
    let good: String
    var name = "grades.csv"

    var testDescription: String { format }

    /// What is written for the score.
    static let bad = "oops!"
    /// Who the row is about. Nobody else has such a name or id.
    static let learner = "Qwertzuiop"
    static let id = "zq77001"

    var text: String { template.replacing("¤", with: Self.bad) }
    var mended: String { template.replacing("¤", with: good) }
    /// The row with the fault.
    var row: String { text.split(separator: "\n").map(String.init).first { $0.contains(Self.bad) } ?? "" }

    static let all = [
        FaultyFile(
            format: "canvas-gradebook",
            template:
                "Student,ID,SIS Login ID,Section,Essay (101)\n    Points Possible,,,,10\n\"Aas, Kim\",1001,k,S,7.5\n"
                + "\"Qwertzuiop, Lee\",zq77001,l,S,¤\n\"Cox, Max\",1003,m,S,6\n", line: 4, column: 5,
            header: "Essay (101)",
            good: "8"),
        FaultyFile(
            format: "moodle-gradebook",
            template:
                "First name,Last name,ID number,Quiz: W1 (Percentage)\nKim,Aas,1001,75 %\nLee,Qwertzuiop,zq77001,¤\n"
                + "Max,Cox,1003,60 %\n", line: 3, column: 4, header: "Quiz: W1 (Percentage)", good: "80 %"),
        FaultyFile(
            format: "brightspace-gradebook",
            template: "OrgDefinedId,Last Name,First Name,Essay Points Grade <MaxPoints:10>,End-of-Line Indicator\n"
                + "#1001,Aas,Kim,7.5,#\n#zq77001,Qwertzuiop,Lee,¤,#\n#1003,Cox,Max,6,#\n", line: 3, column: 4,
            header: "Essay Points Grade <MaxPoints:10>", good: "8"),
        FaultyFile(
            format: "blackboard-gradebook",
            template: "Last Name,First Name,Username,Essay [Total Pts: 10] |101\nAas,Kim,1001,7.5\n"
                + "Qwertzuiop,Lee,zq77001,¤\nCox,Max,1003,6\n", line: 3, column: 4,
            header: "Essay [Total Pts: 10] |101",
            good: "8"),
        FaultyFile(
            format: "sakai-gradebook",
            template: "Student ID,Student Name,Essay [10.0]\n1001,\"Aas, Kim\",7.5\nzq77001,\"Qwertzuiop, Lee\",¤\n"
                + "1003,\"Cox, Max\",6\n", line: 3, column: 3, header: "Essay [10.0]", good: "8"),
        FaultyFile(
            format: "google-classroom",
            template: "Last Name,First Name,Email Address,Essay\nDate,,,2026-02-01\nPoints,,,10\nAas,Kim,1001,7.5\n"
                + "Qwertzuiop,Lee,zq77001,¤\nCox,Max,1003,6\n", line: 5, column: 4, header: "Essay", good: "8"),
        FaultyFile(
            format: "canvas-mastery",
            template: "Student name,Student ID,Student SIS ID,Sums result,Sums mastery points\nKim Aas,1001,,2.5,3\n"
                + "Lee Qwertzuiop,zq77001,,¤,3\nMax Cox,1003,,1,3\n", line: 3, column: 4, header: "Sums result",
            good: "3"),
        FaultyFile(
            format: "canvas-quiz",
            template: "name,id,section,submitted,attempt,201: Two?,2.0,n correct,n incorrect,score\n"
                + "Kim Aas,1001,S,2026-02-01 10:00:00 UTC,1,a,1.5,1,0,1.5\n"
                + "Lee Qwertzuiop,zq77001,S,2026-02-01 10:05:00 UTC,1,a,¤,1,0,2\n"
                + "Max Cox,1003,S,2026-02-01 10:07:00 UTC,1,a,0,0,1,0\n", line: 3, column: 7, header: "2.0", good: "2"),
        FaultyFile(
            format: "moodle-quiz",
            template: "Surname,First name,ID number,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /5.00\n"
                + "Aas,Kim,1001,Finished,2 June 2026 8:28 AM,2 June 2026 8:38 AM,10 mins,7.50,4.00\n"
                + "Qwertzuiop,Lee,zq77001,Finished,2 June 2026 8:29 AM,2 June 2026 8:39 AM,10 mins,8.50,¤\n"
                + "Cox,Max,1003,Finished,2 June 2026 8:30 AM,2 June 2026 8:40 AM,10 mins,6.50,3.00\n", line: 3,
            column: 9,
            header: "Q. 1 /5.00", good: "4.50"),
        FaultyFile(
            format: "gradescope",
            template: "First Name,Last Name,SID,Total Score,Max Points,Status,Submission Time,1: Roots (5.0 pts)\n"
                + "Kim,Aas,1001,4.0,5.0,Graded,2026-02-01 10:00:00 +0100,4.0\n"
                + "Lee,Qwertzuiop,zq77001,4.5,5.0,Graded,2026-02-01 10:10:00 +0100,¤\n"
                + "Max,Cox,1003,3.0,5.0,Graded,2026-02-01 10:20:00 +0100,3.0\n", line: 3, column: 8,
            header: "1: Roots (5.0 pts)", good: "4.5"),
        FaultyFile(
            format: "google-forms",
            template: "Timestamp,Email Address,Score,Your name\n2026/02/03 10:00:00 AM GMT+1,1001,1 / 2,Kim Aas\n"
                + "2026/02/03 10:01:00 AM GMT+1,zq77001,¤,Lee Qwertzuiop\n2026/02/03 10:02:00 AM GMT+1,1003,2 / 2,Max Cox\n",
            line: 3, column: 3, header: "Score", good: "2 / 2"),
        FaultyFile(
            format: "nbgrader",
            template: "assignment,timestamp,student_id,last_name,first_name,score,max_score\n"
                + "ps1,2026-02-01 10:00:00,1001,Aas,Kim,7.5,10\nps1,2026-02-01 11:00:00,zq77001,Qwertzuiop,Lee,¤,10\n"
                + "ps1,2026-02-01 12:00:00,1003,Cox,Max,6,10\n", line: 3, column: 6, header: "score", good: "8"),
        FaultyFile(
            format: "powerschool",
            template:
                "Teacher Name:,Rae,\nAssignment Name:,Essay,\nPoints Possible:,10,\nStudent Num,Student Name,Score\n"
                + "1001,\"Aas, Kim\",7.5\nzq77001,\"Qwertzuiop, Lee\",¤\n1003,\"Cox, Max\",6\n", line: 6, column: 3,
            header: "Score", good: "8"),
        FaultyFile(
            format: "datashop",
            template: "Anon Student Id\tTime\tTime Zone\tProblem Name\tStep Name\tOutcome\n"
                + "1001\t2026-02-01 10:00:00\tUTC\tp1\ts1\tCORRECT\nzq77001\t2026-02-01 10:00:00\tUTC\tp1\ts1\t¤\n"
                + "1003\t2026-02-01 10:00:00\tUTC\tp1\ts1\tINCORRECT\n", line: 3, column: 6, header: "Outcome",
            good: "CORRECT"),
        FaultyFile(
            format: "assistments",
            template: "order_id,user_id,problem_id,correct,hint_count,skill_name\n1,1001,p1,1,0,Add\n"
                + "2,zq77001,p1,¤,0,Add\n3,1003,p1,0,0,Add\n", line: 3, column: 4, header: "correct", good: "1"),
        FaultyFile(
            format: "anki",
            template:
                "user_id,card_id,review_time,review_rating\n1001,c,1770000000000,3\nzq77001,c,1770000001000,¤\n"
                + "1003,c,1770000002000,1\n", line: 3, column: 4, header: "review_rating", good: "3"),
        FaultyFile(
            format: "tidy-csv",
            template: "learner,learner_name,item,score\n1001,Aas,x,0.5\nzq77001,Qwertzuiop,x,¤\n1003,Cox,x,1\n",
            line: 3,
            column: 4, header: "score", good: "0.75"),
        FaultyFile(
            format: "tidy-jsonl",
            template: "{\"learner\":\"1001\",\"item\":\"x\",\"score\":0.5}\n"
                + "{\"learner\":\"zq77001\",\"learner_name\":\"Qwertzuiop\",\"item\":\"x\",\"score\":\"¤\"}\n"
                + "{\"learner\":\"1003\",\"item\":\"x\",\"score\":1}\n", line: 2, column: nil, header: "score",
            good: "0.75",
            name: "events.jsonl"),
        FaultyFile(
            format: "canvas-submissions",
            template: submission("1001", "4") + submission("zq77001", "\"¤\"", ",\"user\":{\"name\":\"Qwertzuiop\"}")
                + submission("1003", "5"), line: 2, column: nil, header: "score", good: "3", name: "events.jsonl"),
        FaultyFile(
            format: "xapi",
            template: statement("1001", "4") + statement("zq77001", "\"¤\"") + statement("1003", "5"), line: 2,
            column: nil, header: "result.score", good: "3", name: "events.jsonl"),
        FaultyFile(
            format: "caliper",
            template: grade("1001", "4") + grade("zq77001", "\"¤\"") + grade("1003", "5"), line: 2, column: nil,
            header: "generated.scoreGiven", good: "3", name: "events.jsonl"),
    ]

    private static func submission(_ id: String, _ score: String, _ more: String = "") -> String {
        "{\"id\":1,\"assignment_id\":2,\"user_id\":\"\(id)\",\"workflow_state\":\"graded\",\"score\":\(score),"
            + "\"assignment\":{\"name\":\"Essay\",\"points_possible\":5}\(more)}\n"
    }

    private static func statement(_ id: String, _ score: String) -> String {
        "{\"actor\":{\"name\":\"\(id == Self.id ? learner : "A")\",\"account\":{\"homePage\":\"http://x.org\",\"name\":"
            + "\"\(id)\"}},\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/answered\"},\"object\":{\"id\":\"http://x.org/q\"},"
            + "\"result\":{\"score\":{\"raw\":\(score),\"max\":5}},\"timestamp\":\"2026-02-03T10:00:00Z\"}\n"
    }

    private static func grade(_ id: String, _ score: String) -> String {
        "{\"@context\":\"http://purl.imsglobal.org/ctx/caliper/v1p2\",\"type\":\"GradeEvent\",\"action\":\"Graded\",\"actor\":"
            + "{\"id\":\"auto\",\"name\":\"\(id == Self.id ? learner : "A")\"},\"object\":{\"assignee\":\"\(id)\",\"assignable\":\"q\"},"
            + "\"generated\":{\"scoreGiven\":\(score),\"maxScore\":5},\"eventTime\":\"2026-02-03T10:00:00Z\"}\n"
    }
}
