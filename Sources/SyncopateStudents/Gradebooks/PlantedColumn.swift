/// Points of one column of a ``PlantedGradebook``.
struct PlantedColumn {
    /// Points possible; zero for points on top.
    var maximum: Double
    /// One per learner; `nil` for a blank.
    var points: [Double?] = []
}
