/// How several files are told apart as courses.
public enum CourseRule: String, Sendable, Hashable, CaseIterable {
    /// By what they have in common (``CourseSorter``).
    case auto
    /// All files are one course.
    case one
    /// Every file is a course of its own.
    case each
}
