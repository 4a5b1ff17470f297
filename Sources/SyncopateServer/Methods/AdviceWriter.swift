internal import JSONText
internal import Syncopate
internal import SyncopateFormats

/// What is advised to one learner, as it stands on the wire. Figures have six decimals; a score is the sum of its terms.
struct AdviceWriter {
    private let course: ActiveCourse
    /// The reasons that were written last, and how they stand in JSON: items of the same skills have the same.
    private var last: (reasons: [PracticeReason], json: [UInt8])?

    init(_ course: ActiveCourse) { self.course = course }

    /// Members of one advised item.
    static let choice = ObjectShape(
        "Choice",
        [
            Field("item", .id, required: true, "Identity of the item."),
            Field("title", .text(0...100_000), required: true, "What people read."),
            Field("mode", mode, required: true, "How it is best done."),
            Field("action", action, required: true, "What it is for."),
            Field("score", .number(.any), required: true, "Its index: the sum of its terms."),
            Field("terms", .table(.number(.any)), required: true, "Parts of the index, those that are zero left out."),
            Field("success", .number(.share), required: true, "Expected score, a share of the maximum."),
            Field("success_sd", .number(.notNegative), required: true, "Standard deviation of the chance of success."),
            Field("minutes", .number(.positive), required: true, "Minutes it takes."),
            Field("reasons", reasons, required: true, "What speaks for it, the weightiest first, and then against it."),
        ])

    /// Members of one advised skill.
    static let skillChoice = ObjectShape(
        "SkillChoice",
        [
            Field("skill", .id, required: true, "Identity of the skill."),
            Field("title", .text(0...100_000), required: true, "What people read."),
            Field("mode", mode, required: true, "How it is best done."),
            Field("action", action, required: true, "What it is for."),
            Field("score", .number(.any), required: true, "Its index: the sum of its terms."),
            Field("terms", .table(.number(.any)), required: true, "Parts of the index, those that are zero left out."),
            Field("known", .number(.share), required: true, "Probability that the learner has it."),
            Field("success", .number(.share), required: true, "Expected score on a typical item now."),
            Field("target_success", .number(.share), required: true, "The chance of success that a task should have."),
            Field(
                "difficulty", .object(band), required: true, "How hard it should be, in logits around a typical item."),
            Field("task", .word(TaskKind.allCases.map(\.rawValue)), required: true, "The kind of task that serves it."),
            Field("reasons", reasons, required: true, "What speaks for it, the weightiest first, and then against it."),
        ])

    /// What one learner is told.
    static let advice: [Field] = [
        Field("learner", .id, required: true, "Identity of the learner."),
        Field("revision", .integer(0...Int.max), required: true, "Number of changes to what is held of the learner."),
        Field("decision", .text(16...16), required: true, "Identity of this advice, for an event to echo."),
        Field("propensity", .number(.share), required: true, "Probability with which the first was put first."),
        Field("seed", .integer(ServerSettings.seeds), required: true, "Seed of the lot."),
        Field("mode", mode, required: true, "How the first is best done."),
        Field("collective", .boolean, required: true, "Whether there is anybody to be together with."),
        Field("items", .list(.object(choice), 0...Recommender.mostChoices), "What to do, best first."),
        Field(
            "items_more", .integer(1...Recommender.mostChoices), "How many more there are, for which there was no room."
        ),
        Field(
            "skills", .list(.object(skillChoice), 0...Recommender.mostChoices), "The same by skill, if asked for so."),
        Field(
            "skills_more", .integer(1...Recommender.mostChoices),
            "How many more there are, for which there was no room."),
    ]

    private static let band = ObjectShape(
        "Band",
        [
            Field("low", .number(.any), required: true, "Easiest."),
            Field("high", .number(.any), required: true, "Hardest."),
        ])
    private static let mode = Shape.word(Mode.allCases.map(\.rawValue))
    private static let action = Shape.word(PracticeAction.allCases.map(\.rawValue))
    private static let reasons = Shape.list(
        .object(
            ObjectShape(
                "Reason",
                [
                    Field("code", .text(1...100), required: true, "The stable word."),
                    Field("text", .text(1...1_000_000), required: true, "The fact in words."),
                    Field("against", .boolean, "Whether it speaks against it."),
                ])), 0...1_000)

    mutating func write(_ choice: PracticeChoice, mode: Mode, to json: inout JSONWriter) {
        let item = course.recommender.catalogue.items[choice.item]
        json.beginObject()
        json.key("item")
        json.string(item.id)
        json.key("title")
        json.string(item.title)
        json.key("mode")
        json.string(mode.rawValue)
        json.key("action")
        json.string(choice.action.rawValue)
        figures(choice.score, choice.terms, to: &json)
        json.key("success")
        json.number(choice.success)
        json.key("success_sd")
        json.number(Rounding.decimals(choice.successDeviation, 6))
        json.key("minutes")
        json.number(Rounding.decimals(choice.minutes, 6))
        write(choice.reasons, to: &json)
        json.endObject()
    }

    mutating func write(_ choice: SkillChoice, mode: Mode, to json: inout JSONWriter) {
        let skill = course.recommender.catalogue.skills[choice.skill]
        json.beginObject()
        json.key("skill")
        json.string(skill.id)
        json.key("title")
        json.string(skill.title)
        json.key("mode")
        json.string(mode.rawValue)
        json.key("action")
        json.string(choice.action.rawValue)
        figures(choice.score, choice.terms, to: &json)
        json.key("known")
        json.number(Rounding.decimals(choice.known, 6))
        json.key("success")
        json.number(Rounding.decimals(choice.success, 6))
        json.key("target_success")
        json.number(Rounding.decimals(choice.targetSuccess, 6))
        json.key("difficulty")
        json.beginObject()
        json.key("low")
        json.number(Rounding.decimals(choice.difficulty.low, 6))
        json.key("high")
        json.number(Rounding.decimals(choice.difficulty.high, 6))
        json.endObject()
        json.key("task")
        json.string(choice.task.rawValue)
        write(choice.reasons, to: &json)
        json.endObject()
    }

    private func figures(_ score: Double, _ terms: [Term], to json: inout JSONWriter) {
        json.key("score")
        json.number(score)
        json.key("terms")
        json.beginObject()
        for term in terms {
            json.key(term.name.key)
            json.number(term.value)
        }
        json.endObject()
    }

    private mutating func write(_ reasons: [PracticeReason], to json: inout JSONWriter) {
        json.key("reasons")
        if let last, last.reasons == reasons { return json.raw(last.json) }
        let start = json.bytes.count
        json.beginArray()
        for reason in reasons {
            json.beginObject()
            json.key("code")
            json.string(reason.code)
            json.key("text")
            json.string(reason.sentence(course.recommender.catalogue))
            if !reason.isFor {
                json.key("against")
                json.boolean(true)
            }
            json.endObject()
        }
        json.endArray()
        last = (reasons, Array(json.bytes[start...]))
    }
}
