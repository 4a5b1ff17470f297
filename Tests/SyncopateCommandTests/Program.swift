import Foundation
import TestSupport

/// The built program, which the test target depends on and which therefore stands beside the test bundle.
enum Program {
    static let url: URL = {
        var folders: [URL] = []
        for path in [CommandLine.arguments[0], Bundle.main.bundlePath, Bundle.main.executablePath ?? ""] {
            var folder = URL(fileURLWithPath: path)
            for _ in 0..<4 {
                folder = folder.deletingLastPathComponent()
                folders.append(folder)
            }
        }
        folders.append(SharedFolder.packageRoot.appendingPathComponent(".build/debug"))
        let found = folders.map { $0.appendingPathComponent("syncopate") }.first { url in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: url.path)
        }
        return found ?? SharedFolder.packageRoot.appendingPathComponent(".build/debug/syncopate")
    }()
}
