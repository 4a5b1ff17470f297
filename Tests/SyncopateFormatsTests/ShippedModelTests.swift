import Syncopate
import SyncopateFormats
import SyncopateModels
import Testing

/// The mastery model in the binary.
struct ShippedModelTests {
    @Test func itCanBeReadAndKnowsNoCourse() throws {
        let model = try ModelFile.read(ShippedMasteryModel.bytes)
        #expect(model.items.isEmpty && model.skills.isEmpty)
        #expect(model.provenance.learners > 1000)
        var learner = MasteryTracker(model)
        let skills = [SkillWeight(skill: "new")]
        let before = learner.probability(item: "a", skills: skills)
        for item in ["a", "b", "c"] { learner.observe(item: item, skills: skills, score: 1) }
        let right = learner.mastery(ofSkill: "new")
        #expect(learner.probability(item: "d", skills: skills) > before)
        for item in ["e", "f", "g", "h", "i", "j"] { learner.observe(item: item, skills: skills, score: 0) }
        #expect(learner.mastery(ofSkill: "new").probability < right.probability)
        #expect(ModelFile.write(model) == ShippedMasteryModel.bytes)
    }
}
