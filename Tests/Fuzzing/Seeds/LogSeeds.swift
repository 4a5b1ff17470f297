internal import SyncopateFormats

/// Logs and statements made up after the shape of their formats.
enum LogSeeds {
    static let dataShop = [
        FuzzSeed.rows(
            [
                [
                    "Row", "Transaction Id", "Anon Student Id", "Time", "Time Zone", "Problem Name", "Step Name",
                    "Attempt At Step", "Outcome", "Input", "KC (Default)", "KC Category (Default)", "KC (Other)",
                ],
                ["1", "t1", "Stu_a", "2026-02-03 10:00:00", "UTC", "P1", "s1", "1", "HINT", "", "add", "", "x"],
                [
                    "2", "t2", "Stu_a", "2026-02-03 10:00:09", "UTC", "P1", "s1", "2", "INCORRECT", "say \"two\"",
                    "add", "", "x",
                ],
                [
                    "3", "t3", "planted-learner", "2026-02-03 10:00:20", "UTC", "P1", "planted-item", "1", "CORRECT",
                    "3",
                    "add", "", "x",
                ],
                ["4", "t4", "Stu_b", "2026-02-03 10:01:00", "UTC", "P1", "s1", "1", "INCORRECT", "\"3", "", "", ""],
            ].map { $0.joined(separator: "\t") }, share: 1),
        FuzzSeed.rows(
            [
                [
                    "Row", "Anon Student Id", "Problem Hierarchy", "Problem Name", "Problem View", "Step Name",
                    "First Transaction Time", "Correct First Attempt", "First Attempt", "Incorrects", "Hints",
                    "Corrects",
                    "KC (Default)", "Opportunity (Default)",
                ],
                [
                    "1", "Stu_a", "U", "P1", "1", "s1", "2026-02-03 10:00:00.0", "0", "hint", "1", "2", "1",
                    "add~~carry", "1~~1",
                ],
                [
                    "2", "planted-learner", "U", "P1", "1", "planted-item", "2026-02-03 10:00:00.0", "1", "correct",
                    "0",
                    "0", "1", "add", "1",
                ],
                ["3", "Stu_b", "U", "P1", "1", "s1", "2026-02-03 10:00:00.0", "0", "incorrect", "1", "0", "0", "", ""],
            ].map { $0.joined(separator: "\t") }, share: 1),
        FuzzSeed.rows(
            [
                [
                    "Row", "Anon Student Id", "Problem Hierarchy", "Problem Name", "Step Name",
                    "First Transaction Time", "Correct First Attempt", "KC(Default)",
                ],
                ["1", "Stu_a", "U1", "P1", "s1", "2/13/2026 10:00", "0", "add~~carry"],
                ["2", "planted-learner", "U1", "P1", "planted-item", "2/3/2026 10:00", "1", "add"],
                ["3", "Stu_b", "U2", "P1", "s1", "1770112800000", "", ""],
            ].map { $0.joined(separator: "\t") }, share: 1),
    ]

    static let assistments = [
        FuzzSeed.rows([
            "order_id,assignment_id,user_id,problem_id,original,correct,attempt_count,ms_first_response,hint_count,skill_name",
            "31,9,71,p1,1,1,1,4500,0,Area", "30,9,71,p2,1,0,3,-20,2,\"Perimeter, outer\"",
            "29,9,planted-learner,planted-item,1,0.725,1,900,0,Area", "31,9,71,p1,1,1,1,4500,0,Perimeter",
            "32,9,72,p1,1,0.5,1,900,,", "33,9,72,p2,1,0,1,900,0,Area",
        ]),
        FuzzSeed.rows([
            "studentId,action_num,skill,problemId,startTime,timeTaken,correct,original,hint,hintCount",
            "8,12,area,86,1096470301,49,0,1,1,1", "8,13,area,86,1096470350,10.5,1,1,0,1",
            "planted-learner,12,area,planted-item,1096470301,49,0.725,1,0,0",
        ]),
    ]

