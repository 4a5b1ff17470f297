import Foundation
import Glibc

/// A program with its standard input and output in our hands.
final class Child {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []
    private var start = 0

    init(_ program: String, _ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // Ours are the other ends.
        try input.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
    }

    /// Writes all bytes, waiting where the child does not read.
    func write(_ bytes: [UInt8]) {
        let descriptor = input.fileHandleForWriting.fileDescriptor
        bytes.withUnsafeBytes { all in
            var start = 0
            while start < all.count, let base = all.baseAddress {
                let count = Glibc.write(descriptor, base + start, all.count - start)
                guard count > 0 else { return }
                start += count
            }
        }
    }

    /// The next line that comes; `nil` at the end.
    func line() -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return buffer[start..<end]
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            var more = [UInt8](repeating: 0, count: 1 << 17)
            let count = Glibc.read(output.fileHandleForReading.fileDescriptor, &more, more.count)
            guard count > 0 else { return nil }
            buffer += more[0..<count]
        }
    }

    /// Seconds of processor time the child has used, and its largest memory in bytes.
    var usage: (seconds: Double, memory: Int) {
        let stat = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
        let fields = (stat.split(separator: ")").last ?? "").split(separator: " ")
        let ticks = fields.count > 12 ? (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0) : 0
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = peak.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        return (ticks / Double(sysconf(Int32(_SC_CLK_TCK))), kilobytes * 1_024)
    }

    /// Sends all of some lines from another thread while all answers are read.
    ///
    /// - Returns: seconds from the first byte to the last answer.
    func exchange(_ lines: [[UInt8]]) -> Double {
        let clock = ContinuousClock()
        let begin = clock.now
        let writer = Thread { [self] in
            var batch: [UInt8] = []
            for line in lines {
                batch += line
                if batch.count > 1 << 16 {
                    write(batch)
                    batch.removeAll(keepingCapacity: true)
                }
            }
            write(batch)
        }
        writer.start()
        for _ in lines { _ = line() }
        return (clock.now - begin).seconds
    }

    /// Sends line after line, each when the last was answered.
    ///
    /// - Returns: seconds each took, in order of size.
    func pingPong(_ lines: [[UInt8]]) -> [Double] {
        let clock = ContinuousClock()
        return lines.map { line in
            let begin = clock.now
            write(line)
            _ = self.line()
            return (clock.now - begin).seconds
        }.sorted()
    }

    /// Closes the child's input and waits for its end.
    func end() {
        try? input.fileHandleForWriting.close()
        while line() != nil {}
        process.waitUntilExit()
    }
}

extension Child: @unchecked Sendable {}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
