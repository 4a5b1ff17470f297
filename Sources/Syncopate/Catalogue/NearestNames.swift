/// The names most like one that is not there: for "did you mean".
public enum NearestNames {
    /// Names nearest first, and of equals the first listed.
    ///
    /// Like means: a part of each other, or so few edits apart that a third of the letters stay (at most four). Case does
    /// not count.
    ///
    /// - Parameters:
    ///   - names: those that are there.
    ///   - count: how many at most.
    public static func among(_ names: some Sequence<String>, to name: String, count: Int = 3) -> [String] {
        let wanted = name.lowercased()
        let length = wanted.count
        let found = names.enumerated().compactMap { place, name -> (distance: Int, place: Int, name: String)? in
            let other = name.lowercased()
            let isPart = min(length, other.count) > 2 && (other.contains(wanted) || wanted.contains(other))
            let limit = min(mostEdits, max(length, other.count) / 3)
            // Words of very different lengths are far apart: no need to count how far.
            guard isPart || abs(length - other.count) <= limit, max(length, other.count) <= Self.longest
            else { return nil }
            let distance = EditDistance.between(wanted, other)
            return isPart || distance <= limit ? (distance, place, name) : nil
        }
        return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(max(count, 0)).map(\.name)
    }

    private static let mostEdits = 4
    /// Letters beyond which nothing is compared: the edits between long texts take long to count.
    private static let longest = 100
}
