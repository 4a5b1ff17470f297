/// The mastery model that is used where none was fitted: what held on every course it was fitted on.
public enum ShippedMasteryModel {
    /// The bytes of a model file.
    public static var bytes: [UInt8] { PackageResources.mastery_model }
}
