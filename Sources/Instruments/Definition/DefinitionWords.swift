package import Vocabulary

extension Finding.Question {
    /// What the step asks, as a heading.
    package var words: Word {
        switch self {
        case .age: Word(en: "Age", fr: "Âge", es: "Edad", ar: "العمر", ru: "Возраст", zh: "年龄")
        case .act: Classification.Element.act.words
        case .purpose: Classification.Element.purpose.words
        case .means: Classification.Element.means.words
        case .consent: Word(en: "Consent", fr: "Consentement", es: "Consentimiento", ar: "الموافقة", ru: "Согласие", zh: "同意")
        case .border: Word(en: "Border", fr: "Frontière", es: "Frontera", ar: "الحدود", ru: "Граница", zh: "边境")
        case .group:
            Word(
                en: "Organised group", fr: "Groupe organisé", es: "Grupo organizado", ar: "جماعة منظمة", ru: "Организованная группа",
                zh: "有组织集团"
            )
        case .smuggling:
            Word(
                en: "Smuggling", fr: "Trafic illicite de migrants", es: "Tráfico ilícito de migrantes", ar: "تهريب المهاجرين",
                ru: "Незаконный ввоз мигрантов", zh: "偷运移民"
            )
        case .labour:
            Word(en: "Labour law", fr: "Droit du travail", es: "Derecho laboral", ar: "قانون العمل", ru: "Трудовое право", zh: "劳动法")
        case .result: Word(en: "Result", fr: "Résultat", es: "Resultado", ar: "النتيجة", ru: "Итог", zh: "结论")
        }
    }
}

extension Classification.Element {
    package var words: Word {
        switch self {
        case .act: Word(en: "Act", fr: "Acte", es: "Acto", ar: "الفعل", ru: "Деяние", zh: "行为")
        case .means: Word(en: "Means", fr: "Moyen", es: "Medio", ar: "الوسيلة", ru: "Средство", zh: "手段")
        case .purpose: Word(en: "Purpose", fr: "But", es: "Fin", ar: "الغرض", ru: "Цель", zh: "目的")
        }
    }
}

extension LabourBreach {
    package var words: Word {
        switch self {
        case .wagesWithheld:
            Word(
                en: "Wages withheld", fr: "Salaires retenus", es: "Salarios retenidos", ar: "حجز الأجور", ru: "Удержание зарплаты",
                zh: "扣发工资"
            )
        case .belowMinimumWage:
            Word(
                en: "Paid below the minimum wage", fr: "Payé moins que le salaire minimum", es: "Pago por debajo del salario mínimo",
                ar: "أجر دون الحد الأدنى", ru: "Оплата ниже минимальной", zh: "工资低于最低标准"
            )
        case .excessiveHours:
            Word(
                en: "Excessive hours", fr: "Horaires excessifs", es: "Jornadas excesivas", ar: "ساعات عمل مفرطة",
                ru: "Чрезмерная продолжительность работы",
                zh: "工时过长"
            )
        case .unsafeConditions:
            Word(
                en: "Unsafe conditions", fr: "Conditions dangereuses", es: "Condiciones peligrosas", ar: "ظروف غير آمنة",
                ru: "Опасные условия",
                zh: "工作条件不安全"
            )
        case .noContract:
            Word(en: "No contract", fr: "Pas de contrat", es: "Sin contrato", ar: "بلا عقد", ru: "Без договора", zh: "没有合同")
        case .recruitmentFees:
            Word(
                en: "Recruitment fees charged", fr: "Frais de recrutement exigés", es: "Cobro de tasas de contratación",
                ar: "تقاضي رسوم توظيف",
                ru: "Взимание платы за трудоустройство", zh: "收取招聘费"
            )
        }
    }
}

extension SmugglingSign {
    package var words: Word {
        switch self {
        case .paidForCrossing:
            Word(
                en: "Somebody was paid for bringing the person across a border",
                fr: "Quelqu’un a été payé pour faire passer une frontière à la personne",
                es: "Se pagó a alguien para que la persona cruzara una frontera", ar: "دُفع مال لأحدهم كي يعبر بالشخص الحدود",
                ru: "Кому-то заплатили за переправку через границу", zh: "有人收钱将当事人带过边境"
            )
        case .endedWithCrossing:
            Word(
                en: "The relation ended once the border was crossed", fr: "La relation a pris fin une fois la frontière passée",
                es: "La relación acabó una vez cruzada la frontera", ar: "انتهت الصلة بعد عبور الحدود",
                ru: "После пересечения границы связь прекратилась", zh: "越过边境后双方关系即告结束"
            )
        }
    }
}
