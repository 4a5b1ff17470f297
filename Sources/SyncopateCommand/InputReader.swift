import ArgumentParser
import Syncopate
import SyncopateFormats
import SyncopateModels

/// Reads the files of a command line into one log: messages to standard error, rejected rows to a file.
struct InputReader {
    let options: ReadOptions
    /// Where rejected rows go; `nil`: a name made from the file's.
    let rejectsPath: String?
    let isQuiet: Bool
    /// Whether something was left out.
    private(set) var isPartial = false
    /// What Canvas knows learners by, of its exports that were read, by the learners' ids.
    private(set) var accounts: [String: CanvasAccount] = [:]
    /// What stands for learners; `nil`: they stand for themselves.
    private(set) var pseudonyms: Pseudonyms?
    /// What was read of standard input to see what it is.
    private var standardInput = StandardInput()
    /// Where it is written who is who; `nil`: nowhere.
    private let mappingPath: String?

    init(
        options: ReadOptions, rejectsPath: String?, isQuiet: Bool, pseudonyms: Pseudonyms? = nil,
        mappingPath: String? = nil
    ) {
        self.options = options
        self.rejectsPath = rejectsPath
        self.isQuiet = isQuiet
        self.pseudonyms = pseudonyms
        self.mappingPath = mappingPath
    }

    /// Most messages of one rule and file; the rest are counted.
    static let messageLimit = 5

    /// Reads all files as one course. Any file that cannot be used ends the command: half an answer looks like a whole.
    mutating func read(_ files: [String]) throws -> EvidenceLog {
        try courses(files, rule: .one).first?.log ?? EvidenceLog()
    }

    /// Reads all files, and sorts them into courses.
    mutating func courses(_ files: [String], rule: CourseRule) throws -> [Course] {
        var read: [CourseFile] = []
        var maxima = MaximumComparison()
        for path in files {
            let imported: ImportedEvidence
            do {
                imported = hidden(try EvidenceReader.read(try source(path), options: options))
            } catch let error as ReadError {
                report(error.findings, totals: [:])
                throw ProgramExit.data
            }
            report(imported.findings, totals: imported.findingTotals)
            report(maxima.add(imported.log.items, file: path), totals: [:])
            if imported.hasErrors { isPartial = true }
            if let rejects = imported.rejectsFile { try save(rejects, count: imported.rejects.count, of: path) }
            for (learner, account) in zip(imported.log.learners, imported.accounts) {
                accounts[learner.id, default: CanvasAccount()].fillIn(from: account)
            }
            read.append(
                CourseFile(
                    name: Self.name(of: path), log: imported.log, isSnapshot: imported.format.isGradebook,
                    eventIDs: imported.eventIDs))
        }
        try saveMapping()
        let courses = CourseSorter.courses(of: read, rule: rule)
        if rule == .one, !isQuiet {
            let apart = CourseSorter.courses(of: read).count
            if apart > 1 { warn("these files look like \(apart) courses, and are read as one") }
        }
        for course in courses {
            say(course.changes, of: course, among: courses)
            report(CourseOverlap.findings(course), totals: [:])
        }
        return courses
    }

    /// Reads the skill map and the item file, and lays them over the log.
    mutating func apply(skills: String?, items: String?, to log: inout EvidenceLog) throws {
        var courses = [Course(name: "", files: [], log: log)]
        try apply(skills: skills, items: items, to: &courses)
        log = courses[0].log
    }

