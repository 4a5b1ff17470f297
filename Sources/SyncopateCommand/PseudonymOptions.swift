import ArgumentParser
import SyncopateFormats

/// Pseudonyms in the place of learners, in everything a command writes.
struct PseudonymOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Hide who learners are: a salted hash (HMAC-SHA-256) in place of every id, no names; sections stay. "
                + "The salt is a file "
                + "of 16 bytes or more that only its owner can read: head -c 32 /dev/urandom > salt; chmod 600 salt.",
            valueName: "salt-file"), completion: .file())
    var pseudonymise: String?

    @Option(
        help: ArgumentHelp(
            "Write who is who (pseudonym, learner, name) to this file, which only its owner can read.",
            valueName: "file"), completion: .file())
    var mapping: String?

    func validate() throws {
        guard let mapping else { return }
        guard pseudonymise != nil else { throw ValidationError("--mapping goes with --pseudonymise SALT-FILE.") }
        guard mapping != "-" else {
            throw ValidationError("--mapping takes a file: who is who is never written to standard output.")
        }
    }

    /// Ends the command where something else it reads or writes goes by learners' own ids.
    func check(against options: [(name: String, isGiven: Bool)]) throws {
        guard pseudonymise != nil, let option = options.first(where: \.isGiven) else { return }
        throw ValidationError("\(option.name) goes without --pseudonymise: it goes by learners' own ids.")
    }

    /// Ends the command where the mapping would go to where something else does.
    func check(out: String?) throws {
        guard let mapping, mapping == out else { return }
        throw ValidationError("--mapping and --out take two files.")
    }

    /// The pseudonyms, or `nil` where learners are not hidden.
    func pseudonyms() throws -> Pseudonyms? {
        guard let pseudonymise else { return nil }
        let way = "make one with: head -c 32 /dev/urandom > salt; chmod 600 salt"
        if let mapping, !Descriptor.isPlainPlace(mapping) {
            Terminal.say("error: \(mapping): who is who goes to a plain file only, no device, pipe or link")
            throw ProgramExit.cannotCreate
        }
        let salt: [UInt8]
        do {
            salt = try Descriptor.readPrivate(path: pseudonymise)
        } catch .failed(let failure) {
            Terminal.say("error: cannot read the salt \(failure.message) (\(way))")
            throw ProgramExit.noInput
        } catch .isNoFile {
            Terminal.say("error: \(pseudonymise): the salt is no plain file (\(way))")
            throw ProgramExit.data
        } catch .isOpen {
            Terminal.say(
                "error: \(pseudonymise): others than its owner can read the salt (close it with: chmod 600 "
                    + "\(pseudonymise))"
            )
            throw ProgramExit.data
        }
        guard let pseudonyms = Pseudonyms(salt: salt) else {
            Terminal.say(
                "error: \(pseudonymise): the salt has \(salt.count) bytes and needs \(Pseudonyms.saltLength) or "
                    + "more (\(way))"
            )
            throw ProgramExit.data
        }
        return pseudonyms
    }
}
