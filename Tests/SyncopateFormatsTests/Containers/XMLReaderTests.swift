import Testing

@testable import SyncopateFormats

/// XML, a token at a time.
struct XMLReaderTests {
    /// The tokens of a document: `<a x>` begins, `</a>` ends, anything else is text.
    private func tokens(_ text: String, attribute: StaticString = "x") throws(ContainerFault) -> [String] {
        var xml = XMLReader(Array(text.utf8))
        var result: [String] = []
        while true {
            let token = try xml.next()
            let name = String(decoding: xml.bytes[xml.name], as: UTF8.self)
            switch token {
            case .start: result.append("<\(name)\(xml.attribute(attribute).map { " " + $0 } ?? "")>")
            case .end: result.append("</\(name)>")
            case .text: result.append(String(decoding: xml.text, as: UTF8.self))
            case .finish: return result
            }
        }
    }

    private func fault(_ text: String) -> ContainerFault? {
        do throws(ContainerFault) {
            _ = try tokens(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func document() throws {
        let text = """
            <?xml version="1.0"?>
            <!-- <b> --><n:a m:x='1 &quot;2&quot;' y="3"><b/>t<?skip <c> ?>u<![CDATA[<&amp;]]></n:a >

            """
        #expect(try tokens(text) == ["<a 1 \"2\">", "<b>", "</b>", "t", "u", "<&amp;", "</a>"])
    }

    @Test func entities() throws {
        #expect(try tokens("<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x20AC;</a>") == ["<a>", "<>&'\"A€", "</a>"])
        #expect(try tokens("<a>1\r\n2\r3</a>") == ["<a>", "1\n2\n3", "</a>"])
    }

    @Test(arguments: [
        "<a>&nbsp;</a>", "<a>& b</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#99999999999;</a>", "<a>&amp</a>",
        "<a", "<a>", "<a><b></a>", "</a>", "<a></b>", "<a/><b/>", "text", "<a x></a>", "<a x=1></a>", "<a x='1></a>",
        "<a x='<'></a>", "< a/>", "<a/ >", "<a><!-- </a>", "<a><![CDATA[ </a>", "<![CDATA[x]]>", "", "<?xml", "<a><",
        "<a></",
        "<a/>x",
    ])
    func broken(_ text: String) { #expect(fault(text)?.rule == .brokenXML) }

    @Test func doctype() {
        let fault = fault("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b \"bb\">]>\n<a>&b;</a>")
        #expect(fault?.line == 2 && fault?.message.contains("DOCTYPE") == true)
    }

    @Test func tooDeep() {
        let deep = 1000
        let text = String(repeating: "<a>", count: deep) + String(repeating: "</a>", count: deep)
        #expect(fault(text)?.message.contains("256 elements") == true)
    }

    @Test func skipping() throws {
        var xml = XMLReader(Array("<a><b><c/>x</b><d/></a>".utf8))
        _ = try xml.next()
        _ = try xml.next()
        try xml.skipElement()
        #expect(try xml.next() == .start && xml.isNamed("d"))
    }
}
