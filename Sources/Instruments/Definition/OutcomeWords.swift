package import Vocabulary

extension Classification.Outcome {
    /// The outcome in one sentence.
    package var words: Word {
        switch self {
        case .trafficking:
            Word(
                en: "These facts are trafficking in persons.", fr: "Ces faits constituent une traite des personnes.",
                es: "Estos hechos constituyen trata de personas.", ar: "تشكّل هذه الوقائع اتجارًا بالأشخاص.",
                ru: "Эти факты составляют торговлю людьми.", zh: "这些事实构成人口贩运。"
            )
        case .traffickingInChild:
            Word(
                en: "These facts are trafficking in a child. No means is needed.",
                fr: "Ces faits constituent une traite d’enfant. Aucun moyen n’est exigé.",
                es: "Estos hechos constituyen trata de un niño. No se exige ningún medio.",
                ar: "تشكّل هذه الوقائع اتجارًا بطفل. ولا يُشترط توافر أي وسيلة.",
                ru: "Эти факты составляют торговлю ребёнком. Доказывать средство не требуется.",
                zh: "这些事实构成贩运儿童，无须证明使用了任何手段。"
            )
        case .elementMissing:
            Word(
                en: "These facts do not yet show trafficking: an element of the definition is missing.",
                fr: "Ces faits ne montrent pas encore une traite : il manque un élément de la définition.",
                es: "Estos hechos aún no muestran trata: falta un elemento de la definición.",
                ar: "لا تُظهر هذه الوقائع بعدُ اتجارًا بالأشخاص: ينقص عنصر من عناصر التعريف.",
                ru: "Эти факты пока не показывают торговли людьми: не хватает элемента определения.",
                zh: "这些事实尚不足以表明人口贩运：缺少定义中的一项要素。"
            )
        case .signsOfSmuggling:
            Word(
                en: "These facts show no trafficking, but signs of migrant smuggling.",
                fr: "Ces faits ne montrent pas de traite, mais des signes de trafic illicite de migrants.",
                es: "Estos hechos no muestran trata, sino indicios de tráfico ilícito de migrantes.",
                ar: "لا تُظهر هذه الوقائع اتجارًا بالأشخاص، بل علامات على تهريب المهاجرين.",
                ru: "Эти факты показывают не торговлю людьми, а признаки незаконного ввоза мигрантов.",
                zh: "这些事实未显示人口贩运，但显示偷运移民的迹象。"
            )
        case .labourViolation:
            Word(
                en: "These facts show no trafficking, but a breach of labour law.",
                fr: "Ces faits ne montrent pas de traite, mais une infraction au droit du travail.",
                es: "Estos hechos no muestran trata, sino una infracción de la legislación laboral.",
                ar: "لا تُظهر هذه الوقائع اتجارًا بالأشخاص، بل مخالفة لقانون العمل.",
                ru: "Эти факты показывают не торговлю людьми, а нарушение трудового права.",
                zh: "这些事实未显示人口贩运，但显示违反劳动法的情形。"
            )
        }
    }
}
