/// One section's page, as blocks that a terminal and a browser show alike: words and figures are decided here, once.
///
/// Names and titles from the file are isolated (``BriefNames``), so that whoever shows them can keep them apart from the
/// words round them.
struct BriefPage {
    var title: String
    /// The line below the title.
    var subtitle: String
    var parts: [Part]

    /// A heading and what stands below it.
    struct Part {
        var heading: String
        var blocks: [Block]
    }

    /// One thing on the page.
    enum Block {
        /// A smaller heading.
        case subheading(String)
        /// A sentence or more.
        case words(String)
        /// The same in smaller print: how to read what stands above.
        case note(String)
        /// What something is called, and what is said of it.
        case entries([Entry])
        /// A table; the first cell of a row says what the row is about.
        case table(headings: [String], rows: [[String]])
    }

    struct Entry {
        var lead: String
        var words: String
    }
}
