internal import SyncopateFormats

/// Events in our own formats.
enum OwnSeeds {
    static let csv = [
        FuzzSeed.rows([
            "learner,item,score,max,at,attempt,skills,status,hints,seconds,mode,event_id,title",
            "a,x,1,2,2026-09-01T08:30:00Z,1,s:0.5;t,,0,12.5,sync,e1,\"One, two\"",
            "planted-learner,planted-item,7.25,10,2026-09-01T08:30:00Z,1,s,,,,,e2,", "b,y,,5,,,,excused,,,,,",
            "b,x,0.5,1,1788244200,2,,,,,parallel,,\"a\nb\"", "c,x,70%,,,,,,,,,,", "\"d, e\",y,4,5,,,t,scored,1,,,e9,",
        ]),
        FuzzSeed.rows([
            "timestamp,user_id,problem_id,correct,skill_id,max_score,mode,status",
            "1600000000,planted-learner,planted-item,7.25/10,a,10,,",
            "1600000000,planted-learner,planted-item,7.25/10,b,10,,", "1600000001,b,x,true,\"a, b\",NA,zoom,late",
            "1600000002,b,y,no,NA,NA,,absent", "1.6E+09,c,Total,3,a~~b,5,,graded",
        ]),
        FuzzSeed.rows([
            "score;order;item;learner", "0,5;3;x;a", "0,725;1;planted-item;planted-learner", "1;2;x;b", "0,25;9;y;a",
        ]),
    ]

    static let jsonLines = [
        FuzzSeed.records([
            #"{"learner":1,"item":"x","score":0.5,"skills":{"a":1},"at":"2026-09-01T08:30:00Z"}"#,
            #"{"learner":"planted-learner","item":"planted-item","score":7.25,"max":10,"attempt":1}"#,
            #"{"learner":"b","item":"\ud83d\ude00","at":1e3,"status":"excused"}"#,
            #"{"learner":"b","item":"y","score":true,"max":1,"skills":["s","t"],"hints":2,"seconds":1.5,"event_id":"e"}"#,
            #"{"learner":"c","item":"x","score":"4","max":"5","title":"a\nb","mode":"sync"}"#,
        ]),
        FuzzSeed.records(
            [
                #"{"user_id":"planted-learner","problem_id":"planted-item","score":"7.25/10"}"#,
                #"{"user_id":1.0,"problem_id":"x","score":"NA"}"#,
            ], before: "{\"data\":[", after: "]}", end: ","),
    ]
}
