/// Reads how long something took, by ISO 8601: `PT1H30M`, `P1DT2S`, `PT12.5S`, `P2W`.
enum IsoDuration {
    /// Seconds; `nil` where the text is no duration. A year is 365 days and a month 30, since the text does not say which.
    static func seconds(_ text: String) -> Double? {
        var rest = Substring(text.uppercased())
        guard rest.first == "P" else { return nil }
        rest = rest.dropFirst()
        var isTime = false
        var total = 0.0
        var hasPart = false
        while let first = rest.first {
            if first == "T" {
                guard !isTime else { return nil }
                isTime = true
                rest = rest.dropFirst()
                continue
            }
            let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
            let figure = String(digits.map { $0 == "," ? "." : $0 })
            guard let value = Double(figure), let unit = rest.dropFirst(digits.count).first,
                let size = size(unit, isTime)
            else { return nil }
            total += value * size
            hasPart = true
            rest = rest.dropFirst(digits.count + 1)
        }
        return hasPart ? total : nil
    }

    private static func size(_ unit: Character, _ isTime: Bool) -> Double? {
        switch (unit, isTime) {
        case ("Y", false): 365 * 86_400
        case ("M", false): 30 * 86_400
        case ("W", false): 7 * 86_400
        case ("D", false): 86_400
        case ("H", true): 3600
        case ("M", true): 60
        case ("S", true): 1
        default: nil
        }
    }
}
