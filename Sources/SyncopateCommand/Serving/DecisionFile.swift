import ArgumentParser
import Glibc
import Syncopate
import SyncopateFormats
import SyncopateServer

/// What hosts say of decisions, appended to a file as it comes.
final class DecisionFile: FeedbackLog {
    private let descriptor: Int32
    private let path: String
    private var hasFailed = false

    /// Opens the file, and gives a new one its header.
    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            Terminal.say("syncopate: cannot write \(path): \(String(cString: strerror(errno)))")
            throw ProgramExit.cannotCreate
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_size == 0 {
            try? Descriptor.write(Array(DecisionCSV.header.utf8), to: descriptor, name: path)
        }
    }

    deinit { close(descriptor) }

    func append(_ feedback: DecisionFeedback) {
        do {
            try Descriptor.write(Array(DecisionCSV.row(feedback).utf8), to: descriptor, name: path)
        } catch {
            // The engine goes on; it is said once.
            if !hasFailed { Terminal.say("syncopate: cannot write \(error.message)") }
            hasFailed = true
        }
    }
}
