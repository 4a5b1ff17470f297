internal import SyncopateFormats

/// Archives and workbooks.
enum ContainerSeeds {
    static let oneRoster = FuzzSeed(
        members: [
            FuzzSeed.member(
                "manifest.csv",
                [
                    "propertyName,value", "manifest.version,1.0", "oneroster.version,1.2", "file.lineItems,bulk",
                    "file.results,bulk", "file.classes,bulk", "file.users,bulk", "file.demographics,absent",
                ], headers: 8),
            FuzzSeed.member(
                "classes.csv",
                ["sourcedId,status,dateLastModified,title", "k1,active,,Algebra 1", "k2,tobedeleted,,Old"],
                headers: 2),
            FuzzSeed.member(
                "users.csv",
                [
                    "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,password",
                    "u1,active,,true,ann,Ann,Able,hunter2", "planted-learner,active,,true,pl,P,L,",
                    "u2,tobedeleted,,true,cy,Cy,Cole,x",
                ]),
            FuzzSeed.member(
                "lineItems.csv",
                [
                    "sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,"
                        + "categorySourcedId,gradingPeriodSourcedId,resultValueMin,resultValueMax",
                    "l1,active,,Proofs,\"two\nlines\",2026-09-01,2026-09-04,k1,c1,g1,0,20",
                    "planted-item,active,,Scale,,2026-09-01,2026-09-30,k1,c1,g1,0,10",
                ]),
            FuzzSeed.member(
                "results.csv",
                [
                    "sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment",
                    "r1,active,,l1,u1,fully graded,17,2026-09-05,\"good,\nthanks\"",
                    "r2,active,,l1,u2,exempt,,2026-09-05,",
                    "r3,active,,planted-item,planted-learner,fully graded,7.25,2026-09-06T10:00:00Z,",
                    "r4,active,,l1,u3,not submitted,,2026-09-06,", "r5,active,,l1,u4,fully graded,9.5,2026-09-06,",
                ]),
        ], packing: .zip, share: 0.725)

