internal import Syncopate

/// The records of everybody, by identity.
///
/// Records stand at fixed addresses between two calls that add learners, and are changed where they stand.
final class LearnerStore {
    private var places = IdentityTable()
    /// Records by place; those of learners who were forgotten are blank and used again.
    private var base: UnsafeMutablePointer<LearnerRecord>
    private var capacity = 64
    /// Number of places, used or not.
    private(set) var extent = 0
    private var isUsed: [Bool] = []
    /// The last call that brought an event of each.
    private var marks: [Int] = []
    private var free: [Int] = []

    init() { base = .allocate(capacity: capacity) }

    deinit {
        base.deinitialize(count: extent)
        base.deallocate()
    }

    /// Number of learners.
    var count: Int { places.count }

    func place(of learner: String) -> Int? { places.value(of: learner) }

    /// The place of a learner by the bytes of their identity.
    func place(of learner: UnsafeBufferPointer<UInt8>) -> Int? { places.value(of: learner) }

    /// The record at a place; `nil` where there is none.
    func record(at place: Int) -> LearnerRecord? {
        isUsed.indices.contains(place) && isUsed[place] ? base[place] : nil
    }

    func record(of learner: String) -> LearnerRecord? { place(of: learner).map { base[$0] } }

    /// Where the record at a place that is used stands, until learners are added.
    func pointer(to place: Int) -> UnsafeMutablePointer<LearnerRecord> {
        precondition(place >= 0 && place < extent, "no place \(place) among \(extent)")
        return base + place
    }

    /// Hands out the record at a place, so that it can be changed without a copy while others are looked at; it has to be
    /// put back.
    ///
    /// - Parameter blank: what stands there meanwhile.
    func lend(_ place: Int, leaving blank: LearnerRecord) -> LearnerRecord {
        var record = blank
        swap(&record, &pointer(to: place).pointee)
        return record
    }

    /// Puts back a record that was lent.
    func giveBack(_ record: consuming LearnerRecord, at place: Int) { pointer(to: place).pointee = record }

    /// Looks at every line of memory of the record at a place, without what it refers to.
    ///
    /// - Returns: a number that means nothing.
    func touch(_ place: Int) -> UInt64 {
        let bytes = UnsafeRawPointer(pointer(to: place))
        var sum: UInt64 = 0
        for offset in stride(from: 0, to: MemoryLayout<LearnerRecord>.size, by: 64) {
            sum &+= UInt64(bytes.load(fromByteOffset: offset, as: UInt8.self))
        }
        return sum
    }

    /// Marks a learner as seen in a call.
    ///
    /// - Returns: whether it is the first time.
    func mark(_ place: Int, in call: Int) -> Bool {
        defer { marks[place] = call }
        return marks[place] != call
    }

    /// Takes up a record in place of what is there of its learner.
    ///
    /// - Returns: its place.
    @discardableResult
    func put(_ record: LearnerRecord) -> Int {
        if let place = place(of: record.learner) {
            base[place] = record
            return place
        }
        if let place = free.popLast() {
            base[place] = record
            isUsed[place] = true
            places.set(place, for: record.learner)
            return place
        }
        if extent == capacity { grow() }
        places.set(extent, for: record.learner)
        (base + extent).initialize(to: record)
        extent += 1
        isUsed.append(true)
        marks.append(0)
        return extent - 1
    }

    private func grow() {
        let larger = UnsafeMutablePointer<LearnerRecord>.allocate(capacity: 2 * capacity)
        larger.moveInitialize(from: base, count: extent)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    /// Forgets a learner.
    ///
    /// - Parameter blank: what takes the record's place.
    /// - Returns: whether there was one.
    @discardableResult
    func forget(_ learner: String, blank: LearnerRecord) -> Bool {
        guard let place = places.remove(learner) else { return false }
        base[place] = blank
        isUsed[place] = false
        free.append(place)
        return true
    }
}
