import Syncopate
import SyncopateFormats

/// Reads files for a check: everything that is noticed is kept, nothing is said on the way, and a file that cannot be used does
/// not hide what is wrong with the next.
struct CheckReading {
    private(set) var reader: InputReader
    private(set) var courses: [Course] = []
    private(set) var files: [CheckReport.File] = []
    /// Whether every file could be used.
    private(set) var isUsable = true
    /// Whether something was left out.
    private(set) var isPartial = false

    init(reader: InputReader) { self.reader = reader }

    /// Reads files for what is wrong with them and for their courses.
    ///
    /// - Parameter filesOnly: whether courses are not wanted; a large log of our own is then not held.
    mutating func read(_ paths: [String], rule: CourseRule, filesOnly: Bool) throws {
        var read: [CourseFile] = []
        var maxima = MaximumComparison()
        for path in paths {
            if filesOnly, let log = try reader.largeLog(path) {
                check(log)
                continue
            }
            let source = try reader.source(path)
            do {
                let imported = reader.hidden(try EvidenceReader.read(source, options: reader.options))
                files.append(
                    CheckReport.File(
                        name: source.name, format: imported.format, confidence: imported.confidence,
                        counts: imported.counts, isUsable: true,
                        findings: imported.findings + shown(maxima.add(imported.log.items, file: source.name)),
                        totals: imported.findingTotals, rejectedRows: imported.rejects.count))
                if imported.hasErrors { isPartial = true }
                if filesOnly { continue }
                read.append(
                    CourseFile(
                        name: InputReader.name(of: path), log: imported.log,
                        isSnapshot: imported.format.isGradebook, eventIDs: imported.eventIDs))
            } catch {
                refuse(source.name, error)
            }
        }
        try reader.saveMapping()
        courses = CourseSorter.courses(of: read, rule: rule)
        for course in courses {
            let findings = CourseOverlap.findings(course)
            if !findings.isEmpty { note("course \(course.name)", shown(findings)) }
        }
    }

    /// Findings without what may tell who somebody is, where that is to be hidden.
    private func shown(_ findings: [Finding]) -> [Finding] {
        reader.pseudonyms == nil ? findings : findings.map(Pseudonyms.hide)
    }

    private mutating func check(_ log: LargeLog) {
        do throws(ReadError) {
            let summary = try log.check(options: reader.options)
            let findings = shown(summary.findings)
            files.append(
                CheckReport.File(
                    name: log.name, format: log.format.format, confidence: log.format.confidence,
                    counts: summary.counts,
                    isUsable: true, findings: findings, totals: summary.totals,
                    rejectedRows: summary.counts.rejectedRows))
            if findings.contains(where: { $0.severity == .error }) { isPartial = true }
        } catch {
            refuse(log.name, error)
        }
    }

    mutating func apply(skills: String?, items: String?) throws {
        if let items {
            let source = try reader.source(items)
            do {
                let file = try ItemFile.read(source, encoding: reader.options.encoding)
                note(
                    source.name,
                    file.findings + InputReader.common(courses.indices.map { file.apply(to: &courses[$0].log) }))
            } catch {
                refuse(source.name, error)
            }
        }
        if let skills {
            let source = try reader.source(skills)
            do {
                let map = try SkillMap.read(source, encoding: reader.options.encoding)
                note(
                    source.name,
                    map.findings + InputReader.common(courses.indices.map { map.apply(to: &courses[$0].log) }))
            } catch {
                refuse(source.name, error)
            }
        }
    }

    private mutating func refuse(_ name: String, _ error: ReadError) {
        files.append(CheckReport.File(name: name, format: nil, isUsable: false, findings: shown(error.findings)))
        isUsable = false
    }

    private mutating func note(_ name: String, _ findings: [Finding]) {
        files.append(CheckReport.File(name: name, format: nil, isUsable: true, findings: findings))
        if findings.contains(where: { $0.severity == .error }) { isPartial = true }
    }
}
