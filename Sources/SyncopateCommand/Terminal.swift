import Glibc

/// What a person sees: the terminal's size, whether it may be styled, and messages on standard error.
struct Terminal {
    /// Whether standard output is a terminal.
    static var isOutput: Bool { isatty(1) == 1 }

    /// Whether standard error is a terminal.
    static var isMessages: Bool { isatty(2) == 1 }

    /// Whether bold is welcome: a terminal, and NO_COLOR (no-color.org) is not set.
    static var isStyled: Bool {
        guard isOutput else { return false }
        if let setting = getenv("NO_COLOR"), setting.pointee != 0 { return false }
        if let kind = getenv("TERM"), String(cString: kind) == "dumb" { return false }
        return true
    }

    /// Columns of the terminal; COLUMNS or 100 where there is none.
    static var width: Int { width(orElse: 100) }

    /// Columns of the terminal, else COLUMNS, else a number of columns.
    static func width(orElse fallback: Int) -> Int {
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        if let setting = getenv("COLUMNS"), let columns = Int(String(cString: setting)), (20...1_000).contains(columns)
        {
            return columns
        }
        return fallback
    }

    /// Writes one message line to standard error; a closed standard error is no reason to fail.
    static func say(_ line: String) {
        try? Descriptor.write(Array((line + "\n").utf8), to: 2, name: "standard error")
    }
}
