import Syncopate
import SyncopateStudents
import Testing

/// Means of an independent program in Python on the same definitions.
struct RecallTests {
    @Test func exponentialForgetting() {
        let students = ExponentialForgettingStudents()
        Bands.expect(students, RandomPolicy(), 0.305...0.345, students: 80)
        Bands.expect(students, RoundRobinPolicy(), 0.36...0.41, students: 80)
        Bands.expect(students, LeitnerPolicy(arrival: 0.6), 0.27...0.32)
        Bands.expect(students, LookAheadOracle(steps: 2), 0.40...0.46)
    }

    @Test func dash() {
        let students = DASHStudents()
        Bands.expect(students, RandomPolicy(), 0.205...0.240, students: 80)
        Bands.expect(students, RoundRobinPolicy(), 0.212...0.247, students: 80)
        let matrix = PolicyMatrix(
            families: [students], policies: [RandomPolicy(), RoundRobinPolicy(), LookAheadOracle()], students: 40)
        let means = matrix.cells.map(\.summaries[0].mean)
        #expect(means == means.sorted())
    }

    /// Right after a review an item is certain, and fades from there.
    @Test func recallFades() {
        var student = ExponentialForgettingStudents().student(seed: 5).student
        _ = student.attempt(7, at: 20)
        #expect(student.recall(at: 20)[7] == 1)
        let later = [20.5, 30, 60, 200].map { student.recall(at: $0)[7] }
        #expect(later == later.sorted(by: >))
        // What an attempt adds is what a copy that attempts it has more.
        let gain = student.gain(of: 7, at: 60, ahead: 40)
        var other = student
        _ = other.attempt(7, at: 60)
        #expect(abs(other.recall(at: 100)[7] - student.recall(at: 100)[7] - gain) < 1e-12)
    }

    @Test func examsWithSixADay() {
        let students = ExamStudents(attemptsPerDay: 6)
        Bands.expect(students, RandomPolicy(), 0.56...0.63, students: 20)
        Bands.expect(students, LongestUnseenPolicy(), 0.665...0.74, students: 20)
        Bands.expect(students, MarginalExamGainPolicy(), 0.665...0.75, students: 6)
        Bands.expect(students, DueFirstPolicy(threshold: 0.7), 0.45...0.54, students: 8)
        Bands.expect(students, DueFirstPolicy(), 0.28...0.35, students: 8)
    }

    @Test func examsWithTenADay() {
        let students = ExamStudents(attemptsPerDay: 10)
        Bands.expect(students, RandomPolicy(), 0.71...0.78, students: 20)
        Bands.expect(students, LongestUnseenPolicy(), 0.79...0.86, students: 20)
        Bands.expect(students, DueFirstPolicy(threshold: 0.8), 0.65...0.76, students: 8)
    }

    /// Half of what is remembered is gone after the half-life: the recall of twice the time is the square.
    @Test func halfLives() {
        var student = HalfLifeStudents().student(seed: 3).student
        #expect(student.recall(of: 0, at: 100) == 0)
        _ = student.attempt(0, at: 0)
        let first = student.recall(of: 0, at: 50_000)
        #expect(first > 0 && first < 1)
        #expect(abs(student.recall(of: 0, at: 100_000) - first * first) < 1e-12)
        // A second answer on the same day does not count.
        _ = student.attempt(0, at: 1_000)
        #expect(abs(student.recall(of: 0, at: 51_000) - first) < 1e-12)
    }
}
