/// Days of a run, counted from 0.
enum Day {
    static let seconds = 86_400.0

    /// The day a time is in; 0 before the start and for what is no number, and no later than a million days.
    static func of(_ time: Double) -> Int { time > 0 ? Int(min(time / seconds, 1e6)) : 0 }
}
