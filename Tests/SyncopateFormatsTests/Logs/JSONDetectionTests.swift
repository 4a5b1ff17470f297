import SyncopateFormats
import TestSupport
import Testing

/// Formats of JSON are told apart by the names in their records, however far on these stand.
struct JSONDetectionTests {
    private static let long = #""note":"\#(String(repeating: "x", count: 9000))""#

    @Test(arguments: [
        (
            #"[{\#(long),"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://x/passed"},"object":{"id":"q"}}]"#,
            FileFormat.xapi
        ),
        (
            #"{\#(long),"statements":[{"actor":{"mbox":"mailto:a@b"},"verb":{"id":"http://x/passed"},"object":{"id":"q"}}]}"#,
            .xapi
        ),
        (#"{\#(long),"learner":"a","item":"q","score":1}"#, .tidyJSONLines),
        (
            #"{\#(long),"context":{"user_id":1},"event_source":"server","event_type":"problem_check","#
                + #""event":{"problem_id":"p","grade":1,"max_grade":1}}"#, .openEdX
        ),
        (
            #"{\#(long),"sensor":"s","data":[{\#(long),"type":"GradeEvent","action":"Graded","actor":{"id":"g"},"#
                + #""object":{"assignee":"u","assignable":"q"},"generated":{"scoreGiven":1,"maxScore":1},"eventTime":"2026-02-03T10:00:00Z"}]}"#,
            .caliper
        ),
        (
            #"[{\#(long),"assignment_id":1,"user_id":2,"workflow_state":"graded","score":1,"assignment":{"points_possible":1}}]"#,
            .canvasSubmissions
        ),
        (
            #"{"linked":{\#(long),"outcomes":[{"id":1,"points_possible":1}]},"#
                + #""rollups":[{"scores":[{"score":1,"links":{"outcome":"1"}}],"links":{"user":"3"}}]}"#, .canvasMastery
        ),
    ]) func farOn(_ text: String, _ format: FileFormat) throws {
        // The first line may be cut too, where lines are objects.
        for text in [text] + (text.hasPrefix("{") ? ["{\"cut\": \"\n" + text] : []) {
            let read = try read(text)
            #expect(read.format == format && read.counts.scored == 1)
            #expect(read.counts.rejectedRows == (text.hasPrefix("{\"cut\"") ? 1 : 0))
        }
    }
}
