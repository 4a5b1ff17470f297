import Matrices

extension ClassEstimate {
    /// What is believed about some of the learners and items: one course of an estimate over several.
    ///
    /// Beliefs are those of the whole; skills are only those the items are about.
    ///
    /// - Parameters:
    ///   - learners: positions in the whole gradebook, in the order of the part's learners; must be inside.
    ///   - items: positions in the whole gradebook, in the order of the part's items; must be inside.
    func part(learners: [Int], items: [Int]) -> ClassEstimate {
        let (design, skills, directions) = design.part(learners: learners, items: items)
        var model = model.part(items: items, skills: skills, directions: directions)
        model.projectCovariance(onto: design.directions)
        return ClassEstimate(part: design, of: self, model: model, learners: learners, directions: directions)
    }
}

extension ResponseDesign {
    private init(
        skills: [Skill], hasSkillMap: Bool, directions: [[(skill: Int, weight: Double)]], directionOfItem: [Int],
        sharesDirection: [Bool], statedEasiness: [Double], isRightOrWrong: [Bool], families: [Int], starts: [Int],
        items: [Int32], scores: [Double]
    ) {
        self.skills = skills
        self.hasSkillMap = hasSkillMap
        self.directions = directions
        self.directionOfItem = directionOfItem
        self.sharesDirection = sharesDirection
        self.statedEasiness = statedEasiness
        self.isRightOrWrong = isRightOrWrong
        self.families = families
        self.starts = starts
        self.items = items
        self.scores = scores
        // A part is asked, and never fitted again.
        weights = []
    }

    /// The design of some learners and items.
    ///
    /// - Returns: the part, and where each of its skills and directions stood in the whole.
    func part(learners: [Int], items: [Int]) -> (part: ResponseDesign, skills: [Int], origins: [Int]) {
        var skillsKept: [Int] = []
        var skillPlaces: [Int: Int] = [:]
        for item in items where directionOfItem[item] >= 0 {
            for (skill, _) in directions[directionOfItem[item]] where skillPlaces[skill] == nil {
                skillPlaces[skill] = skillsKept.count
                skillsKept.append(skill)
            }
        }
        // The first directions are the skills themselves.
        var origins = skillsKept
        var places = skillPlaces
        for item in items where directionOfItem[item] >= skills.count && places[directionOfItem[item]] == nil {
            places[directionOfItem[item]] = origins.count
            origins.append(directionOfItem[item])
        }
        var itemPlaces = [Int32](repeating: -1, count: directionOfItem.count)
        for (place, item) in items.enumerated() { itemPlaces[item] = Int32(place) }
        var starts = [0]
        var observed: [(direction: Int, item: Int32, score: Double)] = []
        var partItems: [Int32] = []
        var partScores: [Double] = []
        for learner in learners {
            observed.removeAll(keepingCapacity: true)
            for observation in observations(of: learner) {
                let item = Int(self.items[observation])
                guard itemPlaces[item] >= 0, let direction = places[directionOfItem[item]] else { continue }
                observed.append((direction, itemPlaces[item], scores[observation]))
            }
            observed.sort { $0.direction != $1.direction ? $0.direction < $1.direction : $0.item < $1.item }
            partItems += observed.map(\.item)
            partScores += observed.map(\.score)
            starts.append(partItems.count)
        }
        let part = ResponseDesign(
            skills: skillsKept.map { Self.own(skills[$0]) }, hasSkillMap: hasSkillMap,
            directions: origins.map { direction in
                directions[direction].compactMap { part in
                    skillPlaces[part.skill].map { (skill: $0, weight: part.weight) }
                }
            },
            directionOfItem: items.map { item in directionOfItem[item] >= 0 ? places[directionOfItem[item]] ?? -1 : -1
            },
            sharesDirection: items.map { sharesDirection[$0] }, statedEasiness: items.map { statedEasiness[$0] },
            isRightOrWrong: items.map { isRightOrWrong[$0] }, families: skillsKept.map { families[$0] }, starts: starts,
            items: partItems, scores: partScores)
        return (part, skillsKept, origins)
    }

    /// A skill under the name it has in its own course.
    private static func own(_ skill: Skill) -> Skill {
        func plain(_ name: String) -> String {
            name.firstIndex(of: JoinedCourses.mark).map { String(name[name.index(after: $0)...]) } ?? name
        }
        return Skill(id: plain(skill.id), title: plain(skill.title))
    }
}

extension ClassModel {
    /// What is shared about some of the items, skills and directions, by their positions in the whole.
    func part(items: [Int], skills: [Int], directions: [Int]) -> ClassModel {
        var part = ClassModel(
            skills: skills.count, directions: directions.count, items: items.count, trials: 1)
        part.mean = skills.map { mean[$0] }
        part.easiness = items.map { easiness[$0] }
        part.trials = items.map { trials[$0] }
        part.easinessVariance = directions.map { easinessVariance[$0] }
        for (a, first) in skills.enumerated() {
            for (b, second) in skills.enumerated() { part.covariance[a, b] = covariance[first, second] }
        }
        return part
    }
}
