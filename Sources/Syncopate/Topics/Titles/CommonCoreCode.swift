/// Codes of the Common Core State Standards (2010) and the Next Generation Science Standards (2013).
enum CommonCoreCode {
    private static let domains = [
        "CC": "Counting", "OA": "Operations and algebraic thinking", "NBT": "Numbers in base ten", "NF": "Fractions",
        "MD": "Measurement and data", "G": "Geometry", "RP": "Ratios and proportions", "NS": "The number system",
        "EE": "Expressions and equations", "SP": "Statistics and probability", "F": "Functions",
    ]
    private static let conceptual: [String: [String: String]] = [
        "N": ["RN": "Real numbers", "Q": "Quantities", "CN": "Complex numbers", "VM": "Vectors and matrices"],
        "A": [
            "SSE": "Structure in expressions", "APR": "Polynomials", "CED": "Creating equations",
            "REI": "Reasoning with equations",
        ],
        "F": [
            "IF": "Interpreting functions", "BF": "Building functions", "LE": "Linear and exponential models",
            "TF": "Trigonometric functions",
        ],
        "G": [
            "CO": "Congruence", "SRT": "Similarity and right triangles", "C": "Circles",
            "GPE": "Geometry with equations", "GMD": "Measurement and dimension", "MG": "Modelling with geometry",
        ],
        "S": [
            "ID": "Interpreting data", "IC": "Inference", "CP": "Conditional probability",
            "MD": "Probability for decisions",
        ],
    ]
    private static let strands: [String: (name: String, clusters: [ClosedRange<Int>])] = [
        "RL": ("Reading literature", [1...3, 4...6, 7...9, 10...10]),
        "RI": ("Reading for information", [1...3, 4...6, 7...9, 10...10]),
        "RH": ("Reading in history", [1...3, 4...6, 7...9, 10...10]),
        "RST": ("Reading in science", [1...3, 4...6, 7...9, 10...10]),
        "RF": ("Reading foundations", [1...1, 2...2, 3...3, 4...4]),
        "W": ("Writing", [1...3, 4...6, 7...9, 10...10]),
        "WHST": ("Writing in the subjects", [1...3, 4...6, 7...9, 10...10]),
        "SL": ("Speaking and listening", [1...3, 4...6]), "L": ("Language", [1...2, 3...3, 4...6]),
    ]
    private static let ideas = [
        "PS1": "Matter", "PS2": "Forces and motion", "PS3": "Energy", "PS4": "Waves", "LS1": "Structures of life",
        "LS2": "Ecosystems", "LS3": "Heredity", "LS4": "Evolution", "ESS1": "Earth and space",
        "ESS2": "Earth's systems", "ESS3": "Earth and people", "ETS1": "Engineering design",
    ]

    /// The code a token is, if it is one.
    static func read(_ token: String) -> StandardCode? {
        let text = token.uppercased()
        if let science = science(text) { return science }
        var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while let first = parts.first, ["CCSS", "MATH", "CONTENT", "ELA", "ELA-LITERACY", "CCSSM"].contains(first) {
            parts.removeFirst()
        }
        return grades(parts) ?? highSchool(parts) ?? language(parts)
    }

    /// `6.NS.A.1`, `6.NS.1`, `K.CC.B.4a`, `6.NS.A`.
    private static func grades(_ parts: [String]) -> StandardCode? {
        guard (3...5).contains(parts.count),
            parts[0] == "K" || parts[0].isNumber(most: 1) && ("1"..."8").contains(parts[0]),
            let domain = domains[parts[1]]
        else { return nil }
        let start = "\(parts[0]).\(parts[1])"
        if parts[2].isLetter("A"..."E") {
            guard parts.count == 3 || isNumber(parts[3]), parts.count < 5 || parts[4].isLetter("A"..."E") else {
                return nil
            }
            return StandardCode(
                system: .commonCore, code: parts.joined(separator: "."), topic: "\(start).\(parts[2])", subject: domain)
        }
        guard isNumber(parts[2]), parts.count == 3 || parts.count == 4 && parts[3].isLetter("A"..."E") else {
            return nil
        }
        return StandardCode(system: .commonCore, code: parts.joined(separator: "."), topic: start, subject: domain)
    }

    /// `HSA-REI.B.3`, `A-REI.3`, `HSN.RN.A.1`, `F-IF.C.7a`.
    private static func highSchool(_ parts: [String]) -> StandardCode? {
        var parts = parts
        if let first = parts.first, let dash = first.firstIndex(of: "-") {
            parts[0] = String(first[..<dash])
            parts.insert(String(first[first.index(after: dash)...]), at: 1)
        }
        guard (3...5).contains(parts.count) else { return nil }
        let category = parts[0].hasPrefix("HS") ? String(parts[0].dropFirst(2)) : parts[0]
        guard let subject = conceptual[category]?[parts[1]] else { return nil }
        let start = "HS\(category)-\(parts[1])"
        let hasCluster = parts[2].isLetter("A"..."D")
        let rest = parts.dropFirst(hasCluster ? 3 : 2)
        guard rest.isEmpty ? hasCluster : isNumber(rest[rest.startIndex]),
            rest.count < 2 || rest.count == 2 && rest[rest.startIndex + 1].isLetter("A"..."E")
        else { return nil }
        return StandardCode(
            system: .commonCore, code: start + "." + parts.dropFirst(2).joined(separator: "."),
            topic: hasCluster ? "\(start).\(parts[2])" : start, subject: subject)
    }

    /// `RL.5.2`, `W.9-10.1a`, `L.K.1`.
    private static func language(_ parts: [String]) -> StandardCode? {
        guard (3...4).contains(parts.count), let strand = strands[parts[0]],
            parts[1] == "K" || ["9-10", "11-12", "6-8"].contains(parts[1])
                || ("1"..."8").contains(parts[1])
                    && parts[1].isNumber(most: 1),
            isNumber(parts[2]), parts.count == 3 || parts[3].isLetter("A"..."F"),
            let number = Int(parts[2].prefix { $0.isNumber }),
            let cluster = strand.clusters.first(where: { $0.contains(number) })
        else { return nil }
        let span =
            cluster.count == 1 ? "\(cluster.lowerBound)" : "\(cluster.lowerBound)-\(cluster.upperBound)"
        return StandardCode(
            system: .commonCore, code: parts.joined(separator: "."), topic: "\(parts[0]).\(parts[1]).\(span)",
            subject: strand.name)
    }

    /// `MS-PS1-2`, `K-PS2-1`, `3-5-ETS1-1`, `5-ESS1-1`.
    private static func science(_ text: String) -> StandardCode? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard (3...4).contains(parts.count), let number = parts.last, isNumber(number),
            let subject = ideas[parts[parts.count - 2]]
        else { return nil }
        let grade = parts.dropLast(2).joined(separator: "-")
        guard ["MS", "HS", "K", "1", "2", "3", "4", "5", "K-2", "3-5"].contains(grade) else { return nil }
        return StandardCode(
            system: .nextGenerationScience, code: text, topic: "\(grade)-\(parts[parts.count - 2])", subject: subject)
    }

    /// One or two digits, a letter behind them at most.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.prefix { $0.isNumber }
        return digits.isNumber(most: 2) && digits != "0"
            && (digits.count == text.count
                || String(text.dropFirst(digits.count)).isLetter("A"..."F"))
    }
}
