package import Vocabulary

extension Word {
    static let reconciliationTitle = Word(
        en: "What should be looked up", fr: "À vérifier", es: "Lo que hay que comprobar", ar: "ما ينبغي التحقق منه",
        ru: "Что нужно проверить",
        zh: "有待核实的内容"
    )
    static let reconciliationLead = Word(
        en: "Rows of the register that a look at the depositary’s list would make certain.",
        fr: "Lignes du registre qu’une consultation de la liste du dépositaire rendrait certaines.",
        es: "Filas del registro que una consulta de la lista del depositario haría seguras.",
        ar: "صفوف في السجل تصبح مؤكدة بالرجوع إلى قائمة الوديع.",
        ru: "Строки реестра, которые станут достоверными после сверки со списком депозитария.",
        zh: "查阅保存人名单即可确定的登记册条目。"
    )
    static let reasonHeading = Word(en: "Why", fr: "Pourquoi", es: "Por qué", ar: "السبب", ru: "Почему", zh: "原因")
    static let reasonsTable = Word(
        en: "Rows by reason", fr: "Lignes par raison", es: "Filas por motivo", ar: "الصفوف بحسب السبب", ru: "Строки по причинам",
        zh: "按原因统计"
    )
}

extension Reconciliation.Reason {
    /// Why a row is on the list, in words.
    package var words: Word {
        switch self {
        case .conflict:
            Word(
                en: "Sources disagree", fr: "Les sources se contredisent", es: "Las fuentes no coinciden", ar: "المصادر متضاربة",
                ru: "Источники расходятся", zh: "来源不一致"
            )
        case .unverified:
            Word(en: "Not verified", fr: "Non vérifié", es: "Sin verificar", ar: "غير متحقق منه", ru: "Не проверено", zh: "未核实")
        case .noDate:
            Word(
                en: "Party, but since when is not known", fr: "Partie, mais depuis une date inconnue",
                es: "Parte, pero se desconoce desde cuándo",
                ar: "طرف، ولا يُعرف منذ متى", ru: "Участник, но с какого времени — неизвестно", zh: "是缔约方，但不知自何时起"
            )
        case .impreciseDate:
            Word(
                en: "The day is not known", fr: "Le jour n’est pas connu", es: "Se desconoce el día", ar: "اليوم غير معروف",
                ru: "День неизвестен",
                zh: "具体日期不详"
            )
        case .actionUnclear:
            Word(
                en: "Ratification or accession not told apart", fr: "Ratification ou adhésion non distinguées",
                es: "Sin distinguir ratificación de adhesión", ar: "دون تمييز بين التصديق والانضمام",
                ru: "Ратификация или присоединение — не указано",
                zh: "未区分批准或加入"
            )
        case .derivedDate:
            Word(
                en: "The day was worked out from another date", fr: "Le jour a été calculé d’après une autre date",
                es: "El día se calculó a partir de otra fecha", ar: "حُسب اليوم من تاريخ آخر", ru: "День вычислен по другой дате",
                zh: "日期由另一日期推算"
            )
        case .orderOfDates:
            Word(
                en: "The act is dated before the signature", fr: "L’acte est daté d’avant la signature",
                es: "El acto es anterior a la firma",
                ar: "تاريخ الإجراء سابق للتوقيع", ru: "Действие датировано раньше подписания", zh: "行为日期早于签署日期"
            )
        }
    }
}
