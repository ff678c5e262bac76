package import Basics
package import Vocabulary

extension Word {
    /// The words that stand in a cell which has no number. Zero is a number and never one of these.
    package static func absence(_ why: Absence) -> Word {
        switch why {
        case .nothing:
            Word(
                en: "nothing published", fr: "rien de publié", es: "nada publicado", ar: "لم يُنشر شيء",
                ru: "не опубликовано", zh: "未公布")
        case .notCollected:
            Word(
                en: "not collected", fr: "non collecté", es: "no se recopila", ar: "لا يُجمع", ru: "не собирается",
                zh: "未收集")
        case .notApplicable:
            Word(
                en: "not applicable", fr: "sans objet", es: "no procede", ar: "لا ينطبق", ru: "неприменимо", zh: "不适用")
        case .withheld:
            Word(en: "withheld", fr: "non divulgué", es: "reservado", ar: "محجوب", ru: "не разглашается", zh: "保密")
        }
    }

    static func meaning(of why: Absence) -> Word {
        switch why {
        case .nothing:
            Word(
                en: "“Nothing published”: the source gives no figure here. This is not zero.",
                fr: "« Rien de publié » : la source ne donne aucun chiffre ici. Ce n’est pas zéro.",
                es: "«Nada publicado»: la fuente no da ninguna cifra aquí. No significa cero.",
                ar: "«لم يُنشر شيء»: لا يذكر المصدر رقمًا هنا. وهذا لا يعني صفرًا.",
                ru: "«Не опубликовано»: источник не приводит здесь числа. Это не ноль.",
                zh: "“未公布”：资料来源在此处没有给出数字。这不等于零。")
        case .notCollected:
            Word(
                en: "“Not collected”: the question was not asked, or nobody counts this.",
                fr: "« Non collecté » : la question n’a pas été posée, ou personne ne compte cela.",
                es: "«No se recopila»: no se hizo la pregunta o nadie lleva esta cuenta.",
                ar: "«لا يُجمع»: لم يُطرح السؤال، أو لا أحد يُحصي ذلك.",
                ru: "«Не собирается»: вопрос не задавали или этого никто не считает.",
                zh: "“未收集”：没有提出这个问题，或无人统计这一项。")
        case .notApplicable:
            Word(
                en: "“Not applicable”: the question has no meaning here.",
                fr: "« Sans objet » : la question n’a pas de sens ici.",
                es: "«No procede»: la pregunta no tiene sentido aquí.",
                ar: "«لا ينطبق»: لا معنى للسؤال هنا.",
                ru: "«Неприменимо»: здесь этот вопрос не имеет смысла.",
                zh: "“不适用”：这个问题在此处没有意义。")
        case .withheld:
            Word(
                en: "“Withheld”: the figure is known and kept back to protect people.",
                fr: "« Non divulgué » : le chiffre est connu mais n’est pas publié, pour protéger des personnes.",
                es: "«Reservado»: la cifra se conoce, pero no se publica para proteger a las personas.",
                ar: "«محجوب»: الرقم معروف لكنه لا يُنشر حمايةً للأشخاص.",
                ru: "«Не разглашается»: число известно, но не публикуется, чтобы защитить людей.",
                zh: "“保密”：数字已知，但为保护当事人而不公布。")
        }
    }

    static let meaningOfFewerThanFive = Word(
        en: "“<5” means 0 to 4: the source writes every small number this way and prints no zero.",
        fr: "« <5 » signifie de 0 à 4 : la source écrit ainsi tous les petits nombres et n’imprime aucun zéro.",
        es: "«<5» significa de 0 a 4: la fuente escribe así todos los números pequeños y no imprime ningún cero.",
        ar: "«\u{2066}<5\u{2069}» تعني من 0 إلى 4: يكتب المصدر كل الأعداد الصغيرة هكذا ولا يطبع صفرًا.",
        ru: "«<5» означает от 0 до 4: так источник записывает все малые числа и не печатает нулей.",
        zh: "“<5”表示0至4：资料来源将所有小数目都这样书写，不印零。")