    static let xapi: [FuzzSeed] = {
        func statement(_ actor: String, _ item: String, _ result: String, more: String = "") -> String {
            #"{"id":"00000000-0000-4000-8000-0000000000\#(item.count)","actor":{"account":{"homePage":"http://a.example","name":"\#(actor)"}},"#
                + #""verb":{"id":"http://adlnet.gov/expapi/verbs/answered"},"object":{"id":"http://example.org/\#(item)"},"#
                + #""result":\#(result),"timestamp":"2026-02-03T10:00:00Z"\#(more)}"#
        }
        let planted = statement(
            "planted-learner", "planted-item",
            #"{"score":{"raw":7.25,"min":0,"max":10},"success":true,"duration":"PT20S"}"#)
        let others = [
            statement("lea", "q1", #"{"success":true}"#),
            statement(
                "ben", "q22", #"{"score":{"scaled":0.5},"completion":true}"#,
                more:
                    #","context":{"registration":"r1","contextActivities":{"parent":[{"id":"http://example.org/t"}]}}"#),
            statement("ben", "q333", #"{"score":{"scaled":0.25,"raw":1,"max":4},"success":false}"#),
            #"{"actor":{"mbox":"mailto:ben@example.org"},"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},"#
                + #""object":{"objectType":"StatementRef","id":"00000000-0000-4000-8000-000000000003"}}"#,
        ]
        let all = [others[0], others[1], planted, others[2], others[3]]
        return [
            .records(all), .records(all, before: "[", after: "]", end: ",\n"),
            .records(all, before: #"{"statements":["#, after: #"],"more":""}"#, end: ","),
            .records(all.map { #"{"_id":{"$oid":"5c"},"statement":\#($0),"voided":false}"# }),
        ]
    }()

    static let openEdX: [FuzzSeed] = {
        func event(_ name: String, _ payload: String, user: String, source: String = "server") -> String {
            #"{"name":"\#(name)","event_type":"\#(name)","event_source":"\#(source)","username":"","#
                + #""context":{"course_id":"c","user_id":\#(user),"module":{"display_name":"Dreams"}},"#
                + #""event":\#(payload),"time":"2026-02-03T10:00:00+00:00"}"#
        }
        func check(_ problem: String, grade: String) -> String {
            #"{"problem_id":"\#(problem)","attempts":1,"grade":\#(grade),"max_grade":10,"correct_map":{"#
                + #""\#(problem)_2_1":{"correctness":"partially-correct","npoints":null,"queuestate":null}}}"#
        }
        let planted = event("problem_check", check("planted-item", grade: "7.25"), user: "\"planted-learner\"")
        let lines = [
            event("problem_check", #""input_p_2_1=choice_2""#, user: "7", source: "browser"),
            event("problem_check", check("p", grade: "5"), user: "7"), planted,
            event("edx.problem.hint.demandhint_displayed", #"{"module_id":"p","hint_index":0}"#, user: "8"),
            event("problem_check", check("q", grade: "9"), user: "8"),
            event(
                "edx.grades.problem.submitted", #"{"problem_id":"z","weighted_earned":1,"weighted_possible":4}"#,
                user: "9"),
        ]
        let prefix = "2026-02-03 10:00:00,000 INFO 27 [tracking] [user 7] [ip 10.0.0.1] logger.py:41 - "
        return [.records(lines), .records(lines.map { prefix + $0 })]
    }()

    static let caliper: [FuzzSeed] = {
        func grade(_ learner: String, _ item: String, _ score: String, id: Int) -> String {
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"urn:uuid:\#(id)","type":"GradeEvent","#
                + #""actor":{"id":"urn:grader","type":"SoftwareApplication"},"action":"Graded","object":{"type":"Attempt","#
                + #""id":"urn:a\#(id)","assignee":"urn:\#(learner)","assignable":{"id":"urn:\#(item)","name":"\#(item)"},"count":1},"#
                + #""generated":{"type":"Score","scoreGiven":\#(score),"maxScore":10},"eventTime":"2026-02-03T10:00:00.000Z"}"#
        }
        let events = [
            grade("s1", "Quiz", "5", id: 1), grade("planted-learner", "planted-item", "7.25", id: 2),
            grade("s2", "Quiz 3", "9.5", id: 3),
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p1","id":"e","type":"AssessmentItemEvent","#
                + #""actor":{"id":"urn:s1"},"action":"Completed","object":{"id":"urn:i1","type":"AssessmentItem"},"#
                + #""generated":{"type":"Response","extensions":{"success":"False"}},"eventTime":"2026-02-03T10:00:00Z"}"#,
            #"{"@context":"http://purl.imsglobal.org/ctx/caliper/v1p2","id":"f","type":"GradeEvent","action":"Graded","#
                + #""actor":{"id":"urn:s3"},"object":{"id":"urn:x/attempt/3","type":"Attempt","extensions":{"count":3,"#
                + #""assignable":{"id":"urn:p"},"assignee":{"id":"urn:s3"}}},"generated":{"score":{"scoreGiven":1,"#
                + #""maxScore":4,"type":"Score"}},"eventTime":"2026-02-03T10:00:00Z"}"#,
        ]
        return [
            .records(events),
            .records(
                events, before: #"{"sensor":"urn:x","sendTime":"2026-02-03T10:00:00Z","dataVersion":"v","data":["#,
                after: "]}", end: ","),
        ]
    }()

    static let qti: [FuzzSeed] = {
        func item(_ name: String, _ score: String, _ status: String = "final") -> String {
            "<itemResult identifier=\"\(name)\" sequenceIndex=\"1\" datestamp=\"2026-03-02T09:00:00Z\" "
                + "sessionStatus=\"\(status)\"><responseVariable identifier=\"RESPONSE\" cardinality=\"single\">"
                + "<correctResponse><value>a</value></correctResponse><candidateResponse><value>b</value>"
                + "</candidateResponse></responseVariable><outcomeVariable identifier=\"SCORE\" cardinality=\"single\" "
                + "baseType=\"float\"><value>\(score)</value></outcomeVariable><outcomeVariable identifier=\"MAXSCORE\" "
                + "cardinality=\"single\" baseType=\"float\"><value>10</value></outcomeVariable></itemResult>"
        }
        return [
            .records(
                [
                    item("i1", "5"), item("planted-item", "7.25"), item("i3", "0", "pendingSubmission"),
                    item("i4", "9.5"),
                ],
                before: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<assessmentResult xmlns=\"http://www.imsglobal.org/xsd/imsqti_result_v2p2\">\n"
                    + "<context sourcedId=\"planted-learner\"/>\n",
                after: "</assessmentResult>\n")
        ]
    }()

    static let anki = [
        FuzzSeed.rows(
            [
                "user_id,card_id,review_time,review_rating,review_state,review_duration", "7,c1,1772442000000,1,0,2500",
                "planted-learner,planted-item,1772442000000,3,1,900", "8,c1,1772442000000,2,1,",
                "7,c2,1772442060000,4,0,2500", "8,c1,1772442000000,2,1,",
            ], share: 1),
        FuzzSeed.rows(
            [
                "id,cid,usn,ease,ivl,lastIvl,factor,time,type", "1772442000123,1500,-1,3,-600,-60,0,4500,0",
                "1772442060000,1500,-1,1,1,-600,2500,60000,1", "1772442180000,1501,-1,0,10,4,2500,0,4",
            ], share: nil),
    ]
}
