extension TableSample {
    /// A learner a row, an item a column.
    static let gradebooks = [canvas, moodle, brightspace, blackboard, sakai, classroom]
    /// A learner or an attempt a row.
    static let quizzes = [canvasQuiz, canvasNewQuiz, moodleQuiz, gradescope, forms, nbgrader, powerSchool]
    /// An answer a row.
    static let logs = [dataShop, assistments, anki, tidy]
    static let all = gradebooks + [mastery] + quizzes + logs
    /// Those in which quotes mean something.
    static let quoted = all.filter { $0.format != .dataShop }
    /// Those with points, of any number, in their cells.
    static let pointed = gradebooks.filter { $0.format != .moodleGradebook } + [mastery] + quizzes + [tidy]

    static let canvas = TableSample(
        format: .canvasGradebook,
        header: ["Student", "ID", "SIS Login ID", "Section", "Essay (101)", "Lab (102)"],
        special: [["    Points Possible", "", "", "", "10", "20"]],
        learners: [
            ["Aas, Kim", "1001", "", "S1", "7.5", "12"], ["Bly, Lee", "1002", "", "S1", "8.5", "15"],
            ["Cox, Max", "1003", "", "S1", "6.5", "11"],
        ], id: 1, score: 4, scores: [0.55, 0.6, 0.65, 0.75, 0.75, 0.85])
    static let moodle = TableSample(
        format: .moodleGradebook,
        header: ["First name", "Last name", "ID number", "Quiz: W1 (Percentage)", "Quiz: W2 (Percentage)"],
        learners: [
            ["Kim", "Aas", "1001", "75.5 %", "60.5 %"], ["Lee", "Bly", "1002", "85.5 %", "70.5 %"],
            ["Max", "Cox", "1003", "65.5 %", "55.5 %"],
        ], id: 2, score: 3, scores: [0.555, 0.605, 0.655, 0.705, 0.755, 0.855])
    static let brightspace = TableSample(
        format: .brightspaceGradebook,
        header: [
            "OrgDefinedId", "Last Name", "First Name", "Essay Points Grade <Numeric MaxPoints:10>",
            "Lab Points Grade <Numeric MaxPoints:20>", "End-of-Line Indicator",
        ],
        learners: [
            ["#1001", "Aas", "Kim", "7.5", "12", "#"], ["#1002", "Bly", "Lee", "8.5", "15", "#"],
            ["#1003", "Cox", "Max", "6.5", "11", "#"],
        ], id: 0, score: 3, scores: [0.55, 0.6, 0.65, 0.75, 0.75, 0.85])
    static let blackboard = TableSample(
        format: .blackboardGradebook,
        header: ["Last Name", "First Name", "Username", "Essay [Total Pts: 10] |101", "Lab [Total Pts: 20] |102"],
        learners: [
            ["Aas", "Kim", "1001", "7.5", "12"], ["Bly", "Lee", "1002", "8.5", "15"],
            ["Cox", "Max", "1003", "6.5", "11"],
        ], id: 2, score: 3, scores: [0.55, 0.6, 0.65, 0.75, 0.75, 0.85])
    static let sakai = TableSample(
        format: .sakaiGradebook, header: ["Student ID", "Student Name", "Essay [10.0]", "Lab [20.0]"],
        learners: [
            ["1001", "Aas, Kim", "7.5", "12"], ["1002", "Bly, Lee", "8.5", "15"], ["1003", "Cox, Max", "6.5", "11"],
        ], id: 0, score: 2, scores: [0.55, 0.6, 0.65, 0.75, 0.75, 0.85])
    static let classroom = TableSample(
        format: .googleClassroom, header: ["Last Name", "First Name", "Email Address", "Essay", "Lab"],
        special: [["Date", "", "", "2026-02-01", "2026-02-02"], ["Points", "", "", "10", "20"]],
        learners: [
            ["Aas", "Kim", "1001", "7.5", "12"], ["Bly", "Lee", "1002", "8.5", "15"],
            ["Cox", "Max", "1003", "6.5", "11"],
        ], id: 2, score: 3, scores: [0.55, 0.6, 0.65, 0.75, 0.75, 0.85])
    static let mastery = TableSample(
        format: .canvasMastery,
        header: ["Student name", "Student ID", "Student SIS ID", "Fractions result", "Fractions mastery points"],
        learners: [
            ["Kim Aas", "1001", "", "1.5", "4"], ["Lee Bly", "1002", "", "2.5", "4"],
            ["Max Cox", "1003", "", "0.5", "4"],
        ], id: 1, score: 3, scores: [0.125, 0.375, 0.625])

