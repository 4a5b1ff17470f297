extension GradebookIdentity {
    /// Finds the columns in a header row; `nil` if it is no gradebook's.
    ///
    /// The names must be Canvas's or translations of them; `Section` may be missing, as in tables people make.
    init?(canvas headers: [String]) {
        var roles: [GradebookColumn.Role: Int] = [:]
        for (position, header) in headers.enumerated().prefix(10) {
            guard let role = GradebookColumn.identity[header.lowercased()] else {
                // Names of rows, as R and Python put them first.
                if position == 0, header.isEmpty { continue }
                // One column in a language unknown here between two that are known.
                if position > 0, position + 1 < headers.count, roles[.section] == nil,
                    GradebookColumn.identity[headers[position + 1].lowercased()] != nil
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
}
