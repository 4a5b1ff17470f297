import Foundation

/// What `serve` would be with Foundation's coders and nothing else: reads each request, counts it for its learner, and
/// answers with what the real program answered once.
enum FoundationEcho {
    private struct Request: Decodable {
        struct Params: Decodable {
            var eventID: String
            var learner: String
            var item: String
            var score: Double
            var at: Double
            var limit: Int

            enum CodingKeys: String, CodingKey {
                case eventID = "event_id"
                case learner, item, score, at, limit
            }
        }
        var jsonrpc: String
        var id: Int
        var method: String
        var params: Params
    }

    private struct Reply: Codable {
        struct Result: Codable {
            struct Item: Codable {
                struct Reason: Codable {
                    var code: String
                    var text: String
                    var against: Bool?
                }
                var item: String
                var title: String
                var mode: String
                var action: String
                var score: Double
                var terms: [String: Double]
                var success: Double
                var deviation: Double
                var minutes: Double
                var reasons: [Reason]

                enum CodingKeys: String, CodingKey {
                    case deviation = "success_sd"
                    case item, title, mode, action, score, terms, success, minutes, reasons
                }
            }
            var duplicate: Bool
            var learner: String
            var revision: Int
            var decision: String
            var propensity: Double
            var seed: Int
            var mode: String
            var collective: Bool
            var items: [Item]
        }
        var jsonrpc: String
        var id: Int
        var result: Result
    }

    /// Reads requests from standard input until it ends.
    ///
    /// - Parameter sample: an answer of the real program.
    static func run(sample: String) throws {
        var reply = try JSONDecoder().decode(Reply.self, from: Data(sample.utf8))
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        var counts: [String: Int] = [:]
        var out = Data()
        while let line = readLine() {
            let request = try decoder.decode(Request.self, from: Data(line.utf8))
            counts[request.params.learner, default: 0] += 1
            reply.id = request.id
            reply.result.learner = request.params.learner
            reply.result.revision = counts[request.params.learner] ?? 0
            out.append(try encoder.encode(reply))
            out.append(0x0A)
            try FileHandle.standardOutput.write(contentsOf: out)
            out.removeAll(keepingCapacity: true)
        }
    }
}
