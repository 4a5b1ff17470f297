import ArgumentParser

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// A table for people, in Markdown.
    case text
    case json
}
