import ArgumentParser

/// The exit codes of the program, after sysexits.h where it has one.
enum ProgramExit {
    /// Done, but part of the input was left out.
    static let partial = ExitCode(3)
    /// The input cannot be used (EX_DATAERR).
    static let data = ExitCode(65)
    /// An input file cannot be opened (EX_NOINPUT).
    static let noInput = ExitCode(66)
    /// An output file cannot be created (EX_CANTCREAT).
    static let cannotCreate = ExitCode(73)
    /// Reading or writing failed on the way (EX_IOERR).
    static let inputOutput = ExitCode(74)
}
