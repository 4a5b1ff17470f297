/// How much of each list a page shows, so that a section fits a sheet; the rest is counted.
struct BriefLimits {
    /// Names behind one line of the board, and the columns they may take together: who does what is cut last.
    var boardNames: Int
    var boardRoom: Int
    /// The same of other lists of names.
    var names: Int
    var room: Int
    /// Topics to teach again, and others named.
    var topics: Int
    /// Groups with a table, groups named at all, and members of a table.
    var groupTables: Int
    var groups: Int
    var members: Int
    /// Tasks and names of those who wait for a seat.
    var waitingTasks: Int
    var waitingNames: Int
    /// Learners told one by one.
    var exceptions: Int
    /// Learners likely not ready.
    var unready: Int
    /// Learners gone quiet.
    var quiet: Int
    /// Forecasts named.
    var forecasts: Int

    /// From everything to what always fits.
    static let levels = [
        BriefLimits(
            boardNames: 60, boardRoom: 900, names: 40, room: 420, topics: 6, groupTables: 3, groups: 6, members: 12,
            waitingTasks: 4, waitingNames: 12, exceptions: 8, unready: 12, quiet: 8, forecasts: 6),
        BriefLimits(
            boardNames: 60, boardRoom: 700, names: 20, room: 260, topics: 5, groupTables: 2, groups: 5, members: 8,
            waitingTasks: 3, waitingNames: 6, exceptions: 6, unready: 8, quiet: 5, forecasts: 4),
        BriefLimits(
            boardNames: 60, boardRoom: 500, names: 10, room: 170, topics: 4, groupTables: 1, groups: 4, members: 8,
            waitingTasks: 3, waitingNames: 4, exceptions: 5, unready: 6, quiet: 4, forecasts: 3),
        BriefLimits(
            boardNames: 40, boardRoom: 300, names: 8, room: 110, topics: 3, groupTables: 1, groups: 3, members: 6,
            waitingTasks: 2, waitingNames: 3, exceptions: 4, unready: 5, quiet: 3, forecasts: 2),
        BriefLimits(
            boardNames: 6, boardRoom: 100, names: 5, room: 90, topics: 3, groupTables: 1, groups: 3, members: 6,
            waitingTasks: 2, waitingNames: 2, exceptions: 2, unready: 4, quiet: 3, forecasts: 2),
    ]
}
