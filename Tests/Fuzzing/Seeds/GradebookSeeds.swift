internal import SyncopateFormats

/// Gradebooks made up after the shape of their formats.
enum GradebookSeeds {
    static let canvas = [
        FuzzSeed.rows(
            [
                "Student,ID,SIS Login ID,Section,Notes,Essay (1001),planted-item (1002),\"Quiz\ntwo (1003)\",Final Score",
                "    Points Possible,,,,,10,10,\"1,000.00\",(read only)", "\"Able, Ann\",11,ann,S1,x,5,8,\"87.5\",50",
                "\"Planted, P\",planted-learner,pl,S1,,6,7.25,900,70", "\"Best, Bob\",12,bob,S1,\"a\nb\",,EX,N/A,",
                "\"Cole, Cy\",13,cy,S2,,-,9.5,12.5,10", "\"Student, Test\",99,t,S1,,1,1,1,1",
            ], headers: 2),
        FuzzSeed.rows(
            [
                "Student;ID;SIS User ID;SIS Login ID;Section;Essay (1001);planted-item (1002);Final Grade",
                "    Points Possible;;;;;10;10;(read only)", "Able, Ann;11;s1;ann;S1;5,5;8,25;B",
                "Planted, P;planted-learner;s2;pl;S1;6;7,25;C", "Best, Bob;12;s3;bob;S1;;9,75;A",
            ], headers: 2),
    ]

    static let moodle = [
        FuzzSeed.rows([
            "First name,Last name,ID number,Institution,Department,Email address,Quiz: Week 1 (Real),"
                + "Quiz: Week 1 (Percentage),Quiz: planted-item (Percentage),Quiz: planted-item (Feedback),"
                + "Last downloaded from this course",
            "Ana,Ruiz,501,,,ana@x.org,7.50,75.00 %,50.00 %,\"good,\nthanks\",1772000000",
            "Pla,Nted,planted-learner,,,p@x.org,3.00,30.00 %,72.50 %,,1772000000",
            "Ben,Sol,502,,,ben@x.org,-,-,-,,1772000000", "Cy,Cole,503,,,cy@x.org,1.25,12.50 %,100.00 %,,1772000000",
        ]),
        FuzzSeed.rows([
            "Nom,Cognoms,Número ID,Adreça electrònica,Any,Qüestionari:Tema 1 (Percentatge),planted-item (Percentatge),"
                + "Total de Tema (Percentatge)",
            "Ana,Ruiz,501,ana@x.org,2019,\"75,00 %\",\"50,000 %\",\"60,00 %\"",
            "Pla,Nted,planted-learner,p@x.org,2020,\"30,00 %\",\"72,500 %\",\"51,25 %\"",
            "Ben,Sol,502,ben@x.org,2020,-,\"100,000 %\",-",
        ]),
    ]

    static let brightspace = [
        FuzzSeed.rows([
            "OrgDefinedId,Username,Last Name,First Name,Essay Points Grade <Numeric MaxPoints:10 Weight:5>,"
                + "planted-item Points Grade <Numeric MaxPoints:10>,Calculated Final Grade Numerator,End-of-Line Indicator",
            "#0071,#nadia,Petit,Nadia,5.5,8,13.5,#", "#planted-learner,#pl,L,P,6,7.25,13,#",
            "#0072,#omar,\"Quist, Jr\",Omar,,9.75,9,#", "#0073,#cy,Cole,Cy,0,10,10,#",
        ]),
        FuzzSeed.rows([
            "Username,Group Membership,Essay Weighted Grade <Numeric MaxPoints:10 Weight:5>,"
                + "planted-item Points Grade <Numeric MaxPoints:10>,Homework Subtotal Numerator,End-of-Line Indicator",
            "#nadia,1,4.5,8,13.5,#", "#planted-learner,2,5,7.25,13,#", "#omar,1,,9.75,9,#",
        ]),
    ]

    static let blackboard = [
        FuzzSeed.rows(
            [
                [
                    "Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability",
                    "Quiz 3 [Total Pts: 10 Score] |664617", "planted-item [Total Pts: 10] |664618",
                ],
                ["Aas", "Kim", "kaas", "77", "2026-03-01 10:00:00", "Yes", "6", "Needs Grading"],
                ["L", "P", "planted-learner", "78", "", "Yes", "5", "7.25"],
                ["Bly", "Lee", "lbly", "79", "", "Yes", "0.5", "In Progress(3.00)"],
                ["Cox", "Max", "mcox", "80", "", "No", "12", ""],
            ].map { $0.map { "\"\($0)\"" }.joined(separator: "\t") }),
        FuzzSeed.rows(
            [
                [
                    "Apellidos", "Nombre", "Nombre de usuario", "Proyecto [Puntos totales: 1.500 Puntuación] |1",
                    "planted-item [Puntos totales: 10 Puntuación] |2", "Solemne [Puntos totales: 100 Escala] |3",
                    "Total [Puntos totales: hasta 110 Puntuación] |4", "Comentarios",
                ],
                ["Aas", "Kim", "kaas", "850", "8,5", "6,4", "91,5", "bien"],
                ["L", "P", "planted-learner", "1.200", "7,25", "5,5", "90,5", ""],
                ["Bly", "Lee", "lbly_previewuser", "", "6", "", "", ""], ["Cox", "Max", "mcox", "", "9", "", "", ""],
            ].map { $0.map { "\"\($0)\"" }.joined(separator: ",") }),
    ]

