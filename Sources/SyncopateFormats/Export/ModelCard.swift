public import Syncopate

/// A model's card, as lines of text for a person.
public enum ModelCard {
    /// The two lines that a fit ends with.
    public static func summary(_ model: MasteryModel) -> [String] {
        let facts = model.provenance
        var lines = [
            "fitted on \(facts.responses) responses of \(facts.learners) learners: \(model.items.count) items, "
                + "\(model.skills.count) skills"
        ]
        if facts.heldOutResponses > 0 {
            lines.append(
                "log loss on \(facts.heldOutLearners) learners left out: \(figure(facts.heldOutLogLoss)) "
                    + "(item means \(figure(facts.heldOutItemMeanLogLoss)))")
        }
        return lines
    }

    /// The whole card.
    public static func lines(_ model: MasteryModel) -> [String] {
        let settings = model.settings
        var lines = ["Model of mastery, format \(ModelFile.version)", ""]
        lines += summary(model).map { "  " + $0 }
        lines.append("  seed \(model.provenance.seed), data fingerprint \(hexadecimal(model.provenance.fingerprint))")
        lines += [
            "", "Settings",
            "  form: variance \(figure(settings.formVariance)) logit^2, \(figure(settings.persistence)) of it left after a response",
            "  drift \(figure(settings.drift)) logit^2 a response, forgetting \(figure(settings.forgetting)) logit^2 per log(1 + days)",
            "  a score is worth \(figure(settings.trials)) right-or-wrong questions; \(settings.factors) shared factors",
            "  a typical skill: loadings \(model.typicalLoadings.map { figure($0) }.joined(separator: " ")), own variance "
                + figure(model.typicalSpecificVariance),
            "  left out: \(settings.without.isEmpty ? "nothing" : settings.without.map(\.rawValue).sorted().joined(separator: ", "))",
            "", "Terms (entity | context | covariate): standard deviation in logits, coefficients",
        ]
        for term in model.summaries.sorted(by: { ($1.deviation, $0.name) < ($0.deviation, $1.name) }) {
            let name = term.name + String(repeating: " ", count: max(1, 52 - term.name.count))
            lines.append("  \(name)\(figure(term.deviation))  \(term.coefficients)")
        }
        return lines
    }

    private static func figure(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "-" }
        let scaled = Int((abs(value) * 10_000).rounded())
        let fraction = String(scaled % 10_000)
        return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000)."
            + String(repeating: "0", count: 4 - fraction.count) + fraction
    }

    private static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
