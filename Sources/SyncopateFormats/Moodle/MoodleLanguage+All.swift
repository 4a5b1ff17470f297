/// The languages Moodle's gradebooks are read in: from its language packs; what older versions wrote is there as well.
extension MoodleLanguage {
    static let all = [
        english, german, french, spanish, portuguese, italian, dutch, catalan, galician, swedish, romanian, russian,
        ukrainian, greek, turkish, lithuanian, basque, japanese, korean, chinese,
    ]

    static let english = MoodleLanguage(
        lastName: ["surname", "last name"], firstName: ["first name"], idNumber: ["id number"],
        email: ["email address"], username: ["username"], profile: ["institution", "department"],
        percentage: ["percentage"], points: ["real"], letter: ["letter"], feedback: ["feedback"],
        courseTotal: ["course total"], categoryTotals: [CategoryTotal(after: " total")],
        downloaded: ["last downloaded from this course"])
    private static let german = MoodleLanguage(
        lastName: ["nachname"], firstName: ["vorname"], idNumber: ["id-nummer"], email: ["e-mail-adresse"],
        username: ["anmeldename"], profile: ["abteilung"], percentage: ["prozentsatz", "prozent"],
        points: ["punkte"], letter: ["note"], feedback: ["feedback"], courseTotal: ["kurs gesamt"],
        categoryTotals: [CategoryTotal(after: " gesamt")], downloaded: ["zuletzt aus diesem kurs geladen"])
    private static let french = MoodleLanguage(
        lastName: ["nom de famille", "nom"], firstName: ["prénom"],
        idNumber: ["numéro d’identification", "numéro d'identification"],
        email: ["adresse de courriel", "adresse e-mail"], username: ["nom d’utilisateur", "nom d'utilisateur"],
        profile: ["département"], percentage: ["pourcentage"], points: ["brut", "brute", "réel"],
        letter: ["lettre"], feedback: ["feedback", "rétroaction"], courseTotal: ["total du cours"],
        categoryTotals: [CategoryTotal(before: "total ")], downloaded: ["dernier téléchargement depuis ce cours"])
    private static let spanish = MoodleLanguage(
        lastName: ["apellido(s)", "apellidos"], firstName: ["nombre"],
        idNumber: ["número de id", "número de identificación (id)"],
        email: ["dirección de correo", "dirección email", "correo electrónico"], username: ["nombre de usuario"],
        profile: ["institución", "departamento"], percentage: ["porcentaje"], points: ["real"], letter: ["letra"],
        feedback: ["retroalimentación", "retroacción"], courseTotal: ["total del curso"],
        categoryTotals: [CategoryTotal(before: "total ")], downloaded: ["última descarga de este curso"])
    private static let portuguese = MoodleLanguage(
        lastName: ["apelido", "sobrenome", "último nome"], firstName: ["nome"],
        idNumber: ["número de identificação (id)", "número de identificação"],
        email: ["e-mail", "endereço de e-mail", "endereço de email"],
        username: ["nome de utilizador", "identificação de usuário"], profile: ["instituição", "departamento"],
        percentage: ["percentagem", "porcentagem"], points: ["real"], letter: ["nota alfabética", "letra"],
        feedback: ["feedback"], courseTotal: ["total da disciplina", "total do curso"],
        categoryTotals: [CategoryTotal(before: "total ")], downloaded: ["última exportação desta disciplina"])
    private static let italian = MoodleLanguage(
        lastName: ["cognome"], firstName: ["nome"], idNumber: ["codice identificativo"], email: ["indirizzo email"],
        profile: ["istituzione", "dipartimento"], percentage: ["percentuale"], points: ["punteggio"],
        letter: ["graduatoria letterale", "lettera"], feedback: ["feedback"], courseTotal: ["totale corso"],
        categoryTotals: [CategoryTotal(before: "totale ")],
        downloaded: ["scaricamento più recente da questo corso"])
    private static let dutch = MoodleLanguage(
        lastName: ["achternaam"], firstName: ["voornaam"], idNumber: ["nummer (id)"], email: ["e-mailadres"],
        username: ["gebruikersnaam"], profile: ["instituut", "afdeling"], percentage: ["percentage"],
        points: ["reëel", "echt"], letter: ["letter"], feedback: ["feedback"], courseTotal: ["cursustotaal"],
        categoryTotals: [CategoryTotal(after: " totaal")],
        downloaded: ["laatst gedownload van deze curus", "laatst gedownload van deze cursus"])
    private static let catalan = MoodleLanguage(
        lastName: ["cognoms"], firstName: ["nom"], idNumber: ["número id"], email: ["adreça electrònica"],
        percentage: ["percentatge"], points: ["real"], letter: ["lletra"], feedback: ["retroacció"],
        courseTotal: ["total del curs"], categoryTotals: [CategoryTotal(before: "total ")],
        downloaded: ["darrera descàrrega des d'aquest curs"])
    private static let galician = MoodleLanguage(
        lastName: ["apelidos"], firstName: ["nome"], idNumber: ["número id"], email: ["enderezo de correo"],
        percentage: ["porcentaxe"], points: ["real"], letter: ["letra"], feedback: ["comentarios"],
        courseTotal: ["total do curso"], categoryTotals: [CategoryTotal(before: "total ")],
        downloaded: ["último descargado dende este curso"])
    private static let swedish = MoodleLanguage(
        lastName: ["efternamn"], firstName: ["förnamn"], idNumber: ["id nummer", "id-nummer"],
        email: ["e-postadress"], percentage: ["procent"], points: ["reell"], letter: ["bokstav"],
        feedback: ["återkoppling"], courseTotal: ["totalt för kurs"],
        categoryTotals: [CategoryTotal(before: "summa ")], downloaded: ["senast nedladdad från denna kurs"])
    private static let romanian = MoodleLanguage(
        lastName: ["nume de familie"], firstName: ["prenume"], idNumber: ["număr id"], email: ["adresa de e-mail"],
        percentage: ["procentaj"], points: ["real"], letter: ["literă"], feedback: ["feedback"],
        courseTotal: ["total curs"], categoryTotals: [CategoryTotal(before: "total ")],
        downloaded: ["ultima dată descărcat din acest curs"])
    private static let russian = MoodleLanguage(
        lastName: ["фамилия"], firstName: ["имя"], idNumber: ["индивидуальный номер"],
        email: ["адрес электронной почты"], percentage: ["проценты"], points: ["значение"], letter: ["буква"],
        feedback: ["отзыв"], courseTotal: ["итоговая оценка за курс"],
        categoryTotals: [CategoryTotal(before: "итого в категории ")],
        downloaded: ["последние загруженные из этого курса"])
    private static let ukrainian = MoodleLanguage(
        lastName: ["прізвище"], firstName: ["ім'я", "ім’я"], idNumber: ["індивідуальний номер"],
        email: ["електронна пошта"], percentage: ["відсоток"], points: ["бали"], letter: ["буква"],
        feedback: ["відгук"], courseTotal: ["загальне за курс"],
        categoryTotals: [CategoryTotal(after: " загалом")], downloaded: ["останні завантаження з цього курсу"])
    private static let greek = MoodleLanguage(
        lastName: ["επίθετο"], firstName: ["μικρό/βαπτιστικό όνομα"], idNumber: ["αναγνωριστικός αριθμός"],
        email: ["διεύθυνση ηλε.ταχυδρομείου"], percentage: ["ποσοστό"], points: ["πραγματικό"], letter: ["γράμμα"],
        feedback: ["ανατροφοδότηση"], courseTotal: ["σύνολο μαθήματος"],
        categoryTotals: [CategoryTotal(after: " συνολικά")], downloaded: ["τελευταία λήψη από αυτό το μάθημα"])
    private static let turkish = MoodleLanguage(
        lastName: ["soyadı"], firstName: ["adı"], idNumber: ["id numarası"], email: ["e-posta adresi"],
        percentage: ["yüzde"], points: ["gerçek"], letter: ["harf"], feedback: ["geri bildirim"],
        courseTotal: ["kurs toplamı"], categoryTotals: [CategoryTotal(before: "toplam ")],
        downloaded: ["bu kursdan son olarak indirilenler"])
    private static let lithuanian = MoodleLanguage(
        lastName: ["pavardė"], firstName: ["vardas"], idNumber: ["id numeris"], email: ["el. pašto adresas"],
        percentage: ["procentai"], points: ["tikrasis"], letter: ["raidė"], feedback: ["atsiliepimas"],
        courseTotal: ["bendrasis kurso įvertinimas"], categoryTotals: [CategoryTotal(after: " bendroji suma")],
        downloaded: ["vėliausias atsiuntimas iš šio kurso"])
    private static let basque = MoodleLanguage(
        lastName: ["abizena(k)"], firstName: ["izena"], idNumber: ["id zenbakia"], email: ["helbide elektronikoa"],
        percentage: ["ehunekoa"], points: ["erreala"], letter: ["letra"], feedback: ["feedbacka"],
        courseTotal: ["ikastaroan guztira"], categoryTotals: [CategoryTotal(after: " guztira")],
        downloaded: ["azkenik jaitsi da ikastaro honetatik"])
    private static let japanese = MoodleLanguage(
        lastName: ["姓"], firstName: ["名"], idNumber: ["idナンバ", "idナンバー"], email: ["メールアドレス"],
        percentage: ["パーセンテージ"], points: ["実データ"], letter: ["文字"], feedback: ["フィードバック"],
        courseTotal: ["コース合計"], categoryTotals: [CategoryTotal(after: "合計")],
        downloaded: ["このコースからの最新ダウンロード日時"])
    private static let korean = MoodleLanguage(
        lastName: ["성"], firstName: ["이름"], idNumber: ["id 번호"], email: ["이메일 주소"], percentage: ["백분율"],
        points: ["실점수"], letter: ["문자"], feedback: ["피드백"], courseTotal: ["강좌 합계"],
        categoryTotals: [CategoryTotal(after: "합계")], downloaded: ["last downloaded from this course"])
    private static let chinese = MoodleLanguage(
        lastName: ["姓"], firstName: ["名"], idNumber: ["学号"], email: ["电子邮件地址"], percentage: ["百分比"],
        points: ["分数"], letter: ["分数段"], feedback: ["反馈"], courseTotal: ["课程总分"],
        categoryTotals: [CategoryTotal(after: "总分")], downloaded: ["最近从本课程下载的"])
}