    static let sakai = [
        FuzzSeed.rows(
            [
                ["Student ID", "Student Name", "Essay [10.0]", "* Essay", "planted-item [10]", "Course Grade"],
                ["s1", "Dent, Stu", "7.5", "good", "null", "B"],
                ["planted-learner", "L, P", "6", "", "7.25", "B"],
                ["s2", "Dent, Sue", "12", "two\nlines", "4.5", "A"], ["s3", "Dent, Sid", "", "", "9", "A"],
            ].map { $0.map { "\"\($0)\"" }.joined(separator: ",") }),
        FuzzSeed.rows(
            [
                ["ID estudiante", "Nombre", "# Sección", "Proyecto [1.500]", "* Proyecto", "planted-item [10]"],
                ["s1", "Dent, Stu", "A", "850", "bien", "8,25"], ["planted-learner", "L, P", "A", "1.200", "", "7,25"],
                ["s2", "Dent, Sue", "B", "", "", "9,5"],
            ].map { $0.map { "\"\($0)\"" }.joined(separator: ";") }),
    ]

    static let googleClassroom = [
        FuzzSeed.rows(
            [
                "Last Name,First Name,Email Address,Essay,planted-item", "Date,,,2026-03-01,", "Points,,,20,10",
                "A,B,a@x.org,15,8.5", "L,P,planted-learner@x.org,12,7.25", "C,D,c@x.org,,6", "E,F,e@x.org,0,10",
            ], headers: 3)
    ]

    static let powerSchool = [
        FuzzSeed.rows(
            [
                "Teacher Name:,P,", "Assignment Name:,planted-item,", "Due Date:,2026-03-01,", "Points Possible:,10.0,",
                "Score Type:,POINTS,", "Student Num,Student Name,Score", "1,\"Able, Ann\",8.5",
                "planted-learner,\"L, P\",7.25", "2,B,Exempt", "3,C,", "4,D,9",
            ], headers: 6)
    ]

    static let canvasMastery = [
        FuzzSeed.records(
            [
                #"{"id":42,"score":4,"submitted_or_assessed_at":"2026-02-03T10:00:00Z","links":{"user":"3","learning_outcome":"97"}}"#,
                #"{"id":43,"score":7.25,"links":{"user":"planted-learner","learning_outcome":"98"}}"#,
                #"{"id":44,"score":2,"percent":0.65,"links":{"user":"4","learning_outcome":"98"}}"#,
                #"{"id":45,"score":5,"links":{"user":"4","learning_outcome":"97"}}"#,
            ],
            before: #"{"outcome_results":["#,
            after: #"],"linked":{"outcomes":[{"id":97,"title":"Fractions","points_possible":5,"mastery_points":3},"#
                + #"{"id":"98","title":"planted-item","points_possible":10}],"users":[{"id":3,"name":"Lea"}]}}"#,
            end: ","),
        FuzzSeed.records(
            [
                #"{"scores":[{"score":5,"links":{"outcome":"97"}},{"score":null,"links":{"outcome":"98"}}],"#
                    + #""name":"Lea","links":{"user":"3","section":"8"}}"#,
                #"{"scores":[{"score":7.25,"links":{"outcome":"98"}}],"name":"P","links":{"user":"planted-learner"}}"#,
                #"{"scores":[{"score":2,"links":{"outcome":"97"}}],"name":"course","links":{"course":"1"}}"#,
            ],
            before: #"{"rollups":["#,
            after: #"],"linked":{"outcomes":[{"id":97,"title":"Fractions","points_possible":5},"#
                + #"{"id":"98","title":"planted-item","points_possible":10}]}}"#, end: ","),
        FuzzSeed.rows(
            [
                "Student name,Student ID,Student SIS ID,Fractions result,Fractions mastery points,planted-item result,"
                    + "planted-item mastery points",
                "Lea Hart,3,s3,4,3,,2", "P L,planted-learner,s4,2,3,7.25,6", "Ben Lund,4,N/A,1.5,3,2,2",
            ], options: ReadOptions(maximum: 10)),
    ]

    static let canvasSubmissions = [
        FuzzSeed.records(
            [
                #"{"id":1,"assignment_id":1,"user_id":7,"workflow_state":"graded","score":8,"attempt":2,"late":true,"#
                    + #""submitted_at":"2026-02-03T10:00:00Z","assignment":{"name":"Essay","points_possible":10},"#
                    + #""user":{"id":7,"name":"Lea","sis_user_id":"s7"},"submission_history":[{"attempt":1,"score":4,"#
                    + #""workflow_state":"graded","submitted_at":"2026-02-02T10:00:00Z"}]}"#,
                #"{"id":2,"assignment_id":"planted-item","user_id":"planted-learner","workflow_state":"graded","score":7.25,"#
                    + #""assignment":{"name":"planted-item","points_possible":10}}"#,
                #"{"id":3,"assignment_id":2,"user_id":7,"workflow_state":"unsubmitted","missing":true,"#
                    + #""assignment":{"name":"other","points_possible":10}}"#,
                #"{"id":4,"assignment_id":1,"user_id":8,"workflow_state":"graded","score":null,"excused":true}"#,
            ], before: "[", after: "]", end: ",")
    ]
}