    static let meaningOfRange = Word(
        en: "Two numbers with a dash between them are the lowest and the highest value that the figure can have.",
        fr: "Deux nombres séparés par un tiret sont la plus petite et la plus grande valeur possibles.",
        es: "Dos números separados por un guion son el valor más bajo y el más alto posibles.",
        ar: "العددان اللذان تفصل بينهما شرطة هما أدنى قيمة وأعلى قيمة ممكنتان.",
        ru: "Два числа через тире — наименьшее и наибольшее возможное значение.",
        zh: "以短横连接的两个数字是可能的最小值和最大值。")

    static let lowest = Word(en: "lowest", fr: "minimum", es: "mínimo", ar: "الأدنى", ru: "минимум", zh: "最小值")
    static let highest = Word(en: "highest", fr: "maximum", es: "máximo", ar: "الأعلى", ru: "максимум", zh: "最大值")
    static let remark = Word(en: "Remark", fr: "Remarque", es: "Observación", ar: "ملاحظة", ru: "Примечание", zh: "备注")
    static let remarks = Word(en: "Remarks", fr: "Remarques", es: "Observaciones", ar: "ملاحظات", ru: "Примечания", zh: "备注")
    static let source = Word(en: "Source", fr: "Source", es: "Fuente", ar: "المصدر", ru: "Источник", zh: "来源")
    static let sourceDate = Word(
        en: "Date of the source", fr: "Date de la source", es: "Fecha de la fuente", ar: "تاريخ المصدر",
        ru: "Дата источника", zh: "来源日期")
    static let notice = Word(en: "Licence", fr: "Licence", es: "Licencia", ar: "الترخيص", ru: "Лицензия", zh: "许可")
    static let address = Word(en: "Address", fr: "Adresse", es: "Dirección", ar: "العنوان", ru: "Адрес", zh: "网址")
    static let howToRead = Word(
        en: "How to read this table", fr: "Comment lire ce tableau", es: "Cómo leer esta tabla", ar: "كيف يُقرأ هذا الجدول",
        ru: "Как читать эту таблицу", zh: "如何阅读本表")
    static let table = Word(en: "Table", fr: "Tableau", es: "Tabla", ar: "الجدول", ru: "Таблица", zh: "表格")
    static let aboutSheet = Word(en: "About", fr: "À propos", es: "Acerca de", ar: "حول الجدول", ru: "О таблице", zh: "说明")
    static let title = Word(en: "Title", fr: "Titre", es: "Título", ar: "العنوان", ru: "Название", zh: "标题")
    static let download = Word(
        en: "Download this table", fr: "Télécharger ce tableau", es: "Descargar esta tabla", ar: "تنزيل هذا الجدول",
        ru: "Скачать эту таблицу", zh: "下载本表")
    static let showTable = Word(
        en: "The figures as a table", fr: "Les chiffres en tableau", es: "Las cifras en una tabla", ar: "الأرقام في جدول",
        ru: "Числа в таблице", zh: "以表格显示数字")
    static let noRows = Word(
        en: "The table has no rows: the source publishes nothing for this choice.",
        fr: "Le tableau est vide : la source ne publie rien pour ce choix.",
        es: "La tabla no tiene filas: la fuente no publica nada para esta selección.",
        ar: "لا صفوف في الجدول: لا ينشر المصدر شيئًا لهذا الاختيار.",
        ru: "В таблице нет строк: по этому выбору источник ничего не публикует.",
        zh: "本表没有行：资料来源没有公布与该选择相应的数据。")
    static let lowAndHighColumns = Word(
        en: "Each count has two further columns, its lowest and its highest possible value.",
        fr: "Chaque nombre a deux colonnes de plus : sa plus petite et sa plus grande valeur possibles.",
        es: "Cada número tiene dos columnas más: su valor mínimo y su valor máximo posibles.",
        ar: "لكل عدد عمودان إضافيان: أدنى قيمة ممكنة وأعلى قيمة ممكنة.",
        ru: "У каждого числа есть ещё два столбца: наименьшее и наибольшее возможное значение.",
        zh: "每个数字另有两列：可能的最小值和最大值。")
}
