import Testing

@testable import Syncopate

struct TitleReadingTests {
    @Test(arguments: [
        // Common Core: mathematics by grade, high school, language arts.
        ("Quiz CCSS.MATH.CONTENT.6.NS.A.1", "6.NS.A"), ("6.NS.A.1 exit ticket", "6.NS.A"), ("6.NS.1 Homework", "6.NS"),
        ("K.CC.B.4a", "K.CC.B"), ("HW (3.NF.A.3b)", "3.NF.A"), ("HSA-REI.B.3 test", "HSA-REI.B"),
        ("A-REI.3", "HSA-REI"),
        ("CCSS.Math.Content.HSN.RN.A.1", "HSN-RN.A"), ("F-IF.C.7a Graphs", "HSF-IF.C"), ("RL.5.2 Theme", "RL.5.1-3"),
        ("CCSS.ELA-LITERACY.W.9-10.1", "W.9-10.1-3"), ("L.K.5", "L.K.4-6"),
        // NGSS.
        ("MS-PS1-2 lab", "MS-PS1"), ("HS-LS2-7", "HS-LS2"), ("3-5-ETS1-1 Bridge", "3-5-ETS1"), ("5-ESS1-1", "5-ESS1"),
        // Texas.
        ("111.26(b)(4)", "111.26(b)(4)"), ("§111.26(b)(4)(A) quiz", "111.26(b)(4)"), ("TEKS 6.4A Ratios", "TEKS 6.4"),
        ("Ratios TEKS 6.4(A)", "TEKS 6.4"), ("TEKS A.5C", "TEKS A.5"),
        // United Kingdom.
        ("Ma3/1.2 Homework", "Ma3/1"), ("Sc2/3 test", "Sc2/3"), ("AQA 4.1.2 Cells", "AQA 4.1"),
        ("OCR 2.3 Waves", "OCR 2.3"),
        // Germany.
        ("Lernbereich 2 Test", "Lernbereich 2"), ("LB 3: Funktionen", "LB 3"), ("Inhaltsfeld 4.1", "Inhaltsfeld 4"),
        ("Klassenarbeit (Leitidee L3)", "L3"), ("KMK K2 Aufgabe", "K2"), ("Kompetenz K3, L4", "L4"),
    ])
    func codesAreRead(_ title: String, _ topic: String) {
        #expect(TitleReading(title).standards.first?.topic == topic, "\(title)")
    }

    @Test(arguments: [
        // Section numbers, dates, amounts, versions, stages, words and names that look like codes.
        "Quiz 6.1", "3.2 homework", "Test 12.03.2024", "Lab 2.0", "Essay 2.5 points", "6.4A practice", "4.1.2 homework",
        "Y7 test", "KS3 Assessment", "Klasse 7 Test", "L2 quiz", "K1", "If 3 then", "lb 3", "9.NS.A.1", "6.XX.A.1",
        "6.NS", "6.NS.A.1.B.2", "MS-XX1-2", "MS-PS1", "PS1-2", "RL.5.11", "RL.5", "111.26", "211.26(b)(4)", "Ma9/1",
        "and/or 3", "U3L2 exit ticket", "F.A.C.E.", "W.1", "Unit 3", "G.1", "A-B.1", "Section K.1",
    ])
    func whatIsNoCodeIsNone(_ title: String) {
        #expect(TitleReading(title).standards.isEmpty, "\(title): \(TitleReading(title).standards)")
    }

    @Test(arguments: [
        ("Unit 3 test", CourseUnit(kind: .unit, number: 3)), ("Kapitel 4", .init(kind: .chapter, number: 4)),
        ("Kap. 4 Test", .init(kind: .chapter, number: 4)), ("U3L2", .init(kind: .unit, number: 3)),
        ("Ch. 5 quiz", .init(kind: .chapter, number: 5)), ("Ch5", .init(kind: .chapter, number: 5)),
        ("Semaine 2", .init(kind: .week, number: 2)), ("3.2 homework", .init(kind: .section, number: 3)),
        ("Quiz 6.1", .init(kind: .section, number: 6)), ("Chapitre 7 : devoir", .init(kind: .chapter, number: 7)),
        ("Unidad 2 prueba", .init(kind: .unit, number: 2)), ("Hoofdstuk 3 toets", .init(kind: .chapter, number: 3)),
        ("Capítulo IV", .init(kind: .chapter, number: 4)), ("Unità 5", .init(kind: .unit, number: 5)),
        ("KW 12", .init(kind: .week, number: 12)), ("Week 10 reading", .init(kind: .week, number: 10)),
        ("Mod 3 quiz", .init(kind: .module, number: 3)), ("Aula 6", .init(kind: .lesson, number: 6)),
        ("LT 3 retake", .init(kind: .topic, number: 3)), ("Skill 7", .init(kind: .topic, number: 7)),
        ("Week 2 (Unit 1)", .init(kind: .unit, number: 1)),
    ])
    func placesInTheCourseAreRead(_ title: String, _ unit: CourseUnit) {
        #expect(TitleReading(title).units.first == unit, "\(title)")
    }

    @Test(arguments: [
        "Quiz 3", "Homework 12", "TMA 1752", "Test 12.03.2024", "Lab 2.0", "1.5 points", "Essay", "", "3", "...",
        "((((", "Unit",
    ])
    func whatNamesNoPlaceHasNone(_ title: String) { #expect(TitleReading(title).units.isEmpty, "\(title)") }

    @Test(arguments: [
        ("Exit ticket: Fractions", ["fraction"]), ("Homework: Ratios 2", ["ratio"]), ("TMA 1752", []), ("CMA 3", []),
        ("Quiz: Area and volume", ["area", "volume"]), ("Hausaufgabe Brüche", ["brüche"]),
        ("Devoir maison : les fractions", ["fraction"]),
        ("Final exam", []), ("Examen final", []), ("Klassenarbeit 2", []), ("Toets breuken", ["breuken"]),
        ("Assessment 1752", []), ("KS3 Chemistry Y8", ["chemistry"]), ("Theories", ["theory"]), ("Glasses", ["glass"]),
        ("Photosynthesis", ["photosynthesis"]), ("Mr Smith's class", ["smith"]),
    ])
    func contentWordsAreLeft(_ title: String, _ words: [String]) {
        #expect(TitleReading(title).words == words, "\(title): \(TitleReading(title).words)")
    }
}
