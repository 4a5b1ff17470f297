public import Syncopate

/// Advice as a page of print for each learner: what to do first and next, how sure that is, together or apart.
///
/// One document of HTML, complete in itself: nothing is fetched, nothing runs, and every element is closed, so that
/// an XML parser reads it too.
public struct AdvicePages {
    private let answers: [(advice: ClassAdvice, gradebook: Gradebook)]
    private let date: String?

    /// - Parameter moment: when the advice is for; `nil`: no date is shown.
    public init(_ answers: [(advice: ClassAdvice, gradebook: Gradebook)], moment: Double?) {
        self.answers = answers
        date = moment.flatMap { CalendarDate.date($0) }
    }

    /// The document.
    public func write() -> [UInt8] {
        var text = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>What to do next</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>

            """
        var number = 0
        for answer in answers {
            for learner in answer.advice.learners {
                number += 1
                text += page(learner, answer.advice, answer.gradebook, number: number)
            }
        }
        return Array((text + "</main>\n</body>\n</html>\n").utf8)
    }

    private func page(_ learner: LearnerAdvice, _ advice: ClassAdvice, _ gradebook: Gradebook, number: Int) -> String {
        let person = gradebook.learners[learner.learner]
        let place = [advice.course, person.section].filter { !$0.isEmpty }.map(Self.text) + [date].compactMap { $0 }
        var text = "<article aria-labelledby=\"page-\(number)\">\n"
        text += "<header><h1 id=\"page-\(number)\">\(Self.text(person.name.isEmpty ? person.id : person.name))</h1>"
        text += "<p>\(place.joined(separator: " · "))</p></header>\n"
        if let first = learner.recommendations.first {
            text += "<section>\n<h2>First</h2>\n\(task(first, gradebook, isFirst: true))</section>\n"
        }
        let next = learner.recommendations.dropFirst()
        if !next.isEmpty {
            text += "<section>\n<h2>Then</h2>\n<ol>\n"
            text += next.map { "<li>\(task($0, gradebook, isFirst: false))</li>\n" }.joined()
            text += "</ol>\n</section>\n"
        }
        if let seat = learner.mode.seat, seat.isSeated, let topic = learner.mode.topic {
            text += "<section>\n<h2>Together</h2>\n<p>You have a place in the live group on \(Self.text(topic)).</p>\n"
            text += "</section>\n"
        }
        text += "<section>\n<h2>How sure this is</h2>\n<p>\(LearnerWords.basis(learner.scores)) "
        text += "It is advice and no grade; your teacher may know better.</p>\n</section>\n"
        return text + "</article>\n"
    }

    /// One thing to do; of the first also how, why and what is expected.
    private func task(_ task: Recommendation, _ gradebook: Gradebook, isFirst: Bool) -> String {
        let given = task.prescription
        let title = task.item.map { gradebook.items[$0].title } ?? given?.topic ?? ""
        let what = LearnerWords.action(task.action) + (title.isEmpty ? "" : ": " + Self.text(title))
        var text = isFirst ? "<p class=\"what\">\(what)</p>\n" : what
        if task.item == nil, let given {
            let questions = given.questions == 1 ? "1 question" : "\(given.questions) questions"
            text += isFirst ? "<p>\(questions): \(Self.text(given.task)).</p>\n" : " (\(questions))"
        }
        guard isFirst else { return text }
        text += "<p>\(LearnerWords.mode(task.mode))</p>\n"
        let reasons = task.reasons.compactMap(LearnerWords.reason)
        if !reasons.isEmpty { text += "<p>\(reasons.joined(separator: " "))</p>\n" }
        let minutes = Rounding.words(task.minutes, 0)
        var figures = "It takes about \(minutes) minutes"
        if let success = task.success, let deviation = task.successDeviation {
            figures += ". If you did it now, you would most likely get \(LearnerWords.expected(success, deviation))"
        }
        return text + "<p>\(figures).</p>\n"
    }

    /// A text of the file, escaped, in an element that keeps its direction.
    private static func text(_ text: String) -> String {
        "<bdi>\(SVGWriter.escaped(BriefNames.plain(BriefNames.isolated(text))))</bdi>"
    }

    /// Black on white, large enough for arm's length; each learner's page is a sheet.
    private static let style = """
        @page { margin: 18mm 20mm; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #fff; color: #000; font: 16pt/1.45 Arial, Helvetica, "Liberation Sans", "Noto Sans", sans-serif; }
        article { max-width: 170mm; margin: 0 auto; padding: 12mm 6mm; overflow-wrap: break-word; }
        article + article { border-top: 1px solid #767676; }
        header { border-bottom: 2px solid #000; }
        header p { margin: 0 0 0.3em; font-size: 13pt; }
        h1 { font-size: 26pt; line-height: 1.2; margin: 0; }
        h2 { font-size: 16pt; margin: 1em 0 0.1em; break-after: avoid; }
        p { margin: 0.2em 0; }
        p.what { font-size: 20pt; font-weight: 600; line-height: 1.3; }
        ol { margin: 0.2em 0; padding-left: 1.4em; }
        li { margin: 0.2em 0; break-inside: avoid; }
        @media print {
          article { max-width: none; padding: 0; break-after: page; }
          article:last-child { break-after: auto; }
          article + article { border-top: 0; }
        }
        """
}
