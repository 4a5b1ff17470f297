extension CanvasTestStudent {
    /// The ids of users of submissions whose login is made as that of the test student, and who have no id of the school's.
    ///
    /// Empty where nobody's login is told, or most are of that shape.
    static func users(in text: [UInt8]) -> Set<String> {
        guard String(decoding: text, as: UTF8.self).holds(bytesOf: "\"login_id\"") else { return [] }
        var generated: Set<String> = []
        var ordinary: Set<String> = []
        func look(at user: JSONView) {
            guard let id = user["id"].identifier, let login = user["login_id"].identifier else { return }
            if isLogin(login), user["sis_user_id"].identifier == nil {
                generated.insert(id)
            } else {
                ordinary.insert(id)
            }
        }
        JSONRecords(text: text, nestsLists: true, limit: CSVScanner.cellLimit << 5).visit { record in
            guard let value = record.value else { return true }
            look(at: value["user"])
            for submission in value["submissions"].elements { look(at: submission["user"]) }
            return true
        }
        return isTold(generated: generated.count, ordinary: ordinary.count) ? generated : []
    }
}
