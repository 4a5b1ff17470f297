/// The words of ``LocalTime``, lower case and without full stops.
enum LocalTimeWords {
    /// The number of a month, from 1; `nil` for another word.
    static func month(_ word: String) -> Int? { months[word] }

    private static let months: [String: Int] = {
        // English, German, French, Spanish, Portuguese, Italian, Dutch: whole and shortened as their calendars have it.
        // Then Catalan, Galician, Romanian, Swedish and Danish, Russian, Ukrainian, Greek, Turkish, Lithuanian, Arabic
        // as in dates. A word that is another month in a language of its kin (листопада is one in Ukrainian, in Croatian
        // listopada is another) stands here in one script only.
        let names = [
            "january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari "
                + "gener xaneiro ianuarie января січня ιανουαρίου ocak sausio يناير",
            "february feb februar février févr fév febrero fevereiro fev febbraio febr februari "
                + "febrer febreiro februarie февраля лютого φεβρουαρίου şubat vasario فبراير",
            "march mar märz mär mrz mars marzo março maart mrt "
                + "març martie marts марта березня μαρτίου mart kovo مارس",
            "april apr avril avr abril abr aprile "
                + "aprilie апреля квітня απριλίου nisan balandžio أبريل",
            "may mai mayo maio maggio mag mei "
                + "maig maj мая травня μαΐου mayıs gegužės مايو",
            "june jun juni juin junio junho giugno giu "
                + "juny xuño iunie июня червня ιουνίου haziran birželio يونيو",
            "july jul juli juillet juil julio julho luglio lug "
                + "juliol xullo iulie июля липня ιουλίου temmuz liepos يوليو",
            "august aug août aoû agosto ago augustus "
                + "agost augusti августа серпня αυγούστου ağustos rugpjūčio أغسطس",
            "september sep sept septembre septiembre setembro set settembre "
                + "setembre septembrie сентября вересня σεπτεμβρίου eylül rugsėjo سبتمبر",
            "october oct oktober okt octobre octubre outubro out ottobre ott "
                + "octombrie октября жовтня οκτωβρίου ekim spalio أكتوبر",
            "november nov novembre noviembre novembro "
                + "noiembrie ноября листопада νοεμβρίου kasım lapkričio نوفمبر",
            "december dec dezember dez décembre déc diciembre dic dezembro dicembre "
                + "desembre decembro decembrie декабря грудня δεκεμβρίου aralık gruodžio ديسمبر",
        ]
        var months: [String: Int] = [:]
        for (index, line) in names.enumerated() {
            for name in line.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// What follows a year, a month and a day that are numbers, in Chinese, Japanese and Korean.
    static let units: Set<String> = ["年", "月", "日", "년", "월", "일"]

    /// Names of days, which say nothing that the date does not.
    static let weekdays: Set<String> = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun \
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so \
        lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo \
        segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica \
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        """.split(separator: " ").map(String.init))

    /// Halves of the day: whether it is the second.
    static let halves: [String: Bool] = [
        "am": false, "pm": true, "vormittags": false, "nachmittags": true, "πμ": false, "μμ": true,
    ]

    /// Seconds east of UTC: the zones of RFC 5322, Europe's, and what else is one zone's name only. The words are those
    /// of the tz database; AST, BST, IST and others stand for several zones and are not here.
    static let zones: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "ut": 0, "est": -18_000, "edt": -14_400, "cst": -21_600, "cdt": -18_000,
        "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200, "wet": 0, "west": 3600, "cet": 3600,
        "cest": 7200, "mez": 3600, "mesz": 7200, "eet": 7200, "eest": 10_800, "oez": 7200, "oesz": 10_800,
        "msk": 10_800,
        "hst": -36_000, "akst": -32_400, "akdt": -28_800, "brt": -10_800, "brst": -7200,
        "sast": 7200, "wat": 3600, "eat": 10_800, "pkt": 18_000, "wib": 25_200, "wita": 28_800,
        "sgt": 28_800, "hkt": 28_800, "jst": 32_400, "kst": 32_400, "awst": 28_800,
        "acst": 34_200, "acdt": 37_800, "aest": 36_000, "aedt": 39_600, "nzst": 43_200, "nzdt": 46_800,
    ]
}
