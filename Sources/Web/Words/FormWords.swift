import Vocabulary

// What the kit says about forms. Public, for the public fills in forms too.

extension Word {
    static let pleaseCorrect = Word(
        en: "Please correct this first", fr: "Veuillez d’abord corriger ceci", es: "Corrija primero esto", ar: "صحّح ما يلي أولًا",
        ru: "Сначала исправьте следующее", zh: "请先更正以下内容"
    )
    static let optional = Word(
        en: "(optional)", fr: "(facultatif)", es: "(opcional)", ar: "(اختياري)", ru: "(необязательно)", zh: "（选填）"
    )
    static let chooseOne = Word(en: "Choose", fr: "Choisir", es: "Elija", ar: "اختر", ru: "Выберите", zh: "请选择")
    static let day = Word(en: "Day", fr: "Jour", es: "Día", ar: "اليوم", ru: "День", zh: "日")
    static let month = Word(en: "Month", fr: "Mois", es: "Mes", ar: "الشهر", ru: "Месяц", zh: "月")
    static let year = Word(en: "Year", fr: "Année", es: "Año", ar: "السنة", ru: "Год", zh: "年")

    static let answerNeeded = Word(
        en: "Give an answer here.", fr: "Donnez une réponse ici.", es: "Dé una respuesta aquí.", ar: "أدخل إجابة هنا.",
        ru: "Дайте здесь ответ.", zh: "请在此作答。"
    )
    static let plainTextNeeded = Word(
        en: "Write plain text without control characters.", fr: "Écrivez du texte simple, sans caractères de contrôle.",
        es: "Escriba texto sencillo, sin caracteres de control.", ar: "اكتب نصًا عاديًا دون رموز تحكم.",
        ru: "Введите обычный текст без управляющих символов.", zh: "请输入不含控制字符的纯文本。"
    )
    static let emailNeeded = Word(
        en: "Write a whole e-mail address, such as name@example.org.", fr: "Écrivez une adresse complète, par exemple nom@example.org.",
        es: "Escriba una dirección completa, como nombre@example.org.", ar: "اكتب عنوان بريد إلكتروني كاملًا، مثل name@example.org.",
        ru: "Введите адрес полностью, например name@example.org.", zh: "请填写完整的电子邮件地址，例如name@example.org。"
    )
    static let choiceNeeded = Word(
        en: "Choose one of the answers offered.", fr: "Choisissez l’une des réponses proposées.",
        es: "Elija una de las respuestas ofrecidas.", ar: "اختر إحدى الإجابات المعروضة.", ru: "Выберите один из предложенных ответов.",
        zh: "请从所列答案中选择。"
    )
    static let dayToCome = Word(
        en: "This day has not come yet. Write the day on which it happened, today at the latest.",
        fr: "Ce jour n’est pas encore arrivé. Écrivez le jour où cela s’est produit, aujourd’hui au plus tard.",
        es: "Este día aún no ha llegado. Escriba el día en que ocurrió, hoy a más tardar.",
        ar: "لم يأتِ هذا اليوم بعد. اكتب اليوم الذي وقع فيه الأمر، واليوم على أبعد تقدير.",
        ru: "Этот день ещё не наступил. Укажите, когда это произошло: не позднее сегодняшнего дня.",
        zh: "这一天还没有到。请填写事情发生的日期，最晚为今天。"
    )
    static let dayGone = Word(
        en: "This day is over. Write today or a day to come.", fr: "Ce jour est passé. Écrivez aujourd’hui ou un jour à venir.",
        es: "Este día ya pasó. Escriba hoy o un día por venir.", ar: "لقد مضى هذا اليوم. اكتب اليوم أو يومًا قادمًا.",
        ru: "Этот день уже прошёл. Укажите сегодняшний или будущий день.", zh: "这一天已经过去。请填写今天或以后的日期。"
    )
    static func yearTooEarly(from year: Int) -> Word {
        Word(
            en: "This is longer ago than anybody lives. Write a year from \(year) on.",
            fr: "C’est plus ancien qu’une vie humaine. Écrivez une année à partir de \(year).",
            es: "Hace más tiempo de lo que nadie vive. Escriba un año a partir de \(year).",
            ar: "هذا أقدم من عمر أي إنسان. اكتب سنة ابتداءً من \(year).",
            ru: "Столько не живёт никто. Укажите год не раньше \(year).", zh: "这早于任何人的寿命。请填写\(year)年或以后的年份。"
        )
    }
    static func yearTooLate(to year: Int) -> Word {
        Word(
            en: "This is farther ahead than anybody lives. Write a year up to \(year).",
            fr: "C’est plus lointain qu’une vie humaine. Écrivez une année jusqu’à \(year).",
            es: "Queda más lejos de lo que nadie vive. Escriba un año hasta \(year).",
            ar: "هذا أبعد من عمر أي إنسان. اكتب سنة لا تتجاوز \(year).",
            ru: "Столько не живёт никто. Укажите год не позже \(year).", zh: "这晚于任何人的寿命。请填写\(year)年或以前的年份。"
        )
    }
    static let dateNeeded = Word(
        en: "Write a date of the calendar, such as 14 3 2019.", fr: "Écrivez une date du calendrier, par exemple 14 3 2019.",
        es: "Escriba una fecha del calendario, como 14 3 2019.", ar: "اكتب تاريخًا صحيحًا، مثل 14 3 2019.",
        ru: "Введите календарную дату, например 14 3 2019.", zh: "请填写日历上的日期，例如14 3 2019。"
    )
    static let wholeDateNeeded = Word(
        en: "Write day, month and year.", fr: "Écrivez le jour, le mois et l’année.", es: "Escriba el día, el mes y el año.",
        ar: "اكتب اليوم والشهر والسنة.", ru: "Укажите день, месяц и год.", zh: "请填写年、月、日。"
    )
    static let yearInFourDigits = Word(
        en: "Write the year with four digits.", fr: "Écrivez l’année en quatre chiffres.", es: "Escriba el año con cuatro cifras.",
        ar: "اكتب السنة بأربعة أرقام.", ru: "Укажите год четырьмя цифрами.", zh: "请用四位数字填写年份。"
    )

