import ArgumentParser
import Glibc
import Syncopate
import SyncopateServer

/// The states of learners in a file between runs: a line of JSON per learner, replaced as a whole.
final class StateFile: StateStorage {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Takes up all states there are; a file that is not there is none yet.
    ///
    /// A state that cannot be taken up ends the program, so that nothing is lost by the next checkpoint.
    func restore(into host: EngineHost) throws {
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
