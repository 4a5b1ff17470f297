/// Where a Student Analysis of New Quizzes has what.
struct CanvasNewQuizColumns {
    /// The columns of a question: `ItemID`, `ItemType`, its text with the answers, `EarnedPoints`, `Status`.
    struct Block {
        var item: Int
        var type: Int
        var answer: Int
        /// `nil` where the column is missing.
        var points: Int?
        var status: Int?
    }

    let blocks: [Block]
    let name: Int?
    let canvasID: Int?
    let sisID: Int?
    let section: Int?
    let submitted: Int?
    let attempt: Int?
    let possible: Int?

    init(_ sheet: ScoreSheet) {
        blocks = Self.blocks(sheet.lower)
        let first = blocks.first?.item ?? sheet.headers.count
        func named(_ name: String) -> Int? { sheet.column(name).flatMap { $0 < first ? $0 : nil } }
        name = named("name")
        canvasID = named("id")
        sisID = named("sisid")
        section = named("sectionnames")
        submitted = named("submitted")
        attempt = named("attempt")
        possible = sheet.lower.lastIndex(of: "pointspossible")
    }

    /// Columns with ids, the best first; empty where the quiz was anonymous.
    var ids: [Int] { [canvasID, sisID].compactMap { $0 } }

    /// The questions of a header, lower case.
    ///
    /// The names repeat for every question, as they are or counted by who saved the file again: `ItemID.1`. What stands
    /// third is the question's text, whatever it says.
    static func blocks(_ lower: [String]) -> [Block] {
        let names = lower.map(withoutCount)
        let starts = names.indices.dropLast().filter { names[$0] == "itemid" && names[$0 + 1] == "itemtype" }
        return starts.enumerated().map { number, start in
            let end = number + 1 < starts.count ? starts[number + 1] : names.count
            func position(_ name: String) -> Int? { names[min(start + 3, end)..<end].firstIndex { $0 == name } }
            return Block(
                item: start, type: start + 1, answer: start + 2, points: position("earnedpoints"),
                status: position("status"))
        }
    }

    private static func withoutCount(_ name: String) -> Substring {
        guard let point = name.lastIndex(of: ".") else { return name[...] }
        let count = name[name.index(after: point)...]
        return !count.isEmpty && count.utf8.allSatisfy(\.isDigit) ? name[..<point] : name[...]
    }
}
