import Syncopate
import SyncopateFormats
import TestSupport
import Testing

/// Headers of Google Forms in the languages they come in, and who answered.
struct GoogleFormsColumnTests {
    private func read(_ text: String, name: String = "Quiz.csv") throws -> ImportedEvidence {
        try EvidenceReader.read(SourceFile(name: name, bytes: Array(text.utf8)))
    }

    @Test(arguments: [
        "Zeitstempel,E-Mail-Adresse,Punkte", "タイムスタンプ,メールアドレス,スコア",
        "Informazioni cronologiche,Indirizzo e-mail,Punteggio", "Horodateur,Adresse mail,Score total",
        "Marca temporal,Correo electrónico:,Puntuación",
    ])
    func languages(_ header: String) throws {
        let read = try read(header + "\n12/02/2026 19.07.17,a@x.org,1 / 2\n13/02/2026 9:07:17,b@x.org,2 / 2\n")
        #expect(read.format == .googleForms && read.learnerIDs == ["a@x.org", "b@x.org"])
        #expect(read.log.events.map(\.score) == [0.5, 1] && !read.hasErrors)
        // 12 February 2026, 19:07:17.
        #expect(read.log.events[0].at == 1_770_923_237 && read.findingTotals[.idColumnMissing] == nil)
    }

    /// Two people of one last name are two.
    @Test func lastAndFirstNames() throws {
        let read = try read(
            """
            Horodateur,Score total,Nom,Nom [Score],Prénom,Prénom [Score],Adresse mail,Quel langage,Quel langage [Score]
            2026/01/22 3:49:23 PM UTC+1,1.00 / 1,Petit,-- / 0,Ada,-- / 0,,Java,1.00 / 1
            2026/01/22 3:50:16 PM UTC+1,0.00 / 1,Petit,-- / 0,Bo,-- / 0,,C,0.00 / 1
            2026/01/22 3:50:16 PM UTC+1,0.00 / 1,Petit,-- / 0,,-- / 0,,C,0.00 / 1

            """)
        #expect(read.learnerIDs == ["Petit, Ada", "Petit, Bo"] && read.log.learners[0].name == "Petit, Ada")
        #expect(read.itemIDs == ["Quiz: Quel langage"] && read.log.events.map(\.score) == [1, 0])
        // Questions without points are no items; who has not said who he is, is nobody.
        #expect(read.places(.maximumZero) == ["1:4", "1:6"] && read.places(.blankID) == ["4:5"])
        #expect(read.places(.idColumnMissing) == ["1:3"] && read.log.events[0].at == 1_769_093_363)
    }

    /// A last name alone says too little.
    @Test func lastNamesAlone() {
        #expect(refusal("Zeitstempel,Punkte,Nachname\n2026-01-01,1 / 2,X\n")?.finding.rule == .idColumnMissing)
    }

    /// A question in the words of another system's header.
    @Test func questionsForIDs() throws {
        let read = try read(
            """
            Timestamp,Total score,Student ID,Student ID [Score],Name,Name [Score],Q,Q [Score]
            2026/03/25 2:14:21 PM GMT+1,1.00 / 1,0042,-- / 0,Ada,-- / 0,x,1.00 / 1

            """)
        #expect(read.format == .googleForms && read.learnerIDs == ["0042"] && read.log.learners[0].name == "Ada")
        #expect(read.itemIDs == ["Quiz: Q"] && read.log.events.map(\.score) == [1])
    }

    @Test(arguments: [
        ("Bio (Responses) - Form Responses 1.csv", "Bio"), ("Bio (Antworten) - Formularantworten 1.csv", "Bio"),
        ("Bio (Responses).csv", "Bio"), ("Bio (Responses) - Form Responses 1 (1).csv", "Bio"),
        ("Bio (Responses) - Form Responses 2.csv", "Bio (Responses) - Form Responses 2"),
        ("Bio (2026).csv", "Bio (2026)"),
        ("Bio (réponses) - Réponses au formulaire 1.csv", "Bio"), ("(Responses).csv", "(Responses)"),
    ])
    func fileNames(_ name: String, _ title: String) throws {
        let read = try read("Timestamp,Email Address,Score\n2026-01-01,a@x.org,1 / 2\n", name: name)
        #expect(read.itemIDs == [title])
    }
}