    static let xlsx: FuzzSeed = {
        func row(_ number: Int, _ cells: String...) -> String {
            let texts = cells.enumerated().map { place, cell in
                let name = "\(Character(UnicodeScalar(UInt8(65 + place))))\(number)"
                return Double(cell) == nil
                    ? "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
                    : "<c r=\"\(name)\"><v>\(cell)</v></c>"
            }
            return "<row r=\"\(number)\">\(texts.joined())</row>"
        }
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let start = "<?xml version=\"1.0\"?>"
        return FuzzSeed(
            members: [
                FuzzSeed.member(
                    "[Content_Types].xml",
                    [
                        start + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
                    ], end: ""),
                FuzzSeed.member(
                    "_rels/.rels",
                    [
                        start + "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" "
                            + "Type=\"\(relations)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                    ], end: ""),
                FuzzSeed.member(
                    "xl/workbook.xml",
                    [
                        start + "<workbook \(main) xmlns:r=\"\(relations)\"><sheets>"
                            + "<sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                    ], end: ""),
                FuzzSeed.member(
                    "xl/_rels/workbook.xml.rels",
                    [
                        start + "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" "
                            + "Type=\"\(relations)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                    ], end: ""),
                FuzzSeed.member(
                    "xl/worksheets/sheet1.xml",
                    [
                        start + "<worksheet \(main)><sheetData>", row(1, "learner", "item", "score", "max", "at") + " ",
                        row(2, "a", "x", "0.5", "1", ""), row(3, "planted-learner", "planted-item", "7.25", "10", ""),
                        row(4, "b", "x &amp; y", "1", "1", "46267.5"), row(5, "c", "y", "3", "5", ""),
                        "</sheetData></worksheet><!-- planted -->",
                    ], headers: 2, end: ""),
            ], packing: .zip, share: 0.725)
    }()

    static let ods: FuzzSeed = {
        func row(_ cells: String...) -> String {
            let texts = cells.map { cell in
                Double(cell) == nil
                    ? "<table:table-cell office:value-type=\"string\"><text:p>\(cell)</text:p></table:table-cell>"
                    : "<table:table-cell office:value-type=\"float\" office:value=\"\(cell)\"><text:p>\(cell)</text:p>"
                        + "</table:table-cell>"
            }
            return "<table:table-row>\(texts.joined())</table:table-row>"
        }
        let name = "urn:oasis:names:tc:opendocument:xmlns:"
        return FuzzSeed(
            members: [
                FuzzSeed.member("mimetype", ["application/vnd.oasis.opendocument.spreadsheet"], end: ""),
                FuzzSeed.member(
                    "content.xml",
                    [
                        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"\(name)office:1.0\" "
                            + "xmlns:table=\"\(name)table:1.0\" xmlns:text=\"\(name)text:1.0\"><office:body>"
                            + "<office:spreadsheet><table:table table:name=\"S\">",
                        row("learner", "item", "score", "max"), row("a", "x", "0.5", "1"),
                        row("planted-learner", "planted-item", "7.25", "10"), row("b", "x &lt; y", "1", "1"),
                        row("c", "y", "3", "5"),
                        "</table:table></office:spreadsheet></office:body></office:document-content><!-- planted -->",
                    ], headers: 2, end: ""),
            ], packing: .zip, share: 0.725)
    }()

    /// A small set of OneRoster, compressed by zlib with codes of its own and with the fixed ones.
    static let compressed = [
        compressed(
            """
            UEsDBBQAAAAIAAAAAABLVpfyTwAAAGQAAAAMAAAAbWFuaWZlc3QuY3N2TcgxCoAwDAXQvWcpRb2Fi3eo8AvBNC1JWvD2Djr4xte1dajfR66IM/NA
            qFmowDxNqFGTuKYlNIE2c+hvt1CIkZgEu6NaPAdf7ylssH/zAFBLAwQUAAAACAAAAAAAicOOEqMAAAAUAQAADQAAAGxpbmVJdGVtcy5jc3Ztj8EK
            AjEMRO/7LVloVQTvXgQFYcF7aGIJ1laaVPTvLR5cBU+ZPGYGRkurgWlHoIbWFAiN96h2KCRnYQITSwzEGqrcTEoGVJWYt90I1Ph9Q+pw+nSFzmKp
            z5nEiiQ5HrlKoRlX1pbshKnxQfLPi48hecBgcmeAYy3lrAALt1iPbjM6P8sVXDwED9GD63S4JczGNIrx9VMwBewz/uWX7jvv3fACUEsDBBQAAAAI
            AAAAAADTLlhC4QAAANACAAALAAAAcmVzdWx0cy5jc3Zd0k9rwyAYBvB7PsU+wJuhJjGx514K66k77Sbx7RBMUowO+u2brrDlEURUfv59XJccR3Yn
            R2uyKa/kbOIPu6bz4vzVs6PgZz4lni47mR3PaTcwLpEvr/m/7Vd93JaicZmmDVdRkB2T/2GiICkLuuYQ7m/f0bptE0FKKF0LU4uOqijBSrQSrQKr
            0Cq0DdgGbYO2BduibdF2YDu0HVoNVqPVaHuwPdoe7QB2QDugNWANWlNkgcHJIjlZRldkV4ZXpGf+j3ILdk7sar99tr9OYBtnjsXN39XuUfWnFAfx
            LF9UPQBQSwECFAAUAAAACAAAAAAAS1aX8k8AAABkAAAADAAAAAAAAAAAAAAAAAAAAAAAbWFuaWZlc3QuY3N2UEsBAhQAFAAAAAgAAAAAAInDjhKj
            AAAAFAEAAA0AAAAAAAAAAAAAAAAAeQAAAGxpbmVJdGVtcy5jc3ZQSwECFAAUAAAACAAAAAAA0y5YQuEAAADQAgAACwAAAAAAAAAAAAAAAABHAQAA
            cmVzdWx0cy5jc3ZQSwUGAAAAAAMAAwCuAAAAUQIAAAAA
            """),
        compressed(
            """
            UEsDBBQAAAAIAAAAAABLVpfyUwAAAGQAAAAMAAAAbWFuaWZlc3QuY3N2KyjKL0gtKqn0S8xN1SlLzClN5cpNzMtMSy0u0StLLSrOzM/TMdQz4MrP
            Sy3KLy5JLUISNeJKy8xJ1cvJzEv1LEnNLdZJKs3JhogVpRaX5pRARQBQSwMEFAAAAAgAAAAAAInDjhLAAAAAFAEAAA0AAABsaW5lSXRlbXMuY3N2
            K84vLUpOTfFM0SkuSSwpLdZJSSxJ9UksLvHNT8lMy0xN0SnJLMlJ1UlJLU4uyiwoyczP00ksLs5Mz3MBKtRJKU0F08k5QMFguFnJQLH0/KJKhEh6
            UWJKZl56QGpRZn4KQrgotbg0pyQsMac01TczD4WbWMGVY6iTmFySWZaqoxNQlJ+fVqyjY2RgZKZrYKlrYIhgmuhkG+okG+qkG+oYAEW5CnIS80pS
            U3QzS1Jz4QYEJycCvYFNv7EBsn5DAy4AUEsDBBQAAAAIAAAAAADTLlhCBgEAANACAAALAAAAcmVzdWx0cy5jc3Yrzi8tSk5N8UzRKS5JLCkt1klJ
            LEn1SSwu8c1PyUzLTE3RycnMS/UsSc0NRlJZmpKaV4IkkJxflBoM0Q9mQ0gXoFE6yfm5uUDFXEUGOonJJZllqTo6OYY6pQY6aaU5OZUK6UWJKUBL
            DHSMDIzMdA0sdQ1MdbiKDFHUGqKqNURVa4Si1ghVrRGqWmMUtcaoao1R1ZqgqDVBVWuCqtYURa0pqlpTVLVmKGrNUNWaoao1R1FrjqrWHFWtBYpa
            C1S1FqhqLVHUWqKqtUSLC9SIM0SLOUP0qEOLO/TIQ4s9S4RTCnIS80pSU3QzgYkNzslJTSzKSy1C87meEVKgmoUYGlgZgFCUDhcAUEsBAhQAFAAA
            AAgAAAAAAEtWl/JTAAAAZAAAAAwAAAAAAAAAAAAAAAAAAAAAAG1hbmlmZXN0LmNzdlBLAQIUABQAAAAIAAAAAACJw44SwAAAABQBAAANAAAAAAAA
            AAAAAAAAAH0AAABsaW5lSXRlbXMuY3N2UEsBAhQAFAAAAAgAAAAAANMuWEIGAQAA0AIAAAsAAAAAAAAAAAAAAAAAaAEAAHJlc3VsdHMuY3N2UEsF
            BgAAAAADAAMArgAAAJcCAAAAAA==
            """),
    ]

    private static func compressed(_ text: String) -> FuzzSeed {
        let bytes = Base64.decode(text.utf8.filter { $0 != 0x0A }) ?? []
        return FuzzSeed(members: [], packing: .bytes(bytes), share: 0.725)
    }
}
