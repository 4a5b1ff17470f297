/// Numbers by identity, looked up by the bytes of the identity without making a string of them.
///
/// A table of open addresses (Knuth 1973, section 6.4). Identities are told apart by their bytes. What spreads them is drawn
/// anew for every table, so that nobody can choose identities that fall on one place.
struct IdentityTable {
    private struct Entry {
        /// The identity itself where it has at most sixteen bytes, zeros behind it; else where it stands among the bytes of
        /// all that are longer.
        var first: UInt64 = 0
        var second: UInt64 = 0
        /// The upper half of its hash.
        var tag: UInt32 = 0
        var length: Int32 = 0
        /// ``free`` where nothing stands, ``gone`` where something stood.
        var value = Self.free

        static let free = -1
        static let gone = -2
        static let short = 16
    }

    /// As many as a power of two, a quarter and more of them free.
    private var entries = [Entry](repeating: Entry(), count: 16)
    /// Those of more than sixteen bytes, one after the other.
    private var bytes: [UInt8] = []
    private let seed: UInt64
    /// A second word that nobody knows, made of the seed.
    private let second: UInt64
    /// Entries that are not free, those that are gone included.
    private var taken = 0
    /// Number of identities.
    private(set) var count = 0

    init(seed: UInt64 = .random(in: 0...UInt64.max)) {
        self.seed = seed
        second = Self.folded(seed ^ 0xD6E8_FEB8_6659_FD93, Self.odd)
    }

    /// The number of an identity; `nil` where it has none.
    func value(of identity: UnsafeBufferPointer<UInt8>) -> Int? {
        let (hash, key) = key(identity)
        let entry = entries[place(of: identity, hash, key)]
        return entry.value >= 0 ? entry.value : nil
    }

    func value(of identity: String) -> Int? {
        var identity = identity
        return identity.withUTF8 { value(of: $0) }
    }

    /// Gives an identity a number, in place of the one it has.
    ///
    /// - Parameter value: not below zero.
    mutating func set(_ value: Int, for identity: String) {
        if 4 * (taken + 1) > 3 * entries.count { rebuild() }
        var identity = identity
        identity.withUTF8 { identity in
            var (hash, key) = key(identity)
            let place = place(of: identity, hash, key)
            guard entries[place].value == Entry.free else {
                entries[place].value = value
                return
            }
            if identity.count > Entry.short {
                key.first = UInt64(bytes.count)
                bytes.append(contentsOf: identity)
            }
            taken += 1
            count += 1
            key.value = value
            entries[place] = key
        }
    }

    /// Takes an identity's number away.
    ///
    /// - Returns: the number; `nil` where it had none.
    mutating func remove(_ identity: String) -> Int? {
        var identity = identity
        let place = identity.withUTF8 { identity in
            let (hash, key) = key(identity)
            return self.place(of: identity, hash, key)
        }
        guard entries[place].value >= 0 else { return nil }
        defer { entries[place].value = Entry.gone }
        count -= 1
        return entries[place].value
    }

    /// Puts everything that is not gone into a table with room.
    private mutating func rebuild() {
        let (old, text) = (entries, bytes)
        entries = [Entry](repeating: Entry(), count: 2 * count >= old.count / 2 ? 2 * old.count : old.count)
        bytes = []
        for var entry in old where entry.value >= 0 {
            let hash: UInt64
            if entry.length > Entry.short {
                let start = Int(truncatingIfNeeded: entry.first)
                let identity = text[start..<start + Int(entry.length)]
                entry.first = UInt64(bytes.count)
                bytes += identity
                hash = identity.withUnsafeBufferPointer { key($0).hash }
            } else {
                hash = self.hash(entry.first, entry.second, entry.length)
            }
            var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
            while entries[place].value != Entry.free { place = (place + 1) & (entries.count - 1) }
            entries[place] = entry
        }
        taken = count
    }

    /// Where an identity stands, or the free place where it would.
    private func place(of identity: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ key: Entry) -> Int {
        var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
        while entries[place].value != Entry.free {
            let entry = entries[place]
            if entry.tag == key.tag, entry.length == key.length, entry.value >= 0, isAt(entry, identity, key) {
                return place
            }
            place = (place + 1) & (entries.count - 1)
        }
        return place
    }

    private func isAt(_ entry: Entry, _ identity: UnsafeBufferPointer<UInt8>, _ key: Entry) -> Bool {
        guard identity.count > Entry.short else { return entry.first == key.first && entry.second == key.second }
        let start = Int(truncatingIfNeeded: entry.first)
        for place in 0..<identity.count where bytes[start + place] != identity[place] { return false }
        return true
    }

    /// The hash of an identity, and its entry without a number; of a long one without its place.
    private func key(_ identity: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, entry: Entry) {
        let raw = UnsafeRawBufferPointer(identity)
        var entry = Entry()
        entry.length = Int32(clamping: raw.count)
        let hash: UInt64
        if raw.count <= Entry.short {
            entry.first = Self.word(raw, 0)
            entry.second = Self.word(raw, 8)
            hash = self.hash(entry.first, entry.second, entry.length)
        } else {
            hash = stride(from: 0, to: raw.count, by: 16).reduce(seed ^ UInt64(raw.count)) {
                Self.folded($0 ^ Self.word(raw, $1), Self.word(raw, $1 + 8) ^ second)
            }
        }
        entry.tag = UInt32(truncatingIfNeeded: hash >> 32)
        return (hash, entry)
    }

    /// Eight bytes from a place on, zeros behind the last.
    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
        if start + 8 <= bytes.count { return bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
        var word: UInt64 = 0
        for place in stride(from: bytes.count - 1, through: start, by: -1) { word = word << 8 | UInt64(bytes[place]) }
        return word
    }

    /// Words multiplied and folded, as wyhash by Wang Yi does.
    private func hash(_ first: UInt64, _ second: UInt64, _ length: Int32) -> UInt64 {
        Self.folded(
            Self.folded(first ^ seed, second ^ self.second) ^ UInt64(truncatingIfNeeded: length), seed ^ Self.odd)
    }

    private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }
}
