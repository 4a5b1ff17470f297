/// Where the columns of a table of reviews stand.
struct AnkiColumns {
    let headers: [String]
    /// What tells reviews apart; in Anki the same as their time.
    let id: Int?
    let card: Int
    let time: Int
    let rating: Int
    /// Milliseconds it took.
    let duration: Int?
    /// What sort of review it was.
    let type: Int?
    let learner: Int?

    /// `nil` where the header is not that of reviews.
    init?(_ headers: [String]) {
        self.headers = headers
        let names = headers.map { $0.lowercased() }
        func position(_ name: String) -> Int? { names.firstIndex(of: name) }
        learner = position("user_id")
        if let card = position("cid"), let rating = position("ease"), let time = position("id") {
            (self.card, self.rating, self.time) = (card, rating, time)
            // Two people may have answered at the same thousandth of a second.
            id = learner == nil ? time : nil
            duration = position("time")
            type = position("type")
        } else if let card = position("card_id"), let rating = position("review_rating"),
            let time = position("review_time")
        {
            (self.card, self.rating, self.time) = (card, rating, time)
            id = nil
            duration = position("review_duration")
            type = nil
        } else {
            return nil
        }
    }

    /// The column a fault is about.
    func position(_ field: TidyField) -> Int? {
        switch field {
        case .learner: learner
        case .item: card
        case .score: rating
        case .at: time
        case .seconds: duration
        default: nil
        }
    }
}
