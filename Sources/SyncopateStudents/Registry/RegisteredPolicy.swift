/// A policy and what it is compared as.
public struct RegisteredPolicy: Sendable {
    /// What it is compared as.
    public let role: PolicyRole
    /// Makes the policy of each student.
    public let family: any PolicyFamily

    public init(_ role: PolicyRole, _ family: any PolicyFamily) {
        self.role = role
        self.family = family
    }
}

extension Registry.Entry where Value == RegisteredPolicy {
    /// A policy under a name.
    init(_ name: String, _ role: PolicyRole, _ summary: String, _ family: any PolicyFamily) {
        self.init(name, summary, RegisteredPolicy(role, family))
    }
}
