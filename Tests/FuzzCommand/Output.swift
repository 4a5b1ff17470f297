import Foundation

/// Standard output, each line at once: two processes write to it in turn, and either may be killed.
enum Output {
    static func line(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
