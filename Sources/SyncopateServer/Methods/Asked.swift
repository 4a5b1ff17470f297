internal import JSONText
internal import Syncopate

/// What advice is asked for, whoever it is for.
struct Asked {
    /// What is advised: items of the catalogue, or skills for tutors that write their own items.
    enum Unit: String, CaseIterable {
        case item, skill
    }

    /// Seconds since 1970; NaN: each learner's last event.
    var at: Double
    var limit: Int
    var seed: Int
    var unit: Unit
    var only = PracticeFilter()
    /// Modes that are possible; `nil`: all.
    var modes: Set<Mode>?
    /// The request in one fixed form, for the identity of the decision.
    var form: String

    /// Most items a learner.
    static let limits = 1...Recommender.mostChoices

    /// - Parameters:
    ///   - allow: where the member of that name stands.
    init(
        _ call: Call, at: Double, limit: Int?, usual: Int, seed: Int?, unit: String?, allow: Int?, _ host: EngineHost
    ) throws(WireFault) {
        self.at = at
        self.limit = limit ?? usual
        self.seed = seed ?? host.settings.seed
        self.unit = unit.flatMap { Unit(rawValue: $0) } ?? .item
        form = "\(self.unit.rawValue) \(self.limit)"
        guard let allow else { return }
        let tape = call.tape
        let slots: Slots
        do throws(WireFault) { slots = try call.reader.members(allow, AllowFields.shape) } catch {
            throw error.under("allow")
        }
        if let list = slots[AllowFields.items] {
            let catalogue = try host.course().recommender.catalogue
            var items: Set<Int> = []
            for (number, element) in tape.elements(list).enumerated() {
                let id = tape.string(element)
                guard let item = catalogue.position(ofItem: id) else {
                    throw WireFault(
                        .unknownItem, "the catalogue has no such item", path: "/allow/items/\(number)",
                        hint: "name items of the catalogue")
                }
                items.insert(item)
            }
            only.items = items
        }
        only.minutes = slots[AllowFields.minutes].flatMap { tape.number($0) }
        if let list = slots[AllowFields.modes] {
            modes = Set(tape.elements(list).compactMap { Mode(rawValue: tape.string($0)) })
        }
        if let place = slots[AllowFields.place], tape.isEqual(place, "any") {
            let own: Set<Mode> = [.asyncSolo, .asyncSocial]
            modes = modes.map { $0.intersection(own) } ?? own
        }
        form += " " + String(decoding: tape.raw(allow), as: UTF8.self)
    }
}
