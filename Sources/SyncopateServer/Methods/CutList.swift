internal import JSONText

/// A list that is cut where there is no room for all of it.
enum CutList {
    /// Writes as many as there is room for.
    ///
    /// - Returns: how many there was no room for.
    static func write(
        _ key: StaticString, count: Int, room: Int, to json: inout JSONWriter,
        _ element: (Int, inout JSONWriter) -> Void
    ) -> Int {
        let begin = json.bytes.count
        json.key(key)
        json.beginArray()
        defer { json.endArray() }
        for number in 0..<count {
            let mark = json.mark
            element(number, &json)
            guard json.bytes.count - begin > room else { continue }
            json.goBack(to: mark)
            return count - number
        }
        return 0
    }

    /// Writes how many there was no room for, if any.
    static func write(more key: StaticString, _ count: Int, to json: inout JSONWriter) {
        guard count > 0 else { return }
        json.key(key)
        json.integer(count)
    }
}
