internal import Syncopate

/// Reads results of tests and items in QTI (assessmentResult, versions 2.1 to 3.0).
///
/// An `itemResult` is an event: its `SCORE` out of its `MAXSCORE`, or out of the largest score that `SCORE` says there
/// normally is. Without a score, an answer is right if it is the correct one that stands beside it. What a whole test
/// says of itself is a total and is not read.
struct QTIReader {
    static let entry = FormatEntry(
        .qti, "a QTI result", "QTI results of tests and items (assessmentResult), XML",
        example: "<assessmentResult xmlns=\"http://www.imsglobal.org/xsd/imsqti_result_v2p2\">",
        quirks: [
            "An itemResult is an event: SCORE out of MAXSCORE or normalMaximum; the test's own is a total.",
            "A SCORE of no known maximum is withheld.",
            "Without a SCORE an answer is right if it is the correct one beside it; nothing answered is missing.",
            "No skills; times without a zone are read as UTC or by --timezone.",
        ],
        confidence: { preview in
            guard preview.isXML else { return 0 }
            return preview.head.contains("assessmentResult") ? 1 : 0
        },
        read: { (content, options) throws(ReadError) in
            var reader = QTIReader(content.text, options: options, file: content.name)
            try reader.read(file: content.name)
            return FileReading(&reader.assembler)
        })

    private var xml: XMLReader
    fileprivate(set) var assembler: TidyAssembler
    private var moments: LocalMoment
    private var learner = ""
    private var test = ""
    private var count: Int32 = 0
    private var inferred = 0
    /// A place whose line is known: places only grow.
    private var counted = (offset: 0, line: 1)

    init(_ text: [UInt8], options: ReadOptions, file: String) {
        xml = XMLReader(text)
        assembler = TidyAssembler(file: file, options: options)
        moments = LocalMoment(options)
        assembler.maximumRemedy = "add MAXSCORE to the itemResult, or normalMaximum to its SCORE"
    }

    /// - Throws: `broken-xml`, or `empty-file` where there are no results of items.
    mutating func read(file: String) throws(ReadError) {
        var results = 0
        do throws(ContainerFault) {
            reading: while true {
                switch try xml.next() {
                case .finish: break reading
                case .start:
                    if xml.isNamed("assessmentResult") {
                        results += 1
                        learner = ""
                        test = ""
                    } else if xml.isNamed("context") {
                        learner = trimmed(xml.attribute("sourcedId"))
                    } else if xml.isNamed("testResult") {
                        test = trimmed(xml.attribute("identifier"))
                        try xml.skipElement()
                    } else if xml.isNamed("itemResult"), results > 0 {
                        try readItem()
                    }
                default: break
                }
            }
        } catch {
            throw error.refusal(file: file)
        }
        guard count > 0 else {
            throw assembler.findings.refusal(
                results == 0 ? .notAKnownFormat : .emptyFile,
                results == 0
                    ? "there is no assessmentResult in the XML" : "the assessmentResult has no itemResult in it",
                remedy: "export results with the items of the test; its header looks like \(Self.entry.example)")
        }
        if inferred > 0 {
            assembler.findings.add(
                .notAnAnswer, .note,
                inferred == 1
                    ? "1 result has no SCORE, so that the answer was compared with the correct one beside it"
                    : "\(inferred) results have no SCORE, so that answers were compared with the correct ones beside them",
                remedy: "nothing to do")
        }
    }

    private func trimmed(_ text: String?) -> String { Blanks.trimmed(text ?? "") }

    private mutating func readItem() throws(ContainerFault) {
        let start = xml.start
        let line = PhysicalLines.line(of: start, in: xml.bytes, from: counted)
        counted = (start, line)
        count += 1
        let result = try QTIItemResult(&xml)
        do throws(TidyValues.Fault) {
            try add(result, line: line)
        } catch {
            let header =
                switch error.field {
                case .item: "identifier"
                case .score: "SCORE"
                case .at: "datestamp"
                default: ""
                }
            assembler.findings.add(
                error.rule, .error, line: line, header: header, excerpt: error.found, error.message,
                remedy: error.remedy)
            assembler.findings.reject(line: line, rule: error.rule, bytes: Array(xml.bytes[start..<xml.position]))
        }
    }

    private mutating func add(_ result: QTIItemResult, line: Int) throws(TidyValues.Fault) {
        guard !learner.isEmpty else {
            throw TidyValues.Fault(
                rule: .blankID, field: .learner,
                message: "the context of the result has no sourcedId, so nobody is named",
                remedy: "add sourcedId to context")
        }
        guard !result.identifier.isEmpty else {
            throw TidyValues.Fault(
                rule: .unnamedItem, field: .item, message: "the result names no item", remedy: "add its identifier")
        }
        var event = TidyEvent(learner: 0, item: 0, row: count, status: .unknownBlank, line: line)
        inferred += try result.judge(into: &event) ? 1 : 0
        if !result.datestamp.isEmpty {
            guard
                let at = moments.seconds(
                    result.datestamp, line: line, header: "datestamp", findings: &assembler.findings)
            else {
                throw TidyValues.Fault(
                    rule: .badTime, field: .at, message: "the datestamp is no time",
                    remedy: "write it like 2026-09-01T08:30:00Z")
            }
            event.at = at
        }
        let id = test.isEmpty ? result.identifier : "\(test): \(result.identifier)"
        let maximum = event.maximum.isNaN ? nil : event.maximum
        event.learner = assembler.log.intern(Learner(id: learner))
        event.item = assembler.log.intern(Item(id: id, title: id, maximum: maximum))
        assembler.add(event, id: nil)
    }
}
