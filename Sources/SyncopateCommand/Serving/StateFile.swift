import ArgumentParser
import Glibc
import Syncopate
import SyncopateServer

/// The states of learners in a file between runs: a line of JSON per learner, replaced as a whole.
final class StateFile: StateStorage {
    private let path: String
    /// Held as long as this is, so that no second program writes the file over; below zero: not held.
    private var lock: Int32 = -1

    init(_ path: String) { self.path = path }

    deinit { if lock >= 0 { close(lock) } }

    /// Takes up all states there are; a file that is not there is none yet.
    ///
    /// A state that cannot be taken up ends the program, so that nothing is lost by the next checkpoint.
    func restore(into host: EngineHost) throws {
        try takeLock()
        guard Descriptor.exists(path) else { return try Output.checkCanWrite(path) }
        let bytes: [UInt8]
        do {
            bytes = try Descriptor.read(path: path)
        } catch {
            Terminal.say("syncopate: cannot read \(error.message)")
            throw ProgramExit.noInput
        }
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                try host.restore(StateLine.read(line))
            } catch let error as StateLine.Fault {
                throw refusal(number + 1, error.message, "use the file as it was written")
            } catch let error as RecordFault {
                throw refusal(number + 1, error.description, error.remedy)
            }
        }
    }

    /// The file itself is replaced again and again, so the lock is on one beside it. Where that cannot be opened nothing is
    /// locked; whether states can be written is seen elsewhere. What is no file has nothing to be written over.
    private func takeLock() throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return }
        lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
        Terminal.say(
            "syncopate: another program keeps its states in \(path) (end it first, or give each a file of its own)")
        throw ProgramExit.cannotCreate
    }

    private func refusal(_ line: Int, _ message: String, _ remedy: String) -> ExitCode {
        Terminal.say("error: \(path):\(line): \(message) (\(remedy))")
        return ProgramExit.data
    }

    func replace(with states: [(learner: String, state: [UInt8])]) throws(StorageFault) {
        var bytes: [UInt8] = []
        for state in states { StateLine.append(learner: state.learner, state: state.state, to: &bytes) }
        do {
            try Descriptor.write(bytes, path: path, isPrivate: true)
        } catch {
            throw StorageFault("the states could not be written: \(String(cString: strerror(error.number)))")
        }
    }
}
