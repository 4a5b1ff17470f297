import ArgumentParser

/// Whole numbers that options take.
enum WholeNumber {
    /// Refuses a number out of range, in words.
    static func hold(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws {
        guard !range.contains(value) else { return }
        throw ValidationError(
            "\(option) takes a whole number from \(words(range.lowerBound)) to \(words(range.upperBound)).")
    }

    private static func words(_ number: Int) -> String {
        number < 1000 ? "\(number)" : "\(number / 1000),\(String(1000 + number % 1000).dropFirst())"
    }
}
