/// Who an xAPI statement is about.
enum XAPIActor {
    /// Who it is; `nil` for a group.
    ///
    /// - Throws: `blank-id` where nothing identifies anybody.
    static func read(_ actor: JSONView) throws(TidyValues.Fault) -> PendingAnswers.Actor? {
        if actor["objectType"].string == "Group" || actor["member"].exists { return nil }
        let account = actor["account"]
        if let name = account["name"].identifier, !isBlank(name) {
            return PendingAnswers.Actor(id: name, home: account["homePage"].string ?? "")
        }
        // Version 0.9 lists addresses.
        if let mail = actor["mbox"].elements.first?.string {
            let address = mail.hasPrefix("mailto:") ? String(mail.dropFirst(7)) : mail
            if !isBlank(address) { return PendingAnswers.Actor(id: address) }
        }
        for id in [actor["mbox_sha1sum"], actor["openid"]].compactMap({ $0.elements.first?.string }) where !isBlank(id)
        {
            return PendingAnswers.Actor(id: id)
        }
        throw TidyValues.Fault(
            rule: .blankID, field: .learner,
            message: "the actor has no account, mbox, mbox_sha1sum or openid with anything in it",
            remedy: "export whole statements")
    }

    private static func isBlank(_ id: String) -> Bool {
        let bytes = Array(id.utf8)
        return Blanks.trimmed(0..<bytes.count, in: bytes).isEmpty
    }
}
