/// Whether a title speaks of work in groups, which makes scores that groups share likelier and proves nothing.
enum GroupTitle {
    private static let words: Set<String> = [
        "group", "groups", "team", "teams", "teamwork", "partner", "partners", "pair", "pairs",
        "gruppe", "gruppen", "gruppenarbeit", "gruppenprojekt", "partnerarbeit", "équipe", "groupe", "grupo", "equipo",
        "equipe", "groep", "groepswerk", "gruppo", "squadra",
    ]

    static func speaks(_ title: String) -> Bool {
        title.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
}
