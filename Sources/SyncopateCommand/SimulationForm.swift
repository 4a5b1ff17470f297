import ArgumentParser

/// How a comparison on simulated learners is written.
enum SimulationForm: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
}