    static let canvasQuiz = TableSample(
        format: .canvasQuiz,
        header: [
            "name", "id", "section", "section_id", "submitted", "attempt", "201: Two?", "2.0", "202: Three?", "4.0",
            "n correct", "n incorrect", "score",
        ],
        learners: [
            ["Kim Aas", "1001", "S1", "9", "2026-02-01 10:00:00 UTC", "1", "a", "1.5", "x", "3", "1", "1", "4.5"],
            ["Lee Bly", "1002", "S1", "9", "2026-02-01 10:05:00 UTC", "1", "a", "0.5", "x", "1", "1", "1", "1.5"],
            ["Max Cox", "1003", "S1", "9", "2026-02-01 10:07:00 UTC", "1", "a", "2.0", "x", "0", "1", "1", "2"],
        ], id: 1, score: 7, scores: [0, 0.25, 0.25, 0.75, 0.75, 1])
    static let canvasNewQuiz = TableSample(
        format: .canvasNewQuiz,
        header: [
            "Name", "ID", "SISID", "SectionNames", "Submitted", "ElapsedTime", "Attempt", "ItemID", "ItemType", "Two?",
            "EarnedPoints", "Status", "ItemID", "ItemType", "Three?", "EarnedPoints", "Status", "PointsPossible",
            "OverallScore",
        ],
        learners: [
            [
                "Kim Aas", "1001", "", "S1", "2026-02-01 10:00:00 UTC", "0:10:00", "1", "201", "essay", "a", "1.5",
                "graded", "202", "essay", "x", "3", "graded", "6", "4.5",
            ],
            [
                "Lee Bly", "1002", "", "S1", "2026-02-01 10:05:00 UTC", "0:10:00", "1", "201", "essay", "a", "0.5",
                "graded", "202", "essay", "x", "1", "graded", "6", "1.5",
            ],
            [
                "Max Cox", "1003", "", "S1", "2026-02-01 10:07:00 UTC", "0:10:00", "1", "201", "essay", "a", "2.0",
                "correct", "202", "essay", "x", "4", "correct", "6", "6",
            ],
        ], id: 1, score: 10, scores: [0.25, 0.25, 0.75, 0.75, 1, 1])
    static let moodleQuiz = TableSample(
        format: .moodleQuiz,
        header: [
            "Surname", "First name", "Email address", "State", "Started on", "Completed", "Time taken", "Grade/10.00",
            "Q. 1 /5.00", "Q. 2 /5.00",
        ],
        learners: [
            [
                "Aas", "Kim", "1001", "Finished", "2 June 2026  8:28 AM", "2 June 2026  8:38 AM", "10 mins", "7.50",
                "4.00", "3.50",
            ],
            [
                "Bly", "Lee", "1002", "Finished", "2 June 2026  8:29 AM", "2 June 2026  8:39 AM", "10 mins", "8.50",
                "4.50", "4.00",
            ],
            [
                "Cox", "Max", "1003", "Finished", "2 June 2026  8:30 AM", "2 June 2026  8:40 AM", "10 mins", "6.50",
                "3.00", "3.50",
            ],
        ], id: 2, score: 8, scores: [0.6, 0.7, 0.7, 0.8, 0.8, 0.9])
    static let gradescope = TableSample(
        format: .gradescope,
        header: [
            "First Name", "Last Name", "SID", "Total Score", "Max Points", "Status", "Submission ID",
            "Submission Time", "1: Roots (5.0 pts)", "2: Limits (5.0 pts)",
        ],
        learners: [
            ["Kim", "Aas", "1001", "7.5", "10.0", "Graded", "11", "2026-02-01 10:00:00 +0100", "4.0", "3.5"],
            ["Lee", "Bly", "1002", "8.5", "10.0", "Graded", "12", "2026-02-01 10:10:00 +0100", "4.5", "4.0"],
            ["Max", "Cox", "1003", "6.5", "10.0", "Graded", "13", "2026-02-01 10:20:00 +0100", "3.0", "3.5"],
        ], id: 2, score: 8, scores: [0.6, 0.7, 0.7, 0.8, 0.8, 0.9])
    static let forms = TableSample(
        format: .googleForms,
        header: ["Timestamp", "Email Address", "Score", "Two?", "Two? [Score]", "Two? [Feedback]"],
        learners: [
            ["2026/02/03 10:00:00 AM GMT+1", "1001", "1.5 / 2", "two", "1.5 / 2", "-"],
            ["2026/02/03 10:01:00 AM GMT+1", "1002", "0.5 / 2", "two", "0.5 / 2", "-"],
            ["2026/02/03 10:02:00 AM GMT+1", "1003", "2 / 2", "two", "2 / 2", "-"],
        ], id: 1, score: 4, scores: [0.25, 0.75, 1])
    static let nbgrader = TableSample(
        format: .nbgrader,
        header: ["assignment", "timestamp", "student_id", "last_name", "first_name", "score", "max_score"],
        learners: [
            ["ps1", "2026-02-01 10:00:00", "1001", "Aas", "Kim", "7.5", "10.0"],
            ["ps1", "2026-02-01 11:00:00", "1002", "Bly", "Lee", "8.5", "10.0"],
            ["ps1", "2026-02-01 12:00:00", "1003", "Cox", "Max", "6.5", "10.0"],
        ], id: 2, score: 5, scores: [0.65, 0.75, 0.85])
    static let powerSchool = TableSample(
        format: .powerSchool,
        preamble: [
            ["Teacher Name:", "Rae, Jo", ""], ["Class:", "Algebra", ""], ["Assignment Name:", "Essay", ""],
            ["Points Possible:", "10", ""], ["Due Date:", "2026-02-01", ""], ["Extra Points:", "0", ""],
            ["Score Type:", "Points", ""],
        ],
        header: ["Student Num", "Student Name", "Score"],
        learners: [["1001", "Aas, Kim", "7.5"], ["1002", "Bly, Lee", "8.5"], ["1003", "Cox, Max", "6.5"]], id: 0,
        score: 2, scores: [0.65, 0.75, 0.85])

