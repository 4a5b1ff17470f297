/// What speaks for or against one mode for one learner now. The code is stable; the sentence may be reworded.
public enum ModeFact: Sendable, Hashable {
    /// Nobody waits for anybody.
    case ownPace
    /// The learner's record of work says that they get on alone.
    case worksAlone(Independence.Source?)
    /// Right often enough alone to go on alone.
    case canAlone(success: Double)
    /// Somebody is there who can explain, to one who needs it.
    case helpAtHand(success: Double)
    /// Enough have it to explain, and enough lack it to be explained to.
    case classmatesCanExplain(share: Double)
    /// Others of the cohort are on the same topic in the room.
    case sameTopic(count: Int)
    /// What is stuck alone can come unstuck with somebody who explains.
    case wayOut(stuck: Double)

    /// What was seen of the learner among others says that they gain from it more than most.
    case gainsFromOthers
    /// Classmates gain from this learner more than from most.
    case givesToOthers
    /// Likely has what others of the class lack.
    case couldExplain(lacking: Double)

    /// Knows too little to get on alone.
    case littleKnown(success: Double)
    /// The learner's record of work says that they get on less well alone.
    case worksLessAlone(Independence.Source?)
    /// Nothing tells how the learner works alone, or too little where some traces spoke.
    case independenceUnknown(traces: Int)
    /// There is nobody to ask and nobody to explain to.
    case nobodyToAsk
    /// Practice alone has been fruitless.
    case stuckAlone(stuck: Double)
    /// Too few have it for anybody to explain.
    case fewCanExplain(share: Double)
    /// Nearly all have it, so there is little to discuss.
    case littleToDiscuss(share: Double)
    /// Help holds back who needs none.
    case alreadyHas(success: Double)
    /// One pace for all, whoever is ahead or behind.
    case onePace
    /// Answers come when others have time.
    case answersLater
    /// Nobody else in the room is on the topic.
    case aloneInRoom
    /// What was seen of the learner among others says that they gain from it less than most.
    case gainsLessFromOthers

    /// The stable code.
    public var code: String {
        switch self {
        case .ownPace: "own_pace"
        case .worksAlone: "works_alone"
        case .canAlone: "can_alone"
        case .helpAtHand: "help_at_hand"
        case .classmatesCanExplain: "classmates_can_explain"
        case .sameTopic: "same_topic"
        case .wayOut: "way_out"
        case .gainsFromOthers: "gains_from_others"
        case .givesToOthers: "gives_to_others"
        case .couldExplain: "could_explain"
        case .gainsLessFromOthers: "gains_less_from_others"
        case .littleKnown: "little_known"
        case .worksLessAlone: "works_less_alone"
        case .independenceUnknown: "independence_unknown"
        case .nobodyToAsk: "nobody_to_ask"
        case .stuckAlone: "stuck_alone"
        case .fewCanExplain: "few_can_explain"
        case .littleToDiscuss: "little_to_discuss"
        case .alreadyHas: "already_has"
        case .onePace: "one_pace"
        case .answersLater: "answers_later"
        case .aloneInRoom: "alone_in_room"
        }
    }

    /// The fact in words. No learner is named.
    public var sentence: String {
        func percent(_ share: Double) -> String { "\(Rounding.percent(share))\u{A0}%" }
        switch self {
        case .ownPace: return "goes at the learner's own pace"
        case .worksAlone(.traces): return "traces of how this learner works say: gets on alone better than most"
        case .worksAlone: return "hands in more than classmates do, so gets on alone"
        case .canAlone(let success): return "can go on alone: chance of success \(percent(success))"
        case .helpAtHand(let success):
            return "somebody explains where little is known yet: chance alone \(percent(success))"
        case .classmatesCanExplain(let share):
            return "\(percent(share)) of the class have it: enough to explain it, and to be explained to"
        case .sameTopic(1): return "one classmate in the room is on the same topic"
        case .sameTopic(let count): return "\(count) classmates in the room are on the same topic"
        case .wayOut(let stuck):
            return "practice alone is fruitless (\(percent(stuck)) likely): somebody who explains is the way out"
        case .gainsFromOthers: return "gains from working with others more than most, as far as was seen"
        case .gainsLessFromOthers: return "gains from working with others less than most, as far as was seen"
        case .givesToOthers: return "classmates gain from this learner's help more than from most, as far as was seen"
        case .couldExplain(let lacking):
            return "likely has it, and \(percent(lacking)) of the class do not: could explain it"
        case .littleKnown(let success):
            return "knows little of it yet (chance alone \(percent(success))), and nobody sees mistakes at once"
        case .worksLessAlone(.traces):
            return "traces of how this learner works say: gets on alone less well than most"
        case .worksLessAlone: return "hands in less than classmates do, so may not get to it alone"
        case .independenceUnknown(let traces):
            return "\(traces > 0 ? "too little" : "nothing") tells how this learner works alone"
        case .nobodyToAsk: return "there is nobody to ask, and nobody to explain it to"
        case .stuckAlone(let stuck): return "practice alone has been fruitless (\(percent(stuck)) likely)"
        case .fewCanExplain(let share): return "only \(percent(share)) of the class have it: few can explain"
        case .littleToDiscuss(let share): return "\(percent(share)) of the class have it: little to discuss"
        case .alreadyHas(let success):
            return "has it already (chance alone \(percent(success))): help holds back who needs none"
        case .onePace: return "one pace for everybody"
        case .answersLater: return "answers come when others have time"
        case .aloneInRoom: return "nobody else in the room is on this topic"
        }
    }
}
