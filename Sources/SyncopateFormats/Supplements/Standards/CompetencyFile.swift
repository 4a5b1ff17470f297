public import Syncopate

/// Standards as 1EdTech's Competencies and Academic Standards Exchange (CASE 1.0 and 1.1) has them: a package with
/// `CFItems` and `CFAssociations` of the type `isChildOf`.
public enum CompetencyFile {
    /// Reads one package into standards.
    ///
    /// - Throws: ``ReadError`` if the file is no JSON, or has no `CFItems`.
    public static func read(
        _ file: SourceFile
    ) throws(ReadError) -> (standards: [StandardsFile.Entry], findings: FindingCollector) {
        var findings = FindingCollector(file: file.name)
        let text = try TextDecoder.decode(file)
        let value: JSONValue
        do {
            value = try JSONParser.parse(text, 0..<text.count)
        } catch {
            let line = 1 + text.prefix(error.offset).count { $0 == UInt8(ascii: "\n") }
            throw findings.refusal(
                .brokenJSON, line: line, "\(error.message), at byte \(error.offset + 1) of the file",
                remedy: "correct it there")
        }
        // A server answers with the package, or with the package in an object of its own.
        let package = member(value, "CFPackage") ?? value
        guard case .array(let items)? = member(package, "CFItems") else {
            throw findings.refusal(
                .wrongKindOfFile, "a package of standards needs a list CFItems",
                remedy: "fetch the package of the framework (CFPackages) from its publisher")
        }
        var parents: [String: (parent: String, order: Double)] = [:]
        if case .array(let associations)? = member(package, "CFAssociations") {
            for association in associations where string(association, "associationType") == "isChildOf" {
                let (child, parent) = (node(association, "originNodeURI"), node(association, "destinationNodeURI"))
                if !child.isEmpty, !parent.isEmpty, parents[child] == nil { parents[child] = (parent, 0) }
            }
        }
        var entries: [StandardsFile.Entry] = []
        for (number, item) in items.enumerated() {
            let id = string(item, "identifier")
            guard !id.isEmpty else {
                findings.add(
                    .blankID, header: "/CFItems/\(number)", "this item has no identifier",
                    remedy: "fetch the package again")
                continue
            }
            let statement = string(item, "abbreviatedStatement")
            entries.append(
                StandardsFile.Entry(
                    id: id, code: string(item, "humanCodingScheme"),
                    statement: statement.isEmpty ? string(item, "fullStatement") : statement,
                    parent: parents[id]?.parent ?? ""))
        }
        return (entries, findings)
    }

    private static func member(_ value: JSONValue, _ name: String) -> JSONValue? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.value
    }

    private static func string(_ value: JSONValue, _ name: String) -> String {
        guard case .string(let text)? = member(value, name) else { return "" }
        return text
    }

    /// Identity of a node: an object with `identifier`, or an address that ends in it.
    private static func node(_ value: JSONValue, _ name: String) -> String {
        switch member(value, name) {
        case .string(let address)?: String(address.split(separator: "/").last ?? "")
        case let link?: string(link, "identifier")
        case nil: ""
        }
    }
}
