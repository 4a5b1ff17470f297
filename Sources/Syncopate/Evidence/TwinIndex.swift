/// Who gave which response, for ``TwinSearch``: responses as tokens, and for every token the learners who have it.
///
/// A token is an item, an occurrence and an outcome as one number, `2 * key + outcome`, with a key for each item and
/// occurrence, so that tables by token or key are plain arrays. Learners stand in the order of their rank: longest log
/// first, so that the candidates a learner is the shorter one for are those of lower rank.
struct TwinIndex {
    /// A learner: which log, which position in it.
    struct Member {
        let log: Int
        let learner: Int
    }

    /// For each token the ranks that have it, ascending.
    struct Postings {
        fileprivate(set) var starts: [Int]
        fileprivate(set) var ranks: [Int32]

        func count(_ token: Int32) -> Int { starts[Int(token) + 1] - starts[Int(token)] }
        func range(_ token: Int32) -> Range<Int> { starts[Int(token)]..<starts[Int(token) + 1] }
    }

    /// Learners with enough responses, by rank.
    private(set) var members: [Member] = []
    /// Where each rank's tokens begin; one more entry than members.
    private(set) var starts: [Int] = [0]
    /// All tokens, rank after rank, each rank's rarest first.
    private(set) var tokens: [Int32] = []
    /// How many of a rank's responses are right.
    private(set) var right: [Int] = []
    /// Postings per log.
    private(set) var postings: [Postings] = []
    /// Number of keys: half the number of tokens that may occur.
    private(set) var keys = 0

    /// - Parameter minimum: learners with fewer responses are left out.
    init(_ logs: [ResponseLog], minimum: Int) {
        let keysOfLogs = keysOfResponses(logs)
        for (log, responses) in logs.enumerated() {
            for learner in responses.learners.indices where responses.responses(ofLearner: learner).count >= minimum {
                members.append(Member(log: log, learner: learner))
            }
        }
        func length(_ member: Member) -> Int { logs[member.log].responses(ofLearner: member.learner).count }
        // Ties by log and position, so that nothing depends on how the sort goes about it.
        members.sort { (-length($0), $0.log, $0.learner) < (-length($1), $1.log, $1.learner) }
        for member in members {
            let (log, range) = (logs[member.log], logs[member.log].responses(ofLearner: member.learner))
            var correct = 0
            for place in range {
                let outcome: Int32 = log.score[place] >= 0.5 ? 1 : 0
                correct += Int(outcome)
                tokens.append(2 * keysOfLogs[member.log][place] + outcome)
            }
            right.append(correct)
            starts.append(tokens.count)
        }
        for log in logs.indices { postings.append(gather(log)) }
        sortTokens()
    }

    /// The tokens of a rank.
    func range(ofRank rank: Int) -> Range<Int> { starts[rank]..<starts[rank + 1] }

    /// Numbers the items' occurrences across all logs, and returns each response's number. Items are joined by id.
    private mutating func keysOfResponses(_ logs: [ResponseLog]) -> [[Int32]] {
        var itemMaps: [[Int32]] = []
        var positions: [String: Int32] = [:]
        for log in logs {
            itemMaps.append(
                log.items.map { id in
                    if let known = positions[id] { return known }
                    let position = Int32(truncatingIfNeeded: positions.count)
                    positions[id] = position
                    return position
                })
        }
        // First which occurrence each response is, then where each item's occurrences begin.
        var most = [Int32](repeating: 0, count: positions.count)
        var seen = most
        var occurrences: [[Int32]] = []
        for (log, map) in zip(logs, itemMaps) {
            var ofLog = [Int32](repeating: 0, count: log.count)
            for learner in log.learners.indices {
                let range = log.responses(ofLearner: learner)
                for place in range {
                    let item = Int(map[Int(log.item[place])])
                    ofLog[place] = seen[item]
                    seen[item] += 1
                    most[item] = max(most[item], seen[item])
                }
                for place in range { seen[Int(map[Int(log.item[place])])] = 0 }
            }
            occurrences.append(ofLog)
        }
        var begin: [Int32] = []
        var total: Int32 = 0
        for count in most {
            begin.append(total)
            total += count
        }
        keys = Int(total)
        return zip(logs, zip(itemMaps, occurrences)).map { log, places in
            log.item.indices.map { begin[Int(places.0[Int(log.item[$0])])] + places.1[$0] }
        }
    }

    private func gather(_ log: Int) -> Postings {
        var begin = [Int](repeating: 0, count: 2 * keys + 1)
        for rank in members.indices where members[rank].log == log {
            for place in range(ofRank: rank) { begin[Int(tokens[place]) + 1] += 1 }
        }
        for token in 0..<(2 * keys) { begin[token + 1] += begin[token] }
        var postings = Postings(starts: begin, ranks: [Int32](repeating: 0, count: begin[2 * keys]))
        for rank in members.indices where members[rank].log == log {
            for place in range(ofRank: rank) {
                let token = Int(tokens[place])
                postings.ranks[begin[token]] = Int32(truncatingIfNeeded: rank)
                begin[token] += 1
            }
        }
        return postings
    }

    /// Puts each rank's rarest tokens first by dealing out all tokens in the order of how many have them.
    private mutating func sortTokens() {
        let counts = (0..<Int32(truncatingIfNeeded: 2 * keys)).map { token in
            postings.reduce(0) { $0 + $1.count(token) }
        }
        var begin = [Int](repeating: 0, count: (counts.max() ?? 0) + 2)
        for count in counts { begin[count + 1] += 1 }
        for count in begin.indices.dropFirst() { begin[count] += begin[count - 1] }
        var order = [Int32](repeating: 0, count: counts.count)
        for (token, count) in counts.enumerated() {
            order[begin[count]] = Int32(truncatingIfNeeded: token)
            begin[count] += 1
        }
        var next = starts
        for token in order {
            for list in postings {
                for rank in list.ranks[list.range(token)] {
                    tokens[next[Int(rank)]] = token
                    next[Int(rank)] += 1
                }
            }
        }
    }
}
