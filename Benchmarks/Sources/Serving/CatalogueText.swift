import Foundation
import Syncopate

/// A catalogue as the JSON that the program reads.
enum CatalogueText {
    static func write(_ catalogue: Catalogue, to path: String) throws {
        let skills = catalogue.skills.map { skill in
            let requires = skill.requires.map { "{\"skill\":\"\($0.skill)\",\"weight\":\($0.weight)}" }
            return
                "{\"id\":\"\(skill.id)\",\"title\":\"\(skill.title)\",\"requires\":[\(requires.joined(separator: ","))]}"
        }
        let items = catalogue.items.map { item in
            let skills = item.skills.map { "{\"skill\":\"\($0.skill)\",\"weight\":\($0.weight)}" }
            return "{\"id\":\"\(item.id)\",\"title\":\"\(item.title)\",\"minutes\":\(item.minutes ?? 2),\"skills\":["
                + skills.joined(separator: ",") + "]}"
        }
        let text = "{\"skills\":[\(skills.joined(separator: ","))],\"items\":[\(items.joined(separator: ","))]}"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
}
