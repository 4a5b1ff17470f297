/// Every policy by its name. A policy is added with one line; those of the role `engine` and the baselines are what is
/// compared where nobody says otherwise.
public enum PolicyRegistry {
    /// In the order of tables: the engine, the baselines, the rivals, the oracles.
    public static let standard = Registry<RegisteredPolicy>([
        .init("syncopate", .engine, "the engine, with its usual settings", EnginePolicy()),
        .init("random", .baseline, "any item, all as likely", RandomPolicy()),
        .init("round-robin", .baseline, "all items in the catalogue's order, again and again", RoundRobinPolicy()),
        .init("fixed-order", .baseline, "skill after skill, each until three right in a row", FixedOrderPolicy()),
        .init("random-items", .baseline, "any unused item, ability by EAP (tests)", InformationPolicy.anyItem),
        .init("lowest-mastery", .rival, "the skill least likely to be known (OATutor)", LowestMasteryPolicy()),
        .init(
            "proximal-development", .rival, "a bandit over what can be learnt now (ZPDES)", ProximalDevelopmentPolicy()),
        .init(
            "weighted-score", .rival, "readiness, remediation, difficulty, continuity (ALOSI)", WeightedScorePolicy()),
        .init(
            "linear-curriculum", .rival, "skill after skill, each until BKT calls it known", LinearCurriculumPolicy()),
        .init("ready-set", .rival, "of what is ready by BKT, the skill nearest to known", ReadySetPolicy()),
        .init("longest-unseen", .rival, "the item seen longest ago", LongestUnseenPolicy()),
        .init("leitner", .rival, "boxes: right moves an item up, wrong down", LeitnerPolicy()),
        .init("due-first", .rival, "what FSRS says is due, else something new", DueFirstPolicy()),
        .init("marginal-exam-gain", .rival, "what adds most to recall at the exam by FSRS", MarginalExamGainPolicy()),
        .init("maximum-information", .rival, "the item that tells most, ability by EAP (tests)", InformationPolicy()),
        .init(
            "capped-information", .rival, "one of the five that tell most, each to a fifth of the takers at most",
            InformationPolicy(among: 5, exposureCap: 0.2)),
        .init("oracle-state", .oracle, "sees what is known and what can be learnt", MasteryOracle()),
        .init("oracle-parameters", .oracle, "ready set that is told every skill's true parameters", ReadySetOracle()),
        .init(
            "oracle-look-ahead", .oracle, "sees the memory: what adds most to recall thirty steps on", LookAheadOracle()
        ),
    ])
}
