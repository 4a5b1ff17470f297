import Foundation
import TestSupport
import Testing

/// `syncopate fit` and `syncopate model show`.
struct FitTests {
    @Test func fitAndShow() throws {
        let (model, outcome) = try InventedResponses.fitted.get()
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains("fitted on 1800 responses of 60 learners: 12 items, 3 skills"))
        #expect(!outcome.messages.contains("warning"))
        #expect(model.starts(with: [0x89, 0x53, 0x59, 0x4E, 0x43, 0x0D, 0x0A, 0x1A]))

        let workplace = try InventedResponses.workplace()
        let card = try workplace.run("model", "show", "log.model")
        #expect(card.status == 0 && card.messages.isEmpty)
        #expect(card.text.contains("fitted on 1800 responses of 60 learners: 12 items, 3 skills"))
        #expect(card.text.contains("left out: nothing"))
        #expect(card.lines.contains { $0.hasPrefix("  item | - | 1 ") && $0.hasSuffix("  12") })
        // Learners differ and items differ, so a fit that is worth anything beats the means of items by far.
        let words = outcome.messages.split(whereSeparator: { " ():\n".contains($0) })
        let figures = words.compactMap { $0.contains(".") ? Double($0) : nil }
        #expect(figures.count == 2)
        if figures.count == 2 { #expect(figures[0] < figures[1] - 0.03, "\(figures)") }
    }

    @Test func optionsReachTheModel() throws {
        let workplace = try InventedResponses.workplace()
        let outcome = try workplace.run(
            "fit", "few.csv", "--out", "a.model", "--without", "gaps, recency", "--factors", "2", "--seed", "7",
            "--quiet")
        #expect(outcome.status == 0 && outcome.bytes.isEmpty && outcome.messages.isEmpty, "\(outcome.messages)")
        let card = try workplace.run("model", "show", "a.model").text
        #expect(card.contains("left out: gaps, recency"))
        #expect(card.contains("2 shared factors"))
        #expect(card.contains("seed 7,"))
        // Six learners are too few to leave any out.
        #expect(!card.contains("learners left out"))

        #expect(try workplace.run("fit", "few.csv", "--out", "g.model", "--general").status == 0)
        let general = try workplace.run("model", "show", "g.model")
        #expect(general.text.contains("0 items, 0 skills"))
        let terms = general.lines.filter { $0.contains(" | ") && !$0.hasPrefix("Terms") }
        #expect(terms.count > 5 && terms.allSatisfy { $0.hasPrefix("  all | ") })
    }

    // MARK: The same bytes

    @Test func threadsDoNotMatter() throws {
        let workplace = try InventedResponses.workplace()
        #expect(try workplace.run("fit", "log.csv", "--out", "two.model", "--threads", "2").status == 0)
        #expect(try workplace.bytes("two.model") == InventedResponses.fitted.get().model)
        #expect(try workplace.run("fit", "log.csv", "--out", "seed.model", "--seed", "1").status == 0)
        #expect(try workplace.bytes("seed.model") != InventedResponses.fitted.get().model)
    }

    @Test func standardInputIsTheSame() throws {
        let workplace = try InventedResponses.workplace()
        let piped = try workplace.run("fit", "-", "--out", "-", "--quiet", input: InventedResponses.few)
        #expect(try workplace.run("fit", "few.csv", "--out", "few.model").status == 0)
        #expect(try piped.bytes == workplace.bytes("few.model"))
    }

