public import Syncopate

/// A class's briefs with what is needed to write them.
public struct BriefReport {
    let brief: ClassBrief
    let gradebook: Gradebook
    let names: BriefNames

    /// - Parameter showsIDs: whether ids stand for names.
    public init(_ brief: ClassBrief, gradebook: Gradebook, showsIDs: Bool = false) {
        self.brief = brief
        self.gradebook = gradebook
        names = BriefNames(gradebook: gradebook, showsIDs: showsIDs)
    }

    /// A page per section of several courses, with as much of each list as fits; one that says so where there is nobody.
    static func pages(_ reports: [BriefReport], fits: (BriefPage) -> Bool) -> [BriefPage] {
        let pages = reports.flatMap { report in
            report.brief.sections.compactMap { section in
                var page: BriefPage?
                for limits in BriefLimits.levels {
                    let made = BriefPageMaker(report, section: section, limits: limits).page()
                    page = made
                    if fits(made) { break }
                }
                return page
            }
        }
        guard pages.isEmpty else { return pages }
        return [
            BriefPage(
                title: "Class", subtitle: "0 learners",
                parts: [
                    BriefPage.Part(
                        heading: "Nobody to advise",
                        blocks: [.words("The file has no learners: check that it is a whole export.")])
                ])
        ]
    }
}