    /// Reads the skill map and the item file, and lays them over the courses. What names no item of any is noted.
    mutating func apply(skills: String?, items: String?, to courses: inout [Course]) throws {
        do {
            // What is known about items first: a skill map may use the titles it gives.
            if let items {
                let file = try ItemFile.read(try source(items), encoding: options.encoding)
                try take(file.findings + Self.common(courses.indices.map { file.apply(to: &courses[$0].log) }))
            }
            if let skills {
                let map = try SkillMap.read(try source(skills), encoding: options.encoding)
                try take(map.findings + Self.common(courses.indices.map { map.apply(to: &courses[$0].log) }))
            }
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
    }

    /// What was found of every course.
    static func common(_ findings: [[Finding]]) -> [Finding] {
        guard let first = findings.first else { return [] }
        return first.filter { finding in findings.dropFirst().allSatisfy { $0.contains(finding) } }
    }

    /// Reads the files of a catalogue, which add up.
    mutating func catalogue(_ files: [String]) throws -> Catalogue {
        var file = CatalogueFile()
        do {
            for path in files {
                let seen = file.findings.count
                try file.read(try source(path))
                try take(Array(file.findings[seen...]))
            }
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
        let names = files.map { $0 == "-" ? StandardInput.name : $0 }.joined(separator: ", ")
        let catalogue: Catalogue
        do {
            catalogue = try file.catalogue()
        } catch {
            for fault in error.faults { Terminal.say("error: \(names): \(fault.description)") }
            throw ProgramExit.data
        }
        guard !catalogue.items.isEmpty else {
            Terminal.say("error: \(names): the catalogue has no items (add a table of items, or \"items\" to the JSON)")
            throw ProgramExit.data
        }
        return catalogue
    }

    /// Reads a file of logged decisions.
    mutating func decisions(_ path: String) throws -> DecisionLog {
        let imported: ImportedDecisions
        do {
            imported = try DecisionsReader.read(try source(path), strict: options.strict)
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
        report(imported.findings, totals: imported.findingTotals)
        if imported.hasErrors { isPartial = true }
        if imported.leftOut > 0 {
            let rows = imported.leftOut == 1 ? "1 row was" : "\(imported.leftOut) rows were"
            Terminal.say("\(rows) left out: mend them in the file, since what is left may be no fair sample.")
        }
        return imported.log
    }

    /// Reads a file of decisions of together or apart.
    mutating func liveDecisions(_ path: String) throws -> LiveDecisionsReader.Imported {
        do {
            let imported = try LiveDecisionsReader.read(try source(path), strict: options.strict)
            report(imported.findings, totals: imported.findingTotals)
            if imported.leftOut > 0 { isPartial = true }
            return imported
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
    }

    /// Reads a file of learners' groups.
    mutating func groups(_ path: String) throws -> GroupFile {
        do {
            let file = try GroupFile(try source(path), strict: options.strict)
            report(file.findings, totals: file.findingTotals)
            if file.findings.contains(where: { $0.severity == .error }) { isPartial = true }
            return file
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
    }

    /// Reads a file of traces of independence.
    mutating func traces(_ path: String) throws -> ImportedTraces {
        let imported: ImportedTraces
        do {
            imported = try TraceFile.read(try source(path), strict: options.strict)
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
        report(imported.findings, totals: imported.findingTotals)
        if imported.hasErrors { isPartial = true }
        return imported
    }

    /// Reads a log of modes and gains; without one there are studies only.
    mutating func modeEvidence(_ path: String?) throws -> ModeEvidence {
        guard let path else { return ModeEvidence(prior: .shipped) }
        let imported: ImportedModeLog
        do {
            imported = try ModeLogFile.read(try source(path), strict: options.strict)
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
        report(imported.findings, totals: imported.findingTotals)
        if imported.hasErrors { isPartial = true }
        return imported.evidence(.shipped)
    }

    /// Says how many learners of a log of gains are unknown, whose gains then speak of the modes only.
    func warn(of evidence: ModeEvidence, beyond learners: some Sequence<String>) {
        warn(
            of: evidence.learners.subtracting(learners).count, in: "the log of modes",
            "such gains say what a mode does, and of nobody here")
    }

    /// Says how many learners of a file are unknown, and what becomes of what it says of them.
    private func warn(of strangers: Int, in file: String, _ consequence: String) {
        guard strangers > 0 else { return }
        let (who, speak) = strangers == 1 ? ("1 learner", "is") : ("\(strangers) learners", "are")
        warn("\(who) of \(file) \(speak) not in the input: \(consequence)")
    }

    /// What traces and logged gains say of those to be advised, by learner id.
    ///
    /// - Parameter path: the file of traces; `nil`: gains alone speak.
    mutating func traits(
        _ path: String?, of learners: [String], evidence: ModeEvidence
    ) throws -> (independence: [String: Independence], interdependence: [String: Interdependence]) {
        guard let path else {
            return ([:], Interdependence.estimate(ExchangeLog(), evidence: evidence, model: .shipped))
        }
        let imported = try traces(path)
        warn(
            of: Set(imported.log.learners).subtracting(learners).count, in: "the traces",
            "they are joined by their ids, and such traces are not used")
        return (imported.independence(.shipped), imported.interdependence(.shipped, evidence: evidence))
    }

    /// The teacher's own plan as it is written; `nil` where no file is named.
    mutating func teacherPlan(_ path: String?) throws -> TeacherPlanFile? {
        guard let path else { return nil }
        return try beside(path, TeacherPlanFile.read) { $0.noticed }
    }

    /// Says which rows of a plan are about nothing in the input, and how many nothing can be said of.
    ///
    /// - Parameters:
    ///   - names: topics and items of each course.
    ///   - spoken: positions of the entries that something is said of.
    mutating func check(
        _ plan: TeacherPlanFile?, of learners: [Learner], names: [TopicNames], spoken: [Int]
    ) throws {
        guard let plan else { return }
        let (known, noticed) = plan.check(names, sections: learners.map(\.section))
        try take(noticed)
        let mute = Set(known).subtracting(spoken).count
        guard mute > 0, !learners.isEmpty else { return }
        warn(
            (mute == 1 ? "1 row of the teacher's plan is" : "\(mute) rows of the teacher's plan are")
                + " on what measures no skill, so nothing is said of \(mute == 1 ? "it" : "them")")
    }

    /// Reads the plan of last time; nothing where none is named.
    mutating func plan(_ path: String?, of learners: [String]) throws -> AdvicePlan? {
        guard let path else { return nil }
        let known = Set(learners)
        return try beside(
            path, { (file) throws(ReadError) in try AdvicePlanFile.read(file, learners: known) }, \.noticed
        ).plan
    }

    /// Reads a file beside the evidence, and says what was noticed in it.
    mutating func beside<File>(
        _ path: String, _ read: (SourceFile) throws(ReadError) -> File, _ noticed: (File) -> FindingCollector
    ) throws -> File {
        let file: File
        do {
            file = try read(try source(path))
        } catch let error as ReadError {
            report(error.findings, totals: [:])
            throw ProgramExit.data
        }
        try take(noticed(file))
        return file
    }

    /// What was noticed in a file beside the gradebook: an error there leaves something out as well.
    mutating func take(_ noticed: FindingCollector) throws { try take(noticed.findings, totals: noticed.totals) }

    /// The same of findings that are all there are, or counted beside.
    mutating func take(_ findings: [Finding], totals: [FindingRule: Int] = [:]) throws {
        report(findings, totals: totals)
        guard findings.contains(where: { $0.severity == .error }) else { return }
        if options.strict { throw ProgramExit.data }
        isPartial = true
    }

    /// Evidence as the command goes on with it: without learners' own ids and names where they are to be hidden.
    mutating func hidden(_ imported: ImportedEvidence) -> ImportedEvidence { pseudonyms?.hide(imported) ?? imported }

    /// Writes who is who, where that is wanted.
    func saveMapping() throws {
        guard let mappingPath, let pseudonyms else { return }
        do {
            try Descriptor.write(pseudonyms.mapping(), path: mappingPath, isPrivate: true)
        } catch {
            Terminal.say("syncopate: cannot write who is who to \(error.message)")
            throw ProgramExit.cannotCreate
        }
    }

    func source(_ path: String) throws -> SourceFile {
        do {
            if let tables = try Descriptor.tables(inFolder: path) {
                return SourceFile(
                    name: path, bytes: [], members: tables.map { ArchiveMember(name: $0.name, bytes: $0.bytes) })
            }
            guard path != "-" else { return SourceFile(name: StandardInput.name, bytes: try standardInput.read()) }
            return SourceFile(name: path, bytes: try Descriptor.read(path: path))
        } catch {
            throw Self.unreadable(error)
        }
    }

    /// A file that is a large log of our own, or standard input that is; `nil` where it has to be read as a whole.
    mutating func largeLog(_ path: String) throws -> LargeLog? {
        guard path == "-" else { return LargeLog(path, options: options) }
        do throws(Descriptor.Failure) {
            let bytes = try standardInput.look(atFirst: LargeLog.size + 1)
            guard bytes.count > LargeLog.size,
                let log = LargeLog(StandardInput.name, 0, bytes: bytes, options: options)
            else { return nil }
            standardInput.forget()
            return log
        } catch {
            throw Self.unreadable(error)
        }
    }

    private static func unreadable(_ failure: Descriptor.Failure) -> any Error {
        Terminal.say("syncopate: cannot read \(failure.message)")
        return ProgramExit.noInput
    }

    /// Says that something looks wrong, unless only errors are wanted.
    func warn(_ message: String) {
        if !isQuiet { Terminal.say("warning: \(message)") }
    }

    /// Messages, the first few of every rule; with `--quiet` only errors.
    private func report(_ findings: [Finding], totals: [FindingRule: Int]) {
        var shown: [FindingRule: Int] = [:]
        let findings = pseudonyms == nil ? findings : findings.map(Pseudonyms.hide)
        for finding in findings where !isQuiet || finding.severity == .error {
            let count = shown[finding.rule, default: 0]
            shown[finding.rule] = count + 1
            if count < Self.messageLimit { Terminal.say("\(finding.severity): \(finding.description)") }
        }
        for rule in FindingRule.allCases {
            guard let count = shown[rule] else { continue }
            let total = max(totals[rule] ?? 0, count)
            if total > Self.messageLimit {
                Terminal.say("... and \(total - Self.messageLimit) more of \(rule.rawValue)")
            }
        }
    }
}
