import Foundation

/// Where the data set lies. It is no part of the project.
enum DataFolder {
    /// Files without which nothing is measured.
    static let files = ["assessment.csv.gz", "student_assessment.csv.gz"]

    /// The folder to read: the one that was named, else `data/oulad` below the folder that `SYNCOPATE_SHARED` names,
    /// else below a folder `shared` beside the checkout.
    static func candidate(named path: String?) -> URL {
        if let path { return URL(fileURLWithPath: path, isDirectory: true) }
        let shared: URL
        if let variable = ProcessInfo.processInfo.environment["SYNCOPATE_SHARED"], !variable.isEmpty {
            shared = URL(fileURLWithPath: variable, isDirectory: true)
        } else {
            var checkout = URL(fileURLWithPath: #filePath)
            // Benchmarks/Sources/SmallClasses/Data/DataFolder.swift
            for _ in 0..<5 { checkout.deleteLastPathComponent() }
            shared = checkout.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        }
        return shared.appendingPathComponent("data/oulad", isDirectory: true)
    }

    /// Whether everything that is read is there.
    static func isComplete(_ folder: URL) -> Bool {
        files.allSatisfy { FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path) }
    }
}
