/// What is planted among the work of a ``PlantedGradebook``.
public enum PlantedKind: String, Sendable, Hashable, CaseIterable {
    case attendance, bonus, completion, copied
}
