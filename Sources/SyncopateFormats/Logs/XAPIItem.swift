/// What an xAPI statement is about: its activity, or the whole at which its activity is one attempt among others.
///
/// Moodle's log store has an address of its own for each attempt at a quiz, and for each slot of a review of one; the quiz
/// stands among the parents, with the type `assessment` (logstore_xapi, events of mod_quiz).
struct XAPIItem {
    let id: String
    /// Its name, which may come in several languages.
    let name: JSONView
    /// What is added to the name.
    private(set) var part = ""
    /// The attempt that the statement belongs to; empty where none is named.
    let attempt: String

    /// Kinds of activities that other activities are in, and nobody's answer is.
    private static let places: Set<String> = ["course", "section", "lms", "site", "module"]

    init(_ object: JSONView, id: String, context: JSONView) {
        let activities = context["contextActivities"]
        let parents = activities["parent"].elements
        let wholes = parents + activities["grouping"].elements
        let type = Self.type(object)
        attempt =
            type == "attempt" ? id : wholes.first { Self.type($0) == "attempt" }.flatMap { $0["id"].string } ?? ""
        let isReview = ["review", "slot"].contains(type) && Self.query(id, "attempt") != nil
        let whole =
            wholes.first { Self.type($0) == "assessment" }
            ?? parents.first {
                !Self.places.contains(Self.type($0)) && !["attempt", "review", "slot"].contains(Self.type($0))
            }
        guard type == "attempt" || isReview, let whole, let wholeID = whole["id"].string, wholeID != id else {
            self.id = id
            name = object["definition"]["name"]
            return
        }
        name = whole["definition"]["name"]
        guard let slot = Self.query(id, "slot") else {
            self.id = wholeID
            return
        }
        self.id = wholeID + (wholeID.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + "slot=" + slot
        part = ", slot " + slot
    }

    /// What kind of activity it is, without the vocabulary's address.
    private static func type(_ activity: JSONView) -> String {
        XAPIReader.lastPart(activity["definition"]["type"].string ?? "")
    }

    /// The value that an address gives to a name behind its question mark.
    private static func query(_ address: String, _ name: String) -> String? {
        guard let mark = address.firstIndex(of: "?") else { return nil }
        for pair in address[address.index(after: mark)...].prefix(while: { $0 != "#" }).split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2, sides[0] == name { return String(sides[1]) }
        }
        return nil
    }
}
