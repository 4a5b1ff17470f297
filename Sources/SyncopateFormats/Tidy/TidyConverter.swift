internal import Syncopate

/// Writes a log of our own in either of its forms as it is read, so that memory does not grow with the file.
///
/// Each row is checked by itself and written as it was stated; rows with a fault are left out. Unlike what
/// ``TidyWriter`` makes of a log that was put together, repeats are kept, nothing is sorted, and what a score without a
/// maximum means is left to whoever reads the rows back: the same evidence comes of it. Memory grows with the number
/// of different learners, items and sets of skills only.
public struct TidyConverter {
    /// What came of it.
    public struct Summary: Sendable {
        /// What was noticed, at most ``FindingCollector/limit`` of a rule and severity.
        public var findings: [Finding]
        /// How often each rule was broken.
        public var totals: [FindingRule: Int]
        /// How much was written, and how many rows were not.
        public var counts: ImportCounts
    }

    /// What was made so far of the learners, items and sets of skills of a log that grows.
    private struct TidyTexts {
        let form: TidyForm
        var learners: [[UInt8]] = []
        var items: [[UInt8]] = []
        var skills: [[UInt8]] = []

        mutating func take(_ assembler: TidyAssembler) {
            for place in learners.count..<max(assembler.log.learners.count, learners.count) {
                learners.append(TidyText.learner(assembler.log.learners[place], form))
            }
            for place in items.count..<max(assembler.log.items.count, items.count) {
                items.append(TidyText.item(assembler.log.items[place], form))
            }
            for place in skills.count..<max(assembler.skillSets.count, skills.count) {
                skills.append(TidyText.skills(assembler.skillSets.list(place), form))
            }
        }
    }

    /// Takes a piece of what is written.
    public typealias Sink = ([UInt8]) throws(ReadError) -> Void

    /// The format of a file that begins so, if it can be converted as it comes: our own, in UTF-8, and bad rows may be
    /// left out.
    ///
    /// - Parameter head: the file's beginning, up to the end of a line.
    public static func format(of head: SourceFile, options: ReadOptions) -> DetectedFormat? {
        guard !options.strict, options.encoding == nil || options.encoding == .utf8, UTF16Layout(of: head.bytes) == nil
        else { return nil }
        // What stands below a title is read whole.
        guard let content = try? ContainerOpener.open(head),
            let found = try? EvidenceReader.detect(content, stated: options.format), found.content.text == content.text
        else { return nil }
        let format = found.format.format
        let isRead = format == .tidyCSV || (format == .tidyJSONLines && TidyJSONReader.isLines(content.text))
        return isRead ? found.format : nil
    }

    /// Converts a file.
    ///
    /// - Parameters:
    ///   - head: its beginning.
    ///   - format: what ``format(of:options:)`` says of it.
    ///   - fill: gives what comes after it.
    ///   - write: takes what is written, some at a time.
    ///   - reject: takes rows that cannot be read, as they stood, after the header.
    /// - Throws: ``ReadError`` where the file cannot be read on, what came before being written; what the sinks throw.
    public static func convert(
        _ head: SourceFile, _ format: FileFormat, options: ReadOptions, to form: TidyForm,
        fill: @escaping TextSource.Fill, write: Sink, reject: Sink
    ) throws(ReadError) -> Summary {
        var writer = TidyRowWriter(form, hasOrder: true)
        var texts = TidyTexts(form: form)
        var counts = ImportCounts()
        var hasHeader = false
        let assembler = try read(head, format, options: options, fill: fill) {
            (assembler, headers) throws(ReadError) in
            let rejects = assembler.findings.takeRejects()
            counts.rejectedRows += rejects.count
            for row in (hasHeader || rejects.isEmpty ? [] : headers) + rejects.map(\.bytes) { try reject(row + [0x0A]) }
            if !rejects.isEmpty { hasHeader = true }
            texts.take(assembler)
            let passed = assembler.takePassed()
            for (event, id) in zip(passed.events, passed.ids) {
                counts.add(event.status)
                writer.write(
                    event, id: id, learner: texts.learners[Int(event.learner)], item: texts.items[Int(event.item)],
                    skills: texts.skills[Int(event.skillSet)])
            }
            try write(writer.take())
        }
        return Summary(assembler, counts)
    }

    /// Reads a file for what is wrong with its rows and keeps none of them; repeats are not looked for.
    ///
    /// - Parameters:
    ///   - head: its beginning.
    ///   - format: what ``format(of:options:)`` says of it.
    ///   - fill: gives what comes after it.
    /// - Throws: ``ReadError`` where the file cannot be read on.
    public static func check(
        _ head: SourceFile, _ format: FileFormat, options: ReadOptions, fill: @escaping TextSource.Fill
    ) throws(ReadError) -> Summary {
        var counts = ImportCounts()
        var assembler = try read(head, format, options: options, fill: fill) { (assembler, _) throws(ReadError) in
            counts.rejectedRows += assembler.findings.takeRejects().count
            var events = assembler.takePassed().events
            assembler.settleUnits(of: &events)
            for event in events { counts.add(event.status) }
        }
        let unknown = assembler.noteUnknownMaxima()
        counts.scored -= unknown
        counts.hidden += unknown
        return Summary(assembler, counts)
    }

    /// Reads a file.
    ///
    /// - Parameter drain: is given what came of some rows, and the rows of the header.
    private static func read(
        _ head: SourceFile, _ format: FileFormat, options: ReadOptions, fill: @escaping TextSource.Fill,
        drain: (inout TidyAssembler, [[UInt8]]) throws(ReadError) -> Void
    ) throws(ReadError) -> TidyAssembler {
        var start = 0
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        while head.bytes[start...].starts(with: mark) { start += 3 }
        let text = start == 0 ? head.bytes : Array(head.bytes[start...])
        let source = TextSource(head: text, fill)
        guard format == .tidyCSV else {
            var reader = try TidyJSONReader(source, head: text, options: options, file: head.name)
            try reader.pass(drain)
            return reader.assembler
        }
        var reader = try TidyCSVReader(source, head: text, options: options, file: head.name)
        try reader.pass(drain)
        return reader.assembler
    }
}

extension TidyConverter.Summary {
    fileprivate init(_ assembler: TidyAssembler, _ counts: ImportCounts) {
        var noticed = assembler.findings
        noticed.merge()
        self.init(findings: noticed.findings, totals: noticed.totals, counts: counts)
        self.counts.learners = assembler.log.learners.count
        self.counts.items = assembler.log.items.count
    }
}
