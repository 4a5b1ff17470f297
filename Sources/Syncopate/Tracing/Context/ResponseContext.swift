/// Everything the terms of the model read off the moment before a response: a case per ``ContextKind`` and a value per
/// ``Covariate``. Made once and refilled, so that following a log allocates nothing.
package struct ResponseContext: Sendable, Equatable {
    /// The case of each kind, by raw value.
    package var cases = [Int32](repeating: 0, count: ContextKind.allCases.count)
    /// The value of each covariate, by raw value.
    package var values = [Double](repeating: 1, count: Covariate.allCases.count)

    package init() {}
}
