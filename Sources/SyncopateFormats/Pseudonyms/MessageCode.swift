/// HMAC-SHA-256 (RFC 2104): a digest that only who has the key can make.
enum MessageCode {
    /// Bytes of a block of SHA-256.
    private static let block = 64

    /// The 32 bytes of the code.
    static func code(_ message: some Collection<UInt8>, key: [UInt8]) -> [UInt8] {
        var padded = key.count > block ? SHA256.digest(key) : key
        padded += [UInt8](repeating: 0, count: block - padded.count)
        let inner = SHA256.digest(padded.map { $0 ^ 0x36 } + message)
        return SHA256.digest(padded.map { $0 ^ 0x5C } + inner)
    }
}
