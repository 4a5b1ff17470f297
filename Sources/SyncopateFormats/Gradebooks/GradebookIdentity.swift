/// Where a gradebook says who a row is about.
struct GradebookIdentity {
    /// Position of the name, or of the last name.
    var namePosition = 0
    /// Position of the first name where it stands apart.
    var firstNamePosition: Int?
    /// Position of `ID`.
    var idPosition: Int?
    /// Positions to fall back to, the best first.
    var fallbackPositions: [Int] = []
    var loginPosition: Int?
    /// Position of `SIS User ID`.
    var sisPosition: Int?
    var sectionPosition: Int?
    /// The first column after all of these.
    var firstGrade = 0

    /// Every column with an id in it.
    var idPositions: [Int] { (idPosition.map { [$0] } ?? []) + fallbackPositions }

    /// What stands before an id and is no part of it.
    var idPrefix = ""

    /// All positions that say who a row is about.
    var positions: [Int] {
        [namePosition] + [firstNamePosition, sectionPosition].compactMap { $0 } + idPositions
    }

    /// Whose rows these are, by names of columns, lower case; `nil` where there is neither name nor id.
    ///
    /// - Parameters:
    ///   - ids: columns with ids, the best first.
    ///   - others: further columns before the grades.
    init?(
        _ headers: [String], lastName: [String], firstName: [String] = [], ids: [String], section: [String] = [],
        others: [String] = []
    ) {
        let lower = headers.map { $0.lowercased() }
        func position(_ names: [String]) -> Int? { names.lazy.compactMap { lower.firstIndex(of: $0) }.first }
        let found = ids.compactMap { lower.firstIndex(of: $0) }
        let name = position(lastName)
        guard name != nil || !found.isEmpty else { return nil }
        idPosition = found.first
        fallbackPositions = Array(found.dropFirst())
        namePosition = name ?? found.first ?? 0
        firstNamePosition = name == nil ? nil : position(firstName)
        sectionPosition = position(section)
        let last = ([name, firstNamePosition, sectionPosition] + found).compactMap { $0 }
        let further = others.compactMap { lower.firstIndex(of: $0) }
        firstGrade = ((last + further).max() ?? -1) + 1
    }

    /// Whether there is enough of it that the file can hardly be anything else.
    var isCertain: Bool { idPosition != nil && sectionPosition != nil }
}
