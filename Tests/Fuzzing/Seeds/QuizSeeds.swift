internal import SyncopateFormats

/// Exports of quizzes made up after the shape of their formats.
enum QuizSeeds {
    static let canvas = [
        FuzzSeed.rows([
            "name,id,section,section_id,submitted,attempt,\"501: Which\none?\",2.0,502: planted-item,10,"
                + "n correct,n incorrect,score",
            "A,71,S,3,2026-02-03 10:00:00 UTC,2,b,2.0,x,8.5,1,1,3",
            "P,planted-learner,S,3,2026-02-03 10:00:00 UTC,1,b,2.0,x,7.25,1,1,9.25",
            "B,72,S,3,2026-02-04 10:00:00 UTC,1,,,,0,0,1,0", "A,71,S,3,2026-02-02 10:00:00 UTC,1,\"a, b\",1,y,5,1,1,6",
        ])
    ]

    static let canvasNew = [
        FuzzSeed.rows(
            [
                "Name,ID,SISID,SectionIDs,SectionNames,SectionSISIDs,Submitted,ElapsedTime,Attempt,ItemID,ItemType,"
                    + "Which one?,EarnedPoints,Status,ItemID.1,ItemType.1,Why?,EarnedPoints.1,Status.1,"
                    + "NumberOfCorrect,NumberOfIncorrect,NoResponse,PointsPossible,OverallScore",
                "A,71,S1,3,S,,2026-02-03 10:00:00 UTC,0:21:00,1,501,choice,b,2.0,Correct,planted-item,essay,\"x, y\",10,Graded,"
                    + "1,0,0,12,12",
                "P,planted-learner,S2,3,S,,2026-02-03 10:00:00 UTC,25:21:00,1,501,choice,b,2.0,Correct,planted-item,essay,x,"
                    + "7.25,Graded,1,0,0,12,9.25",
                "B,72,S3,3,S,,2026-02-04 10:00:00 UTC,0:01:00,1,501,choice,a,0,Incorrect,planted-item,essay,y,,NotGraded,"
                    + "0,1,0,12,0",
            ], item: "planted-item")
    ]

    static let moodle = [
        FuzzSeed.rows(
            [
                "Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/20.00,Q. 1 /10.00,"
                    + "Q. 2 /10.00",
                "E,L,l@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 8:40 AM,12 mins 5 secs,15.00,7.00,8.00",
                "L,P,planted-learner@x.org,Finished,2 June 2021 8:28 AM,2 June 2021 9:40 AM,1 hour 12 mins,13.25,6.00,7.25",
                "E,M,m@x.org,In progress,2 June 2021 8:30 AM,-,-,-,Requires grading,-",
                "\"F, Jr\",N,n@x.org,Finished,3 June 2021 8:28 AM,4 June 2021 10:28 AM,1 day 2 hours,9.50,0.00,9.50",
                "Overall average,,,,,,,12,4,8",
            ], item: "2"),
        FuzzSeed.rows(
            [
                "姓,名,电子邮件地址,状态,开始于,完成,考试时长,成绩/20.00,听/5.00,题. 1 /10.00,题. 2 /10.00",
                "E,L,l@x.org,已结束,2021年06月2日 08:28,2021年06月2日 08:40,12 分钟,15.00,5.00,-7.00,8.00",
                "L,P,planted-learner@x.org,已结束,2021年06月2日 08:28,someday,12 分钟,13.25,4.00,6.00,7.25",
                "\"F, Jr\",N,n@x.org,进行中,2021年06月3日 08:28,-,-,-,-,9.50,0.00",
            ], item: "2"),
    ]

    static let gradescope = [
        FuzzSeed.rows([
            "First Name,Last Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,Lateness (H:M:S),"
                + "View Count,Submission Count,1: Roots (5.0 pts),2: planted-item (10.0 pts)",
            "A,B,1,a@x.org,10.0,15.0,Graded,9,2026-03-02 15:44:18 -0500,96:00:00,1,1,5.0,5.0",
            "P,L,planted-learner,p@x.org,11.25,15.0,Graded,8,2026-03-02 15:44:18 -0500,0:00:00,1,1,4.0,7.25",
            "C,D,2,c@x.org,,15.0,Missing,,,,,,0.0,0.0",
            "\"E, F\",G,3,e@x.org,9,15.0,Graded,7,2026-03-02 15:44:18 -0500,0:00:00,1,2,,9",
        ]),
        FuzzSeed.rows([
            "Name,SID,HW,HW - Max Points,HW - Submission Time,HW - Lateness (H:M:S),planted-item,"
                + "planted-item - Max Points,planted-item - Submission Time,planted-item - Lateness (H:M:S)",
            "A,1,8,10,2026-03-02 15:44:18,0:00:00,9.5,10,2026-03-02 15:44:18,0:00:00",
            "P,planted-learner,8,10,2026-03-02 15:44:18,0:00:00,7.25,10,2026-03-02 15:44:18,0:00:00",
            "B,2,,10,,,8,12,2026-03-02 15:44:18,0:00:00",
        ]),
    ]

    static let googleForms = [
        FuzzSeed.rows([
            "Timestamp,Email Address,Score,What?,What? [Score],What? [Feedback],planted-item,planted-item [Score]",
            "6/14/2026 8:28:00 PM GMT+5:30,a@x.org,6 / 12,x,1.00 / 2,,y,5 / 10",
            "6/14/2026 8:29:00 PM GMT+5:30,planted-learner@x.org,8.25 / 12,x,1.00 / 2,,y,7.25 / 10",
            "6/14/2026 8:30:00 PM GMT+5:30,b@x.org,-- / 12,\"x\ny\",-- / 2,ok,y,9.5 / 10",
            "6/15/2026 8:30:00 PM GMT+5:30,a@x.org,12 / 12,x,2 / 2,,y,10 / 10",
        ]),
        FuzzSeed.rows([
            "Horodateur,Score total,Nom complet,Nom complet [Score],planted-item,planted-item [Score]",
            "12/06/2026 08.28.00,7.00 / 10,A B,-- / 0,y,7.00 / 10",
            "14/06/2026 08.29.00,7.25 / 10,planted-learner,-- / 0,y,7.25 / 10",
            "15/06/2026 08:30:00 IST,9.50 / 10,C D,-- / 0,y,9.50 / 10",
        ]),
    ]

    static let nbgrader = [
        FuzzSeed.rows([
            "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,"
                + "max_score",
            "other,2026-03-01 12:00:00.5,2026-03-01 11:00:00,a,A,B,,6.0,2.0,4.0,8.0",
            "planted-item,2026-03-01 12:00:00,2026-03-01 11:00:00.25,planted-learner,,,,7.25,0.0,7.25,10.0",
            "other,2026-03-01 12:00:00,,b,,,,0.0,0.0,0.0,8.0",
            "other,2026-03-01 12:00:00,2026-03-02 11:00:00,c,,,,7.5,0.0,7.5,8.0",
        ])
    ]
}
