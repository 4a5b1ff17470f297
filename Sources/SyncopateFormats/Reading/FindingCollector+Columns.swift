extension FindingCollector {
    /// Refuses a file in whose header a column that is read stands twice: nobody knows which is meant.
    ///
    /// - Parameter names: headers that may stand once, lower case.
    func refuseRepeats(_ headers: [String], of names: Set<String>, line: Int?) throws(ReadError) {
        var first: [String: Int] = [:]
        for (position, header) in headers.enumerated() {
            let name = header.lowercased()
            guard names.contains(name) else { continue }
            if let earlier = first[name] {
                throw refusal(
                    .duplicateColumn, line: line, column: position + 1, header: header,
                    "means the same as column \(earlier + 1)", remedy: "keep one of them")
            }
            first[name] = position
        }
    }
}
