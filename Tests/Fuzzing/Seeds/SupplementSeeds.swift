internal import SyncopateFormats

/// Files that are passed beside evidence.
enum SupplementSeeds {
    private static func rows(_ rows: String...) -> [FuzzSeed] { [.rows(rows, share: nil)] }

    static let skillMap = rows(
        "item,skill,weight", "1001,a,2", "\" essay  one \",b,", "Quiz,\"c\nd\",-1", "Nowhere,d,1")

    static let items = rows(
        "item,minutes,difficulty,kind,due,assigned,max,requires", "Essay,30,-0.5,bonus,2026-09-01T00:00:00Z,no,10,",
        "Quiz,x,1,work,2026-09-01,yes,5,Essay", "\"Lab, one\",45,,attendance,,,,")

    static let gradeScale = rows("grade,share", "A,0.95", "\"B,+\",0.85", "C,75%", "F,0")

    static let decisions = rows(
        "decision,learner,action,propensity,reward,target,predicted,predicted_target", "d1,l1,a,0.5,0.2,0.25,0.3,0.4",
        "d1,l1,b,0.5,,0.75,0.1,", "d2,l2,b,0.25,1,1,0.5,0.5", "d2,l2,a,0.75,,0,0.5,")

    static let slots = rows(
        "slot,start,minutes,capacity,lead,section", " a ,2026-09-07 10:15,25,6,Peers,7B", "b,,,0,,",
        "c,2026-09-07T10:15:00+02:00,30,2,teacher,")

    static let availability = rows("learner,slot,available", "1,a,yes", "1,B,", "2,c,no", "4,a,1", "4,a,0")

    static let pairs = rows("rule,learner,learner", "Together,1,2", "apart,Ada Abara,3,4,2", "apart,1,x,2")

    static let roster = rows(
        "learner,name,status,login_id", "1,,Active,a@b", "new,Nu,,", "4,,withdrawn,", "\"Abara, Ada\",,,", "2,,gone,")

    static let teacherPlan = rows(
        "topic,mode,section,day,minutes", "Fractions,Whole  Class,7b,Mon,45", "1,homework,,,",
        "ratios,live_peer,,2026-09-02,20")

    static let traces = rows(
        "learner,course,item,type,at,on_time,rank,attempted,persisted,help_asked,help_needed,rapid_wrong,confidence,"
            + "correct,voluntary,due,submitted",
        "a,c,i,essay,2026-09-01,yes,0.25,0.5,no,yes,yes,yes,0.8,1,no,2026-09-02,2026-09-01",
        "b,c,i,essay,2026-09-01,no,,no,y,0,1,n,0.5,no,1,,")

    static let modeLog = rows(
        "learner,mode,gain,minutes,success,independence,independence_sd,peer_reach,stuck,complexity,people",
        "a,live_teacher,0.4,45,0.3,-1,0.5,0.7,0.2,0.5,6", ",ASYNC_SOLO,-1,,,,,,,,", "a,parallel,0,,,2,,,,,")

    static let liveDecisions = rows(
        "learner,mode,uplift,gain,expected", "a,live_teacher,0.5,0.4,0.3", "b,async_solo,-0.25,,0.1", "c,parallel,,0,")

    static let groups = rows("learner,gender,\"first\nlanguage\"", "a,x,de", "b,y,", "\"c, d\",x,fr")

    static let advicePlan = rows(
        "learner,item,rank,mode,minutes,success,success_sd,topic,happened,correction,note,plan,type",
        "a,i,1,either,20,0.5,0.1,Data,,,,1,advice", "a,j,2,sync,10,0.25,0.1,Data,yes,0.75,\"y, z\",1,advice",
        ",i,,,,,,,,,,1,column")

    static let earlierPlan = [
        FuzzSeed.records(
            [
                #"{"type":"meeting","slot":"a","groups":[{"topic":"Ratios","members":[{"learner":"1","role":"peer"}]}]}"#,
                #"{"type":"seat","learner":"1"}"#,
            ], share: nil)
    ]

    static let catalogue = [
        FuzzSeed.records(
            [
                #"{"skills": [{"id": "add", "title": "Adding", "guess": 0.25},"#,
                #"{"id": "multiply", "requires": [{"skill": "add", "weight": 0.8}], "formerly": ["times"]}],"#,
                #""items": [{"id": 7, "skills": ["add", {"skill": "multiply", "weight": 0.5}], "minutes": 4,"#,
                #""difficulty": -0.5, "kind": "work", "due": "2026-09-01T00:00:00Z", "assigned": true, "max": 10}],"#,
                #""goals": [{"id": "exam", "purpose": "remember", "skills": ["add"], "weight": 2, "by": "2026-12-01"}]}"#,
            ], share: nil),
        .rows(
            ["skill,title,requires,guess,formerly", "add,Adding,,0.25,", "multiply,,add:0.8,,times"], share: nil),
        .rows(
            [
                "goal,purpose,skills,items,weight,threshold,by,learners",
                "exam,remember,add,,2,0.8,2026-12-01,ada",
            ], share: nil),
    ]

    static let competencies = [
        FuzzSeed.records(
            [
                #"{"CFItems":[{"identifier":"a","fullStatement":"Adds","humanCodingScheme":"1.A"},"#,
                #"{"identifier":"b","fullStatement":"Adds more"}],"#,
                #""CFAssociations":[{"associationType":"isChildOf","sequenceNumber":1,"originNodeURI":{"identifier":"b"},"#,
                #""destinationNodeURI":{"identifier":"a"}}]}"#,
            ], share: nil)
    ]

    static let outcomes = rows(
        "vendor_guid,object_type,title,description,parent_guids,workflow_state,mastery_points,ratings",
        "a,group,Numbers,,,active,,", "b,outcome,Adds,\"x\ny\",a,active,3,5,Exceeds,3,Meets",
        "c,outcome,,,a b,deleted,,")
}
