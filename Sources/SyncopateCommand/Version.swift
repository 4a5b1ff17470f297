/// The version of the program (semantic versioning: the options, exit codes and output fields are its interface).
enum Version {
    static let current = "0.1.0"
}
