import Foundation
import Syncopate
import TestSupport

/// Invented responses for the tests of model files.
enum InventedLog {
    /// Learners who differ, five items that differ, of three skills, one of the items needing two of them.
    ///
    /// With 20 learners or more a fit leaves some out. Responses are ten minutes apart, every fourth at the moment of the
    /// one before it.
    static func log(learners: Int = 24, length: Int = 8, seed: UInt64 = 1) -> ResponseLog {
        var generator = SeededGenerator(seed: seed)
        var log = EvidenceLog()
        for number in 0..<5 {
            let skills = ["s\(number % 3)"] + (number == 4 ? ["s2"] : [])
            log.intern(
                Item(id: "i\(number)", title: "Item \(number)", skills: skills.map { SkillWeight(skill: $0) }))
        }
        var row: Int32 = 0
        for number in 0..<learners {
            let learner = log.intern(Learner(id: "u\(number)"))
            let ability = 1.5 * generator.normal()
            for time in 0..<length {
                let item = Int32(generator.next() % 5)
                let probability = 1 / (1 + exp(1 - ability - 0.5 * Double(item)))
                row += 1
                log.append(
                    Event(
                        learner: learner, item: item, status: .scored,
                        score: Double(generator.successes(of: 1, probability: probability)),
                        at: 1_000_000 + 600 * Double(time - (time % 4 == 3 ? 1 : 0)), row: row))
            }
        }
        return ResponseLog(log)
    }

    /// Few rounds: what a file holds does not depend on how good the fit is.
    static func options(seed: UInt64 = 0, factors: Int = 1) -> FitOptions {
        var options = FitOptions()
        options.firstRounds = 2
        options.lastRounds = 1
        options.seed = seed
        options.settings.factors = factors
        return options
    }

    /// The fit of a log, done.
    static func fit(_ log: ResponseLog = log(), _ options: FitOptions = options()) -> ModelFit {
        var fit = ModelFit(log, options: options)
        while !fit.isDone { fit.advance() }
        return fit
    }

    /// A fitted model, whole, for all tests that only read it.
    static let model = fit().model
    /// What of ``model`` holds on any course.
    static let general = model.transferable()
    /// A model of few parts and so of few bytes, for tests that damage each of them.
    static let small: MasteryModel = {
        var options = Self.options()
        options.settings.without = Set(TermGroup.allCases).subtracting([.easiness, .belief])
        return fit(log(), options).model
    }()
}
