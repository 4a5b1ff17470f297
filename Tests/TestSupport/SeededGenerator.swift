import Syncopate

/// The engine's own generator, so that a seed means the same class in tests, samples and benchmarks.
package typealias SeededGenerator = Syncopate.SeededGenerator
