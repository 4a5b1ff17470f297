import Foundation
import Syncopate
import Testing

@testable import SyncopateFormats

struct ReliabilityPlotTests {
    static func svg(_ names: [String]) throws -> String {
        String(decoding: ReliabilityPlot(try EvaluationExportTests.report(names).models).write(), as: UTF8.self)
    }

    /// The names of elements in order, or `nil` where tags do not nest or an entity or quote is not as XML has it.
    static func elements(_ text: String) -> [String]? {
        var (open, all): ([Substring], [String]) = ([], [])
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" || $0 == ">" }) {
            if rest[start] == ">" { return nil }
            if rest[start] == "&" {
                guard ["&amp;", "&lt;", "&gt;", "&quot;"].contains(where: { rest[start...].hasPrefix($0) }) else {
                    return nil
                }
                rest = rest[rest.index(after: start)...]
                continue
            }
            guard let end = rest[start...].firstIndex(of: ">") else { return nil }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            guard !tag.contains("<"), tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return nil }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return nil }
                continue
            }
            let name = tag.prefix { $0 != " " && $0 != "/" }
            all.append(String(name))
            if !tag.hasSuffix("/") { open.append(name) }
        }
        return open.isEmpty ? all : nil
    }

    @Test func theCheckCanFail() {
        #expect(Self.elements("<a><b/></a>") == ["a", "b"])
        for bad in ["<a>", "<a></b>", "<a><b></a></b>", "<a>&x;</a>", "<a>></a>", "<a b=\"></a>"] {
            #expect(Self.elements(bad) == nil)
        }
    }

    @Test(arguments: [0, 1, 2, 3, 4, 7])
    func elementsNest(models: Int) throws {
        let all = (0..<models).map { "model \($0) <&> \"'\u{0}\u{FFFE}" }
        let text =
            models > 0
            ? try Self.svg(all) : String(decoding: ReliabilityPlot([]).write(), as: UTF8.self)
        let elements = try #require(Self.elements(text))
        #expect(elements.prefix(4) == ["svg", "title", "desc", "rect"])
        // Ours has two bins, every rival one.
        #expect(elements.count(where: { $0 == "circle" }) == (models > 0 ? models + 1 : 0))
        #expect(!text.contains("\u{0}") && !text.contains("\u{FFFE}"))
        #expect(!text.contains("NaN") && !text.contains("nan") && !text.contains("inf"))
    }

    @Test func namesAreEscaped() throws {
        let text = try Self.svg(["a<b>&\"c\""])
        #expect(text.contains(">a&lt;b&gt;&amp;&quot;c&quot;</text>"))
        #expect(text.contains("a&lt;b&gt;&amp;&quot;c&quot;: 8 responses"))
        #expect(!text.contains("<b>"))
    }

    /// A point where .75 was expected and 1 came stands at three quarters of the 260 pixels, at the top.
    @Test func pointsStandWhereTheyShould() throws {
        let text = try Self.svg(["ours"])
        #expect(text.contains("<circle cx=\"195\" cy=\"0\" r=\"3.5\"/>"))
        #expect(text.contains("<circle cx=\"65\" cy=\"260\" r=\"3.5\"/>"))
    }
}