    static func atMost(characters: Int) -> Word {
        Word(
            en: "Write at most \(characters) characters.", fr: "Écrivez au plus \(characters) caractères.",
            es: "Escriba como máximo \(characters) caracteres.", ar: "الحد الأقصى لعدد الأحرف: \(characters).",
            ru: "Наибольшее число знаков: \(characters).", zh: "最多\(characters)个字符。"
        )
    }
    static func atLeast(characters: Int) -> Word {
        Word(
            en: "Write at least \(characters) characters.", fr: "Écrivez au moins \(characters) caractères.",
            es: "Escriba al menos \(characters) caracteres.", ar: "الحد الأدنى لعدد الأحرف: \(characters).",
            ru: "Наименьшее число знаков: \(characters).", zh: "至少\(characters)个字符。"
        )
    }
    static func numberNeeded(from low: Int, to high: Int) -> Word {
        Word(
            en: "Write a whole number from \(low) to \(high).", fr: "Écrivez un nombre entier de \(low) à \(high).",
            es: "Escriba un número entero de \(low) a \(high).", ar: "اكتب عددًا صحيحًا من \(low) إلى \(high).",
            ru: "Введите целое число от \(low) до \(high).", zh: "请填写\(low)至\(high)之间的整数。"
        )
    }
    static func fileAtMost(megabytes: Int) -> Word {
        Word(
            en: "Choose a file of at most \(megabytes) MB.", fr: "Choisissez un fichier de \(megabytes) Mo au plus.",
            es: "Elija un archivo de \(megabytes) MB como máximo.", ar: "اختر ملفًا لا يتجاوز \(megabytes) ميغابايت.",
            ru: "Выберите файл не более \(megabytes) МБ.", zh: "请选择不超过\(megabytes) MB的文件。"
        )
    }
}
