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

    /// A page per section, with as much of each list as fits; one that says so where there is nobody.
    func pages(fits: (BriefPage) -> Bool) -> [BriefPage] {
        guard !brief.sections.isEmpty else {
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
        return brief.sections.compactMap { section in
            var page: BriefPage?
            for limits in BriefLimits.levels {
                let made = BriefPageMaker(self, section: section, limits: limits).page()
                page = made
                if fits(made) { break }
            }
            return page
        }
    }
}
