internal import Syncopate
package import SyncopateFormats

extension FuzzParser {
    /// Every parser, those that most rests on first.
    package static let all: [FuzzParser] =
        formats + [
            FuzzParser("written-table", WrittenTable.trial), FuzzParser("written-lines", WrittenLines.trial),
            FuzzParser("converter", OwnSeeds.csv + OwnSeeds.jsonLines, ConversionCheck.outcome),
            FuzzParser("zip", ContainerSeeds.compressed, EvidenceCheck.outcome(nil)),
            FuzzParser("xlsx", [ContainerSeeds.xlsx], EvidenceCheck.outcome(nil)),
            FuzzParser("ods", [ContainerSeeds.ods], EvidenceCheck.outcome(nil)),
            FuzzParser("model", DamagedModel.trial), FuzzParser("time-zone", DamagedZone.trial),
        ] + supplements

    /// A parser for each format that is read.
    private static let formats: [FuzzParser] = order.map { format in
        FuzzParser(format.rawValue, seeds(format), EvidenceCheck.outcome(format))
    }

    private static let order: [FileFormat] = {
        let first: [FileFormat] = [.tidyCSV, .tidyJSONLines, .canvasGradebook, .xapi, .moodleGradebook]
        return first + FileFormat.allCases.filter { !first.contains($0) }
    }()

    /// Files of a format that are read without a fault.
    package static func seeds(_ format: FileFormat) -> [FuzzSeed] {
        switch format {
        case .canvasGradebook: GradebookSeeds.canvas
        case .moodleGradebook: GradebookSeeds.moodle
        case .brightspaceGradebook: GradebookSeeds.brightspace
        case .blackboardGradebook: GradebookSeeds.blackboard
        case .sakaiGradebook: GradebookSeeds.sakai
        case .googleClassroom: GradebookSeeds.googleClassroom
        case .powerSchool: GradebookSeeds.powerSchool
        case .canvasSubmissions: GradebookSeeds.canvasSubmissions
        case .canvasMastery: GradebookSeeds.canvasMastery
        case .gradescope: QuizSeeds.gradescope
        case .canvasQuiz: QuizSeeds.canvas
        case .canvasNewQuiz: QuizSeeds.canvasNew
        case .moodleQuiz: QuizSeeds.moodle
        case .googleForms: QuizSeeds.googleForms
        case .nbgrader: QuizSeeds.nbgrader
        case .xapi: LogSeeds.xapi
        case .openEdX: LogSeeds.openEdX
        case .caliper: LogSeeds.caliper
        case .dataShop: LogSeeds.dataShop
        case .assistments: LogSeeds.assistments
        case .qti: LogSeeds.qti
        case .anki: LogSeeds.anki
        case .oneRoster: [ContainerSeeds.oneRoster]
        case .tidyCSV: OwnSeeds.csv
        case .tidyJSONLines: OwnSeeds.jsonLines
        }
    }

    private static let supplements: [FuzzParser] = [
        supplement("skill-map", SupplementSeeds.skillMap) { (file) throws(ReadError) in
            try SkillMap.read(file).findings.count
        },
        supplement("items", SupplementSeeds.items) { (file) throws(ReadError) in
            try ItemFile.read(file).findings.count
        },
        supplement("grade-scale", SupplementSeeds.gradeScale) { (file) throws(ReadError) in
            _ = try GradeScaleFile.read(file)
            return 1
        },
        supplement("decisions", SupplementSeeds.decisions) { (file) throws(ReadError) in
            _ = try DecisionsReader.read(file)
            return 1
        },
        supplement("traces", SupplementSeeds.traces) { (file) throws(ReadError) in
            try TraceFile.read(file).log.events.count
        },
        supplement("mode-log", SupplementSeeds.modeLog) { (file) throws(ReadError) in
            _ = try ModeLogFile.read(file)
            return 1
        },
        supplement("live-decisions", SupplementSeeds.liveDecisions) { (file) throws(ReadError) in
            _ = try LiveDecisionsReader.read(file)
            return 1
        },
        supplement("groups", SupplementSeeds.groups) { (file) throws(ReadError) in
            try GroupFile(file).groups.count
        },
        supplement("slots", SupplementSeeds.slots) { (file) throws(ReadError) in
            try SlotFile.read(file).entries.count
        },
        supplement("availability", SupplementSeeds.availability) { (file) throws(ReadError) in
            _ = try AvailabilityFile.read(file)
            return 1
        },
        supplement("pairs", SupplementSeeds.pairs) { (file) throws(ReadError) in
            _ = try PairFile.read(file)
            return 1
        },
        supplement("roster", SupplementSeeds.roster) { (file) throws(ReadError) in
            try RosterFile.read(file).entries.count
        },
        supplement("earlier-plan", SupplementSeeds.earlierPlan) { (file) throws(ReadError) in
            _ = try EarlierPlanFile.read(file)
            return 1
        },
        supplement("teacher-plan", SupplementSeeds.teacherPlan) { (file) throws(ReadError) in
            try TeacherPlanFile.read(file).entries.count
        },
        supplement("advice-plan", SupplementSeeds.advicePlan) { (file) throws(ReadError) in
            _ = try AdvicePlanFile.read(file, learners: ["a", "b"])
            return 1
        },
        supplement("catalogue", SupplementSeeds.catalogue) { (file) throws(ReadError) in
            var catalogue = CatalogueFile()
            try catalogue.read(file)
            _ = try? catalogue.catalogue()
            return 1
        },
        supplement("competencies", SupplementSeeds.competencies) { (file) throws(ReadError) in
            try CompetencyFile.read(file).standards.count
        },
        supplement("outcomes", SupplementSeeds.outcomes) { (file) throws(ReadError) in
            try CanvasOutcomesFile.read(file).standards.count
        },
    ]

    /// One of files that are passed beside evidence: only that it ends, and does not trap.
    private static func supplement(
        _ name: String, _ seeds: [FuzzSeed], _ read: @escaping @Sendable (SourceFile) throws(ReadError) -> Int
    ) -> FuzzParser {
        FuzzParser(name, seeds) { input in
            do throws(ReadError) { return FuzzOutcome(events: try read(input.file)) } catch {
                return FuzzOutcome(isRefused: true)
            }
        }
    }
}
