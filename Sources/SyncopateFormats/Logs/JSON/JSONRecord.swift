internal import JSONText

/// One record of a file of JSON, and where it stands.
struct JSONRecord {
    /// Number in the file, from 1.
    var number: Int32
    /// Physical line on which it begins, from 1.
    var line: Int
    /// Its bytes, a line's beginning before the JSON included.
    var range: Range<Int>
    /// The object; `nil` where it is broken. Of use only while the record is looked at.
    var value: JSONView?
    /// First byte of the JSON.
    var start: Int
    /// Whether it is a line of a comment, which is no record.
    var isComment = false
    /// What is broken, at an offset from the beginning of the file.
    var fault: JSONFault?
}
