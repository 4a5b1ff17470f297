internal import JSONText

/// Requests that wait in the input and were cancelled by a later line of it.
struct Cancellations {
    /// Identities as they were written.
    private var ids: Set<[UInt8]> = []
    private var tape = JSONTape()
    /// Whether bytes came that may hold a cancellation.
    private(set) var isDue = false

    /// Most that are remembered: what is cancelled has to be waiting.
    private static let limit = 1_024
    static let name: StaticString = "notifications/cancelled"

    /// Looks whether the bytes may hold one. Where the name is cut in two by the end of the bytes, the request runs.
    mutating func listen(to bytes: UnsafeBufferPointer<UInt8>) {
        if Self.places(in: bytes).first != nil { isDue = true }
    }

    /// Reads the whole lines that hold one, each once.
    mutating func read(_ waiting: UnsafeBufferPointer<UInt8>) {
        isDue = false
        var done = 0
        for place in Self.places(in: waiting) where place >= done && ids.count < Self.limit {
            let start = (waiting[done..<place].lastIndex(of: UInt8(ascii: "\n")) ?? done - 1) + 1
            guard let end = waiting[place...].firstIndex(of: UInt8(ascii: "\n")) else { return }
            done = end + 1
            do throws(JSONFault) {
                try tape.read(UnsafeBufferPointer(rebasing: waiting[start..<end]))
            } catch {
                continue
            }
            guard case .request(let request) = Request.read(JSONTape.root, on: tape), request.id == nil,
                tape.isEqual(request.method, Self.name), let params = request.params,
                let id = tape.member(params, "requestId")
            else { continue }
            ids.insert(Array(tape.raw(id)))
        }
    }

    /// Whether a request was cancelled; it is forgotten then.
    mutating func take(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !ids.isEmpty else { return false }
        return ids.remove(Array(id)) != nil
    }

    private static func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        let count = name.utf8CodeUnitCount
        var found: [Int] = []
        var place = 0
        let raw = UnsafeRawBufferPointer(bytes)
        while let next = ByteWord.firstIndex(of: UInt8(ascii: "/"), in: raw, from: place) {
            // The slash is rare, and thirteen bytes into the name.
            let start = next - 13
            if start >= 0, start + count <= bytes.count,
                (0..<count).allSatisfy({ bytes[start + $0] == name.utf8Start[$0] })
            {
                found.append(start)
                if found.count > limit { break }
            }
            place = next + 1
        }
        return found
    }
}
