/// A student of whose skills it can be told which are mastered and which never will be.
public protocol MasteringStudent: Student {
    /// Whether success on a typical item of each skill is at or above .7, the threshold of goals that state none.
    var mastered: [Bool] { get }
    /// Whether no practice would ever teach each skill.
    var unlearnable: [Bool] { get }
}
