public import Syncopate

/// What there is to say about a file as a whole, before its learners: what was read, how well the estimate does on it.
public enum AdviceSummary {
    /// A few sentences, one a line.
    public static func lines(_ advice: ClassAdvice, gradebook: Gradebook) -> [String] {
        [read(advice, gradebook)] + topics(advice) + setAside(advice, gradebook)
            + DoubtfulWords.lines(advice.doubtful, zeros: advice.zeros, gradebook: gradebook) + [proof(advice)]
            + otherCourses(advice)
    }

    private static func otherCourses(_ advice: ClassAdvice) -> [String] {
        guard let others = advice.otherCourses else { return [] }
        let who =
            others.learners == 1
            ? "1 of the learners is in another course too"
            : "\(others.learners) of the learners are in other courses too"
        guard let with = others.errorWith, let without = others.errorWithout else {
            return ["\(who); whether that tells anything about this one could not be tested, so it does not count."]
        }
        let errors =
            others.count
            ? "\(points(with)) instead of \(points(without))" : "\(points(with)) against \(points(without)) without"
        return [
            others.count
                ? "\(who); their scores there count here, since late scores are then missed by \(errors)."
                : "\(who); their scores there do not count here, since late scores would be missed by \(errors)."
        ]
    }

    private static func read(_ advice: ClassAdvice, _ gradebook: Gradebook) -> String {
        let work = advice.profiles.count { $0.role == .evidence }
        let scores = advice.learners.reduce(0) { $0 + $1.scores }
        let skills =
            advice.topicMap.map { !$0.topics.isEmpty } ?? false
            ? "no skill map"
            : advice.hasSkillMap
                ? count(advice.skills.count, "skill", "skills")
                : "no skill map, so each column stands for itself"
        let course = advice.course.isEmpty ? "" : "\(advice.course): "
        return
            "\(course)\(count(advice.learners.count, "learner", "learners")), \(count(work, "column", "columns")) of work, "
            + "\(count(scores, "score", "scores")), \(skills)."
    }

    /// Where topics come from that no skill map gave, and whether predictions rest on them.
    private static func topics(_ advice: ClassAdvice) -> [String] {
        guard let map = advice.topicMap, let line = TopicWords.source(map) else { return [] }
        return [
            line
                + (advice.predictsColumnsApart
                    ? " Late scores of this file are predicted better by each column for itself, so they are." : "")
        ]
    }

    private static func setAside(_ advice: ClassAdvice, _ gradebook: Gradebook) -> [String] {
        var titles: [String] = []
        for (item, profile) in zip(gradebook.items, advice.profiles) {
            guard profile.role != .evidence else { continue }
            titles.append("\(item.title) (\(profile.setAside?.words ?? item.kind.rawValue))")
        }
        guard !titles.isEmpty else { return [] }
        let shown = titles.prefix(4).joined(separator: ", ")
        let rest = titles.count > 4 ? " and \(titles.count - 4) more" : ""
        return ["Set aside, being no evidence of mastery: \(shown)\(rest)."]
    }

    private static func proof(_ advice: ClassAdvice) -> String {
        guard let test = advice.backTest else {
            return "Too few scores to test the estimate on this file: expected scores rest on the shipped prior."
        }
        let errors =
            "hiding \(test.cells) scores of the last columns and predicting them, the model misses by \(points(test.model)), "
            + "column means by \(points(test.columnMean)), learner means by \(points(test.learnerMean)), "
            + "the two together by \(points(test.columnAndLearner))"
            + (test.coverage.map { "; its 80 % intervals held \(Rounding.percent($0)) %" } ?? "")
        if advice.basis == .model { return "Tested on this file: \(errors)." }
        return
            "Tested on this file: \(errors). The model does not win here, so expected scores are \(advice.basis.words)."
    }

    /// Root mean square error in percentage points.
    private static func points(_ share: Double) -> String { "\(Rounding.decimals(share * 100, 1)) points" }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
