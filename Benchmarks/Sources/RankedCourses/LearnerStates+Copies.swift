public import Syncopate

extension [LearnerState] {
    /// So many states, those of this array over and over, each in memory of its own.
    public func copies(_ count: Int) -> [LearnerState] {
        guard !isEmpty else { return [] }
        return (0..<count).map { learner in
            let bytes = self[learner % self.count].bytes
            return LearnerState(
                bytes: [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
                    count = buffer.initialize(fromContentsOf: bytes)
                })
        }
    }
}
