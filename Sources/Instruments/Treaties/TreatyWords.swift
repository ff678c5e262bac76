package import Vocabulary

extension Participation.Action {
    /// The act in words.
    package var words: Word {
        switch self {
        case .ratification: Word(en: "Ratification", fr: "Ratification", es: "Ratificación", ar: "تصديق", ru: "Ратификация", zh: "批准")
        case .accession: Word(en: "Accession", fr: "Adhésion", es: "Adhesión", ar: "انضمام", ru: "Присоединение", zh: "加入")
        case .succession: Word(en: "Succession", fr: "Succession", es: "Sucesión", ar: "خلافة", ru: "Правопреемство", zh: "继承")
        case .acceptance: Word(en: "Acceptance", fr: "Acceptation", es: "Aceptación", ar: "قبول", ru: "Принятие", zh: "接受")
        case .approval: Word(en: "Approval", fr: "Approbation", es: "Aprobación", ar: "موافقة", ru: "Утверждение", zh: "核准")
        case .participation: Word(en: "Participation", fr: "Participation", es: "Participación", ar: "مشاركة", ru: "Участие", zh: "参加")
        case .definitiveSignature:
            Word(
                en: "Definitive signature", fr: "Signature définitive", es: "Firma definitiva", ar: "توقيع نهائي",
                ru: "Окончательное подписание",
                zh: "确定签署"
            )
        case .formalConfirmation:
            Word(
                en: "Formal confirmation", fr: "Confirmation formelle", es: "Confirmación formal", ar: "تأكيد رسمي",
                ru: "Официальное подтверждение", zh: "正式确认"
            )
        case .party:
            Word(
                en: "Party; ratification or accession not told apart", fr: "Partie ; ratification ou adhésion non distinguées",
                es: "Parte; sin distinguir ratificación de adhesión", ar: "طرف؛ دون تمييز بين التصديق والانضمام",
                ru: "Участник; ратификация или присоединение — не указано", zh: "缔约方；未区分批准或加入"
            )
        case .denunciation: Word(en: "Denunciation", fr: "Dénonciation", es: "Denuncia", ar: "انسحاب", ru: "Денонсация", zh: "退出")
        }
    }
}

extension Provenance.Confidence {
    /// How far to trust a row, in words.
    package var words: Word {
        switch self {
        case .a:
            Word(
                en: "A: from the depositary’s list", fr: "A : liste du dépositaire", es: "A: lista del depositario",
                ar: "A: من قائمة الوديع",
                ru: "A: из списка депозитария", zh: "A：保存人名单"
            )
        case .aMinus:
            Word(
                en: "A-: derived from such a list", fr: "A- : déduit d’une telle liste", es: "A-: deducido de tal lista",
                ar: "A-: مستنتج من قائمة كهذه", ru: "A-: выведено из такого списка", zh: "A-：由此类名单推得"
            )
        case .b:
            Word(
                en: "B: one secondary source", fr: "B : une source secondaire", es: "B: una fuente secundaria", ar: "B: مصدر ثانوي واحد",
                ru: "B: один вторичный источник", zh: "B：一个二手来源"
            )
        case .c:
            Word(
                en: "C: not verified", fr: "C : non vérifié", es: "C: sin verificar", ar: "C: غير متحقق منه", ru: "C: не проверено",
                zh: "C：未核实"
            )
        }
    }
}

extension Provenance.Precision {
    /// How exactly a date is known, in words.
    package var words: Word {
        switch self {
        case .day: Word(en: "day", fr: "jour", es: "día", ar: "يوم", ru: "день", zh: "日")
        case .derivedDay:
            Word(
                en: "day, worked out from another date", fr: "jour, calculé d’après une autre date",
                es: "día, calculado a partir de otra fecha",
                ar: "يوم محسوب من تاريخ آخر", ru: "день, вычислен по другой дате", zh: "日，由另一日期推算"
            )
        case .month: Word(en: "month", fr: "mois", es: "mes", ar: "شهر", ru: "месяц", zh: "月")
        case .year: Word(en: "year", fr: "année", es: "año", ar: "سنة", ru: "год", zh: "年")
        case .window:
            Word(
                en: "between two dates", fr: "entre deux dates", es: "entre dos fechas", ar: "بين تاريخين", ru: "между двумя датами",
                zh: "两个日期之间")
        case .unknown:
            Word(
                en: "date not known", fr: "date inconnue", es: "fecha desconocida", ar: "التاريخ غير معروف", ru: "дата неизвестна",
                zh: "日期不详")
        case .none: Word(en: "no act", fr: "pas d’acte", es: "ningún acto", ar: "لا إجراء", ru: "нет действия", zh: "无行为")
        }
    }
}
