/// Where a gradebook says who a row is about.
struct CanvasIdentity {
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

    /// Finds the columns in a header row; `nil` if it is no gradebook's.
    ///
    /// The names must be Canvas's or translations of them; `Section` may be missing, as in tables people make.
    init?(_ headers: [String]) {
        var roles: [CanvasColumn.Role: Int] = [:]
        for (position, header) in headers.enumerated().prefix(10) {
            guard let role = CanvasColumn.identity[header.lowercased()] else {
                // One column in a language unknown here between two that are known.
                if position > 0, position + 1 < headers.count, roles[.section] == nil,
                    CanvasColumn.identity[headers[position + 1].lowercased()] != nil
                {
                    continue
                }
                break
            }
            if roles[role] != nil { break }
            roles[role] = position
            firstGrade = position + 1
        }
        let isNamed = roles[.name] != nil || (roles[.lastName] != nil && roles[.firstName] != nil)
        guard isNamed, headers.count > firstGrade else { return nil }
        namePosition = roles[.name] ?? roles[.lastName] ?? 0
        firstNamePosition = roles[.name] == nil ? roles[.firstName] : nil
        idPosition = roles[.id]
        loginPosition = roles[.sisLoginID]
        sisPosition = roles[.sisUserID]
        sectionPosition = roles[.section]
        fallbackPositions = [roles[.sisUserID], roles[.sisLoginID], roles[.integrationID]].compactMap { $0 }
    }

    /// Whether there is enough of it that the file can hardly be anything else.
    var isCertain: Bool { idPosition != nil && sectionPosition != nil }
}
