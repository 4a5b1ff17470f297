import Glibc

extension Descriptor {
    /// Most tables read of a folder.
    static let tableLimit = 200
    /// Most bytes read of a folder.
    static let folderLimit = 1 << 30

    /// The CSV files that lie in a folder, by their names; `nil` where the path is no folder.
    static func tables(inFolder path: String) throws(Failure) -> [(name: String, bytes: [UInt8])]? {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        let names = try names(inFolder: path).filter { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
        guard !names.isEmpty else { throw Failure(what: "\(path) (no CSV file is in it)", number: EISDIR) }
        guard names.count <= tableLimit else { throw Failure(what: path, number: E2BIG) }
        var tables: [(name: String, bytes: [UInt8])] = []
        var size = 0
        for name in names.sorted() {
            let place = path + "/" + name
            guard stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            size += Int(status.st_size)
            guard size <= folderLimit else { throw Failure(what: path, number: EFBIG) }
            tables.append((name, try read(path: place)))
        }
        return tables
    }

    /// The names of what lies in a folder.
    static func names(inFolder path: String) throws(Failure) -> [String] {
        guard let folder = opendir(path) else { throw Failure(what: path, number: errno) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}
