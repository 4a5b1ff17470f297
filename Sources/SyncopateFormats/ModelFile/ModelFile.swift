internal import Syncopate

/// The file of a fitted model, and of a fit that is not done.
///
/// Eight bytes of signature (`89 53 59 4E 43 0D 0A 1A`: like PNG's, so that a copy made as text shows), the format's
/// version and the kind (32 bits each, little endian like everything), the length of the contents (64 bits), their SHA-256
/// (32 bytes), then the contents: counted lists of numbers and texts in the order of the writing code. The same model
/// always gives the same bytes.
public enum ModelFile {
    /// The version this program writes and reads.
    public static let version: UInt32 = 1

    static let signature: [UInt8] = [0x89, 0x53, 0x59, 0x4E, 0x43, 0x0D, 0x0A, 0x1A]
    package static let headerSize = 8 + 4 + 4 + 8 + 32

    package enum Kind: UInt32 {
        case model = 1
        case checkpoint = 2
    }

    package static func wrap(_ contents: [UInt8], _ kind: Kind) -> [UInt8] {
        var writer = ByteWriter()
        for byte in signature { writer.put(byte) }
        writer.put(version)
        writer.put(kind.rawValue)
        writer.put(UInt64(contents.count))
        for byte in SHA256.digest(contents) { writer.put(byte) }
        return writer.bytes + contents
    }

    /// The contents of a file of this kind, whole and undamaged.
    static func unwrap(_ bytes: [UInt8], _ kind: Kind) throws(ModelFileError) -> ArraySlice<UInt8> {
        guard bytes.count >= 5, bytes.prefix(5).elementsEqual(signature.prefix(5)) else {
            // What text tools make of the first byte: a question mark, a replacement character, or nothing.
            if bytes.prefix(8).contains(sequence: Array("SYNC".utf8)) { throw .textCopy }
            throw ModelFileError(
                .notAModel, "this is no model file", remedy: "give a file written by `syncopate fit --out`")
        }
        guard bytes.count >= 8 else { throw .truncated(bytes.count, headerSize) }
        guard bytes.prefix(8).elementsEqual(signature) else { throw .textCopy }
        guard bytes.count >= headerSize else { throw .truncated(bytes.count, headerSize) }
        var reader = ByteReader(bytes[8...])
        guard let found = try? reader.uint32(), let kindFound = try? reader.uint32(), let length = try? reader.uint64()
        else { throw .truncated(bytes.count, headerSize) }
        guard found <= version else {
            throw ModelFileError(
                .newerVersion, "the file has format \(found) and this program reads up to \(version)",
                remedy: "use a newer program, or fit again")
        }
        guard found == version else {
            throw ModelFileError(
                .olderVersion, "the file has format \(found), which is no longer read", remedy: "fit again")
        }
        let contents = bytes[headerSize...]
        guard UInt64(contents.count) >= length else {
            throw .truncated(bytes.count, Int(clamping: UInt64(headerSize) &+ length))
        }
        guard UInt64(contents.count) == length else {
            throw ModelFileError(
                .tooLong, "the file goes on for \(UInt64(contents.count) - length) bytes after its end",
                remedy: "copy it again, as one file")
        }
        guard bytes[24..<headerSize].elementsEqual(SHA256.digest(contents)) else { throw .damaged }
        guard kindFound == kind.rawValue else {
            throw ModelFileError(
                .otherKind,
                kind == .model ? "this is a fit that is not done" : "this is a fitted model, not a fit to go on with",
                remedy: kind == .model ? "go on with it: syncopate fit --resume" : "give the file of --checkpoint")
        }
        return contents
    }
}

extension ModelFileError {
    static var damaged: ModelFileError {
        ModelFileError(
            .damaged, "the contents do not agree with their checksum", remedy: "copy the file again, or fit again")
    }

    static var textCopy: ModelFileError {
        ModelFileError(
            .textCopy, "the file was copied as text, which changes line ends and bytes",
            remedy: "copy it again as binary")
    }

    static func truncated(_ found: Int, _ expected: Int) -> ModelFileError {
        ModelFileError(
            .truncated, "the file ends after \(found) bytes of at least \(expected)", remedy: "copy it again")
    }
}

extension Collection<UInt8> {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        let own = Array(self)
        guard own.count >= sequence.count else { return false }
        return (0...(own.count - sequence.count)).contains { own[$0..<$0 + sequence.count].elementsEqual(sequence) }
    }
}