    @Test func aCheckpointChangesNothing() throws {
        let workplace = try InventedResponses.workplace()
        let options = ["fit", "log.csv", "--checkpoint", "c.fit", "--resume", "--out"]
        // Not there yet: the fit starts anew.
        let first = try workplace.run(options + ["a.model"])
        #expect(first.status == 0 && !first.messages.contains("going on"), "\(first.messages)")
        #expect(try workplace.bytes("a.model") == InventedResponses.fitted.get().model)
        // There, and done.
        let second = try workplace.run(options + ["b.model"])
        #expect(second.status == 0 && second.messages.contains("going on after round 11 of 11"), "\(second.messages)")
        #expect(try workplace.bytes("b.model") == InventedResponses.fitted.get().model)
        #expect(
            try workplace.names() == ["a.model", "b.model", "c.fit", "few.csv", "log.csv", "log.model", "others.csv"])
    }

    /// Stopped from outside, as by a person who has had enough of it, at whatever round that is.
    @Test func anInterruptedFitGoesOn() throws {
        let workplace = try InventedResponses.workplace()
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["fit", "log.csv", "--out", "a.model", "--checkpoint", "c.fit", "--quiet"]
        process.currentDirectoryURL = workplace.folder
        try process.run()
        let checkpoint = workplace.folder.appendingPathComponent("c.fit").path
        let limit = Date(timeIntervalSinceNow: 60)
        while !FileManager.default.fileExists(atPath: checkpoint), process.isRunning, Date() < limit { usleep(2_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let outcome = try workplace.run(
            "fit", "log.csv", "--out", "b.model", "--checkpoint", "c.fit", "--resume")
        #expect(outcome.status == 0 && outcome.messages.contains("going on after round "), "\(outcome.messages)")
        #expect(try workplace.bytes("b.model") == InventedResponses.fitted.get().model)
    }

    @Test func aCheckpointOfSomethingElseIsRefused() throws {
        let workplace = try InventedResponses.workplace()
        let options = ["--checkpoint", "c.fit", "--resume", "--out", "a.model"]
        #expect(try workplace.run(["fit", "few.csv"] + options).status == 0)
        let kept = try workplace.bytes("c.fit")
        let before = try workplace.bytes("a.model")
        for arguments in [["others.csv"], ["few.csv", "--seed", "3"], ["few.csv", "--without", "gaps"]] {
            let outcome = try workplace.run(["fit"] + arguments + options)
            #expect(outcome.status == 65)
            #expect(outcome.messages.contains("c.fit is of another log or of other options"), "\(outcome.messages)")
        }
        let model = try workplace.run("fit", "few.csv", "--checkpoint", "log.model", "--resume", "--out", "x.model")
        #expect(model.status == 65)
        #expect(model.messages.contains("log.model: this is a fitted model, not a fit to go on with (other-kind)"))
        let shown = try workplace.run("model", "show", "c.fit")
        #expect(shown.status == 65 && shown.bytes.isEmpty)
        #expect(shown.messages.contains("c.fit: this is a fit that is not done (other-kind)"))
        // Nothing of the user's was written over.
        #expect(try workplace.bytes("c.fit") == kept)
        #expect(try workplace.bytes("a.model") == before)
        #expect(try workplace.bytes("log.model") == InventedResponses.fitted.get().model)
    }

    // MARK: Twins

    @Test func aCopiedLearnerIsLeftOutAndCounted() throws {
        let workplace = try InventedResponses.workplace()
        let copies = InventedResponses.rows().filter { $0.hasPrefix("l3,") }
        #expect(copies.count == 30)
        try workplace.write(
            "twins.csv",
            InventedResponses.log + copies.map { "copy" + $0.dropFirst(2) + "\n" }.joined()
                + copies.map { "again" + $0.dropFirst(2) + "\n" }.joined())
        let outcome = try workplace.run("fit", "twins.csv", "--out", "a.model", "--quiet")
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("warning: 2 of 62 learners answered the same"), "\(outcome.messages)")
        #expect(outcome.messages.contains("left out of the fit"))
        #expect(try workplace.bytes("a.model") == InventedResponses.fitted.get().model)

        let kept = try workplace.run("fit", "twins.csv", "--out", "b.model", "--keep-twins")
        #expect(kept.status == 0 && !kept.messages.contains("warning"))
        #expect(kept.messages.contains("fitted on 1860 responses of 62 learners"))

        let judged = try workplace.run("evaluate", "twins.csv", "--model", "a.model", "--resamples", "10")
        #expect(judged.status == 0)
        #expect(judged.messages.contains("warning: 2 of 62 learners"), "\(judged.messages)")
        #expect(judged.text.contains("1800 responses of 60 learners"))
        // In the training log as well: nobody is left.
        try workplace.write("copies.csv", ([InventedResponses.header] + copies + [""]).joined(separator: "\n"))
        let nobody = try workplace.run("evaluate", "copies.csv", "--model", "a.model", "--train", "log.csv")
        #expect(nobody.status == 65 && nobody.bytes.isEmpty)
        #expect(nobody.messages.contains("every learner is a copy of another; use --keep-twins"))
    }

    // MARK: Exits

    @Test(arguments: [
        (["fit"], "Missing expected argument '<files> ...'"),
        (["fit", "few.csv"], "Missing expected argument '--out <out>'"),
        (["fit", "few.csv", "--out", "a", "--without", "gaps,nope"], "--without takes any of easiness, practice"),
        (["fit", "few.csv", "--out", "a", "--resume"], "--resume goes with --checkpoint FILE."),
        (["fit", "few.csv", "--out", "a", "--threads", "0"], "--threads takes a whole number from 1 to 64."),
        (["fit", "few.csv", "--out", "a", "--threads", "65"], "--threads takes a whole number from 1 to 64."),
        (["fit", "few.csv", "--out", "a", "--factors", "9"], "--factors takes a whole number from 1 to 8."),
        (["fit", "-", "-", "--out", "a"], "Standard input (-) can be read only once."),
    ])
    func wrongOption(_ arguments: [String], _ message: String) throws {
        let workplace = try Workplace()
        try workplace.write("few.csv", InventedResponses.few)
        let outcome = try workplace.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.bytes.isEmpty)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
        #expect(try workplace.names() == ["few.csv"])
    }

    @Test func filesThatCannotBeUsed() throws {
        let workplace = try Workplace()
        try workplace.write("empty.csv", "")
        try workplace.write("blank.csv", "learner,item,score\nu,a,\nu,b,\n")
        try workplace.write("other.csv", "one,two,three\n1,2,3\n")
        for (file, status, message) in [
            ("none.csv", Int32(66), "none.csv: No such file"), (".", 65, "wrong-kind-of-file"),
            ("empty.csv", 65, "empty.csv: empty-file"), ("other.csv", 65, "not-a-known-format"),
            ("blank.csv", 65, "no scored response in blank.csv"),
        ] {
            let outcome = try workplace.run("fit", file, "--out", "a.model")
            #expect(outcome.status == status)
            #expect(outcome.bytes.isEmpty)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
        #expect(try workplace.names() == ["blank.csv", "empty.csv", "other.csv"])
    }

    @Test func outputThatCannotBeWritten() throws {
        let workplace = try Workplace()
        try workplace.write("few.csv", InventedResponses.few)
        for arguments in [
            ["--out", "none/a.model"], ["--out", "."], ["--out", "a.model", "--checkpoint", "none/c.fit"],
        ] {
            let outcome = try workplace.run(["fit", "few.csv"] + arguments)
            #expect(outcome.status == 73)
            #expect(outcome.messages.contains("cannot write \(arguments.last ?? "")"), "\(outcome.messages)")
        }
        #expect(try workplace.names() == ["few.csv"])
    }

    @Test func aBadRowIsLeftOutOrRefused() throws {
        let workplace = try Workplace()
        try workplace.write("log.csv", InventedResponses.few + "l0,q1,abc,s1,1788300000\n")
        #expect(try workplace.run("fit", "log.csv", "--out", "strict.model", "--strict").status == 65)
        let outcome = try workplace.run("fit", "log.csv", "--out", "a.model")
        #expect(outcome.status == 3)
        #expect(outcome.messages.contains("error: log.csv:50:3: not-a-number"), "\(outcome.messages)")
        #expect(outcome.messages.contains("fitted on 48 responses of 6 learners"))
    }
}
