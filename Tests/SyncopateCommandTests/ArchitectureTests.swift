import Foundation
import TestSupport
import Testing

/// Which target may import which module. The compiler lets more through than is meant.
struct ArchitectureTests {
    private static let allowed: [String: Set<String>] = [
        "Matrices": ["COpenBLAS", "Synchronization"],
        // Synchronization for what is worked out once, on whatever thread.
        "Syncopate": ["Matrices", "RealModule", "Synchronization"],
        "SyncopateModels": ["Syncopate"],
        "JSONText": [],
        "SyncopateFormats": ["JSONText", "Syncopate"],
        "SyncopateServer": ["JSONText", "Syncopate", "SyncopateFormats"],
        "SyncopateStudents": ["Syncopate", "RealModule"],
        // Matrices for the rates of the machine.
        "SyncopateBench": [
            "JSONText", "Matrices", "Syncopate", "SyncopateFormats", "SyncopateServer", "SyncopateStudents",
            "RealModule",
            "Histogram",
        ],
        // Matrices for the number of threads in BLAS, Dispatch for those of the workers.
        "SyncopateCommand": [
            "Matrices", "Syncopate", "SyncopateBench", "SyncopateFormats", "SyncopateModels", "SyncopateServer",
            "SyncopateStudents", "ArgumentParser",
            "Dispatch", "Glibc", "Synchronization",
        ],
    ]

    /// Swift files by target, with their paths below the package and their lines.
    private static func files() throws -> [(target: String, path: String, lines: [Substring])] {
        var files: [(String, String, [Substring])] = []
        for top in ["Sources", "Models"] {
            let root = SharedFolder.packageRoot.appendingPathComponent(top).path
            for path in try FileManager.default.subpathsOfDirectory(atPath: root) where path.hasSuffix(".swift") {
                let target = top == "Models" ? "SyncopateModels" : String(path.prefix { $0 != "/" })
                let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
                files.append((target, "\(top)/\(path)", text.split(separator: "\n")))
            }
        }
        return files
    }

    /// The module a line imports, whatever stands before the word.
    static func module(_ line: Substring) -> String? {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        let before: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
            words[..<place].allSatisfy({ before.contains($0) || $0.hasPrefix("@") })
        else { return nil }
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        let name = kinds.contains(words[place + 1]) && place + 2 < words.count ? words[place + 2] : words[place + 1]
        return String(name.prefix { $0 != "." && $0 != ";" })
    }

    @Test func importsAreFound() {
        #expect(Self.module("import Syncopate") == "Syncopate")
        #expect(Self.module("  @preconcurrency public import struct Foundation.Data") == "Foundation")
        #expect(Self.module("@testable import Matrices // why") == "Matrices")
        #expect(Self.module("/// import nothing") == nil)
        #expect(Self.module("let important = 1") == nil)
    }

    @Test func nothingPointsBack() throws {
        let files = try Self.files()
        #expect(Set(files.map(\.target)) == Set(Self.allowed.keys))
        for file in files {
            for module in file.lines.compactMap({ Self.module($0) }) {
                #expect(
                    Self.allowed[file.target, default: []].contains(module),
                    "\(file.path) imports \(module), which \(file.target) may not")
            }
        }
    }

    /// The core and what reads and writes bytes leave printing, clocks, files and chance to the command.
    @Test func theCoreIsPure() throws {
        let words = ["print(", "debugPrint(", "dump(", "fputs(", "SystemRandomNumberGenerator", "ContinuousClock"]
        for file in try Self.files() where file.target != "SyncopateCommand" {
            for (number, line) in file.lines.enumerated() where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for word in words where line.contains(word) {
                    // A longer name, such as fingerprint(, is another one.
                    let range = line.range(of: word)
                    let before = range.flatMap {
                        $0.lowerBound > line.startIndex ? line[line.index(before: $0.lowerBound)] : nil
                    }
                    if let before, before.isLetter || before.isNumber || before == "_" { continue }
                    Issue.record("\(file.path):\(number + 1) has \(word)")
                }
            }
        }
    }
}
