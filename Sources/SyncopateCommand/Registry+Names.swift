import ArgumentParser
import SyncopateStudents

extension Registry {
    /// What a list of names asks for, each once, in its order; `nil` where nothing was asked for.
    ///
    /// - Parameters:
    ///   - list: names with commas; "all" for every one.
    ///   - option: what it was given with.
    ///   - kind: what an unknown name is called.
    func entries(named list: String?, option: String, kind: String) throws -> [Entry]? {
        guard let list else { return nil }
        var entries: [Entry] = []
        for name in list.split(separator: ",").map({ String($0.filter { $0 != " " }) }) where !name.isEmpty {
            if name == "all" { return self.entries }
            guard let entry = self[name] else {
                let nearest = nearest(to: name)
                let hint = nearest.isEmpty ? "" : "did you mean \(nearest.joined(separator: " or "))? "
                throw ValidationError("unknown \(kind) \"\(name)\"; \(hint)--list names all.")
            }
            if !entries.contains(where: { $0.name == entry.name }) { entries.append(entry) }
        }
        guard !entries.isEmpty else { throw ValidationError("\(option) takes at least one name; --list names all.") }
        return entries
    }
}
