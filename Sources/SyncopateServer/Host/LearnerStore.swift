internal import Syncopate

/// The records of everybody, by identity.
struct LearnerStore {
    private var places: [String: Int] = [:]
    /// Records by place; those of learners who were forgotten are empty and used again.
    private(set) var records: [LearnerRecord] = []
    private var isUsed: [Bool] = []
    /// The last call that brought an event of each.
    private var marks: [Int] = []
    private var free: [Int] = []

    /// Number of learners.
    var count: Int { places.count }
    /// Number of places, used or not.
    var extent: Int { records.count }

    func place(of learner: String) -> Int? { places[Self.key(learner)] }

    /// What a learner is found by. Texts are equal where they look alike; identities are where their bytes are.
    static func key(_ learner: String) -> String {
        guard learner.utf8.contains(where: { $0 >= 0x80 }) else { return learner }
        return learner.utf8.reduce(into: "é") { $0 += String($1, radix: 16) + "." }
    }

    /// The record at a place; `nil` where there is none.
    func record(at place: Int) -> LearnerRecord? {
        records.indices.contains(place) && isUsed[place] ? records[place] : nil
    }

    func record(of learner: String) -> LearnerRecord? { places[Self.key(learner)].map { records[$0] } }

    /// Changes the record at a place that is used.
    mutating func change<Result>(_ place: Int, _ body: (inout LearnerRecord) -> Result) -> Result {
        body(&records[place])
    }

    /// Looks at every line of memory of the record at a place, without what it refers to.
    ///
    /// - Returns: a number that means nothing.
    func touch(_ place: Int) -> UInt64 {
        records.withUnsafeBytes { bytes in
            var sum: UInt64 = 0
            let start = place * MemoryLayout<LearnerRecord>.stride
            for offset in stride(from: start, to: min(start + MemoryLayout<LearnerRecord>.size, bytes.count), by: 64) {
                sum &+= UInt64(bytes[offset])
            }
            return sum
        }
    }

    /// Looks at the record at a place where it stands.
    func withRecord(_ place: Int, _ body: (UnsafePointer<LearnerRecord>) -> Void) {
        records.withUnsafeBufferPointer { records in
            guard let base = records.baseAddress, records.indices.contains(place) else { return }
            body(base + place)
        }
    }

    /// Marks a learner as seen in a call.
    ///
    /// - Returns: whether it is the first time.
    mutating func mark(_ place: Int, in call: Int) -> Bool {
        defer { marks[place] = call }
        return marks[place] != call
    }

    /// Hands out the record at a place, so that it can be changed without a copy; it has to be put back.
    ///
    /// - Parameter blank: what stands there meanwhile.
    mutating func lend(_ place: Int, leaving blank: LearnerRecord) -> LearnerRecord {
        var record = blank
        swap(&record, &records[place])
        return record
    }

    /// Puts back a record that was lent.
    mutating func giveBack(_ record: consuming LearnerRecord, at place: Int) { records[place] = record }

    /// Takes up a record in place of what is there of its learner.
    ///
    /// - Returns: its place.
    @discardableResult
    mutating func put(_ record: LearnerRecord) -> Int {
        let key = Self.key(record.learner)
        if let place = places[key] {
            records[place] = record
            return place
        }
        if let place = free.popLast() {
            records[place] = record
            isUsed[place] = true
            places[key] = place
            return place
        }
        places[key] = records.count
        records.append(record)
        isUsed.append(true)
        marks.append(0)
        return records.count - 1
    }

    /// Forgets a learner.
    ///
    /// - Parameter blank: what takes the record's place.
    /// - Returns: whether there was one.
    mutating func forget(_ learner: String, blank: LearnerRecord) -> Bool {
        guard let place = places.removeValue(forKey: Self.key(learner)) else { return false }
        records[place] = blank
        isUsed[place] = false
        free.append(place)
        return true
    }
}
