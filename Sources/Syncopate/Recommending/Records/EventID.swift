/// Which event: a 64-bit fingerprint of the identity its host gave it.
///
/// No defence against somebody who looks for two that are alike: whoever names a learner's events can write their answers
/// too. Fingerprints are compared within one learner's record only. Among 1,000 identities two are alike by chance with
/// probability below 10^-13.
public struct EventID: Sendable, Hashable {
    /// Never ``anonymous``.
    public let fingerprint: UInt64

    /// What stands where an event has no identity: above every fingerprint.
    static let anonymous = UInt64.max

    /// - Parameter identity: as the host wrote it; the same bytes are the same event.
    public init(_ identity: String) {
        var identity = identity
        self = identity.withUTF8 { EventID(bytes: $0) }
    }

    /// - Parameter bytes: UTF-8 of the identity, for those who have not made a string of it.
    public init(bytes: UnsafeBufferPointer<UInt8>) {
        var hash = FNVHash()
        for byte in bytes { hash.add(byte: byte) }
        self.init(fingerprint: hash.mixed)
    }

    /// A fingerprint made earlier.
    public init(fingerprint: UInt64) { self.fingerprint = min(fingerprint, Self.anonymous - 1) }
}
