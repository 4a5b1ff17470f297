internal import Syncopate

/// Groups as Canvas imports them into a group set (Instructure, "Group Categories CSV Format"): one row per learner who meets.
///
/// Canvas finds people by any of `canvas_user_id`, `user_id` and `login_id` and makes groups by `group_name`; names and
/// sections are there for people. A learner is in one group of a set, so of several meetings the first counts. Text that a
/// spreadsheet would take for a formula gets an apostrophe before it, but for ids, which Canvas compares as they stand.
public enum CanvasGroupsCSV {
    static let header = ["name", "canvas_user_id", "user_id", "login_id", "sections", "group_name"]

    /// Writes the rows, groups in the order of the meetings.
    public static func write(_ report: ConveningReport) -> [UInt8] {
        var text = header.joined(separator: ",") + "\r\n"
        for (number, meeting) in report.advice.plan.meetings.enumerated() {
            for (place, group) in meeting.groups.enumerated() {
                let name = AdviceCSV.cell("\(report.groupName(number, place)): \(report.title(group.topic))")
                for member in group.members {
                    guard let seat = report.advice.learners[member].seats.first, seat.meeting == number,
                        seat.group == place
                    else { continue }
                    let (person, account) = (report.learners[member], report.accounts[member])
                    // Without anything of Canvas's the id is the best guess: people's ids are mostly those of the school.
                    let sis = account.isKnown ? account.sisID : person.id
                    let cells =
                        [AdviceCSV.cell(person.name)]
                        + [account.canvasID, sis, account.login].map(TidyText.quoted)
                        + [AdviceCSV.cell(person.section), name]
                    text += cells.joined(separator: ",") + "\r\n"
                }
            }
        }
        return Array(text.utf8)
    }

    /// What somebody who imports it must know; none where nothing is to be said.
    public static func remarks(_ report: ConveningReport) -> [String] {
        var remarks: [String] = []
        let several = report.advice.learners.count { $0.seats.count > 1 }
        if several > 0 {
            remarks.append(
                "\(several) meet more than once and stand in their first group only: a group set of Canvas has each learner "
                    + "once")
        }
        let unknown = report.advice.learners.indices.count {
            !report.advice.learners[$0].seats.isEmpty && !report.accounts[$0].isKnown
        }
        if unknown > 0 {
            remarks.append(
                "of \(unknown) the input does not say what Canvas knows them by; their ids stand as user_id (a roster may "
                    + "have the columns canvas_user_id, user_id and login_id)")
        }
        return remarks
    }
}
