/// The text of a file, some at a time: all of it in memory, or as it is asked for.
public struct TextSource {
    /// Fills a buffer from where it stopped last, and returns how many bytes there were; 0 at the end.
    public typealias Fill = (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int

    private enum Supply {
        case memory([UInt8])
        /// Begins at the file's start, each time it is called anew.
        case stream(Fill)
    }

    private let supply: Supply
    /// Of text in memory, where the next part begins.
    private var position = 0
    /// What was looked at and has to be given again.
    private var pending: [UInt8] = []

    /// UTF-8 that was checked already.
    init(_ text: [UInt8]) { supply = .memory(text) }

    /// Bytes that come when they are asked for.
    ///
    /// - Parameter head: what was read of them so far.
    init(head: [UInt8], _ fill: @escaping Fill) {
        supply = .stream(fill)
        pending = head
    }

    /// Whether all of it is at hand, so that it can be looked at twice.
    var isInMemory: Bool { if case .memory = supply { true } else { false } }

    /// Bytes of all of it, where that is known.
    var size: Int? { if case .memory(let text) = supply { text.count } else { nil } }

    /// Appends the next part to a buffer; `false` at the end.
    mutating func append(to bytes: inout [UInt8], _ count: Int) throws(ReadError) -> Bool {
        switch supply {
        case .memory(let text):
            guard position < text.count else { return false }
            let end = min(position + count, text.count)
            bytes.append(contentsOf: text[position..<end])
            position = end
            return true
        case .stream(let fill):
            if !pending.isEmpty {
                bytes.append(contentsOf: pending)
                pending = []
                return true
            }
            var fault: ReadError?
            let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                do throws(ReadError) { filled = try fill(UnsafeMutableRawBufferPointer(buffer)) } catch {
                    fault = error
                }
            }
            if let fault { throw fault }
            bytes.append(contentsOf: part)
            return !part.isEmpty
        }
    }
}