    static let dataShop = TableSample(
        format: .dataShop, delimiter: "\t",
        header: ["Anon Student Id", "Time", "Time Zone", "Problem Name", "Step Name", "Outcome"],
        learners: [
            ["1001", "2026-02-01 10:00:00", "UTC", "p1", "s1", "CORRECT"],
            ["1002", "2026-02-01 10:01:00", "UTC", "p1", "s1", "INCORRECT"],
            ["1003", "2026-02-01 10:02:00", "UTC", "p1", "s1", "CORRECT"],
        ], id: 0, score: 5, scores: [0, 1, 1])
    static let assistments = TableSample(
        format: .assistments, header: ["order_id", "user_id", "problem_id", "correct", "hint_count", "skill_name"],
        learners: [
            ["1", "1001", "p1", "1", "0", "Add"], ["2", "1002", "p1", "0", "0", "Add"],
            ["3", "1003", "p1", "1", "0", "Add"],
        ], id: 1, score: 3, scores: [0, 1, 1])
    static let anki = TableSample(
        format: .anki, header: ["user_id", "card_id", "review_time", "review_rating"],
        learners: [
            ["1001", "c", "1770000000000", "3"], ["1002", "c", "1770000001000", "1"],
            ["1003", "c", "1770000002000", "4"],
        ], id: 0, score: 3, scores: [0, 1, 1])
    static let tidy = TableSample(
        format: .tidyCSV, header: ["learner", "item", "score", "max", "at"],
        learners: [
            ["1001", "x", "7.5", "10", "2026-02-01T10:00:00Z"], ["1002", "x", "8.5", "10", "2026-02-01T10:01:00Z"],
            ["1003", "x", "6.5", "10", "2026-02-01T10:02:00Z"],
        ], id: 0, score: 2, scores: [0.65, 0.75, 0.85])
}
