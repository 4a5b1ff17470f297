extension StuckSkill {
    /// What is not working and what to do about it, in words, with the titles of the catalogue.
    public func sentence(_ catalogue: Catalogue) -> String {
        let title = catalogue.skills.indices.contains(skill) ? catalogue.skills[skill].title : ""
        let count = Rounding.decimals(attempts, 0)
        let tries = count == 1 ? "1 attempt" : "\(Int(count)) attempts"
        return "\(title): practice is not working (\(Rounding.percent(probability))\u{A0}% likely, after \(tries))"
            + "; \(remedy(catalogue))"
    }

    /// What to do about it, in words.
    public func remedy(_ catalogue: Catalogue) -> String {
        guard let missing, catalogue.skills.indices.contains(missing) else {
            return "have somebody explain it another way, together and live"
        }
        return "go back to \(catalogue.skills[missing].title) first, which it builds on and is probably missing"
    }
}
