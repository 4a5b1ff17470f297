import ArgumentParser
import Matrices

/// `workloads library`: the BLAS library that a process of this environment gets.
struct LibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library", abstract: "Say which BLAS library runs here, with which kernels.")

    func run() { print(BLASLibrary.current.description) }
}
