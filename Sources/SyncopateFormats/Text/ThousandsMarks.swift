/// What is known of marks between the thousands of numbers that a program writes.
enum ThousandsMarks {
    /// Nothing is known.
    case possible
    /// It puts them in, and writes fewer than three digits after the decimal mark.
    case always
    /// It writes none.
    case never
}
