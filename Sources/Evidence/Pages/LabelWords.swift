import Vocabulary

// How labels were read, in words.

extension LabelGroup {
    /// What the label says, when it is no country.
    var word: Word {
        switch self {
        case .ownNationals:
            Word(
                en: "Citizens of the reporting State", fr: "Ressortissants de l’État déclarant", es: "Nacionales del Estado informante",
                ar: "مواطنو الدولة المبلِّغة", ru: "Граждане представившего данные государства", zh: "报告国本国公民"
            )
        case .foreigners: .foreignWithoutCountry
        case .abroad: Word(en: "Abroad", fr: "À l’étranger", es: "En el extranjero", ar: "في الخارج", ru: "За рубежом", zh: "国外")
        case .region:
            Word(
                en: "A region, or the rest of one", fr: "Une région, ou le reste d’une région", es: "Una región, o el resto de una",
                ar: "إقليم أو بقية إقليم", ru: "Регион или его остальная часть", zh: "某一区域或其余部分"
            )
        case .otherCountries:
            Word(
                en: "Other countries together", fr: "Autres pays ensemble", es: "Otros países en conjunto", ar: "بلدان أخرى مجتمعة",
                ru: "Прочие страны вместе", zh: "其他国家合计"
            )
        case .unknown: .citizenshipUnknown
        case .stateless: .statelessPersons
        case .total: .total
        case .dissolved:
            Word(
                en: "A State that is no more, with several successors", fr: "Un État disparu, à plusieurs successeurs",
                es: "Un Estado desaparecido, con varios sucesores", ar: "دولة لم تعد قائمة ولها عدة دول خلف",
                ru: "Прекратившее существование государство с несколькими преемниками", zh: "已不存在且有多个继承国的国家"
            )
        case .notListed:
            Word(
                en: "A place that is none of the 249 States and areas", fr: "Un lieu qui n’est aucun des 249 États et zones",
                es: "Un lugar que no es ninguno de los 249 Estados y zonas", ar: "مكان ليس من الدول والمناطق الـ249",
                ru: "Место, не входящее в число 249 государств и районов", zh: "不属于249个国家和地区的地方"
            )
        }
    }
}

extension Word {
    /// Why a label was read as it was, by the code of the reading.
    static func reading(_ code: String) -> Word { readings[code] ?? understood }

    private static let understood = Word(
        en: "Understood; not one country", fr: "Compris ; pas un seul pays", es: "Se entiende; no es un solo país",
        ar: "مفهوم؛ ليس بلدًا واحدًا", ru: "Понятно; не одна страна", zh: "可理解；并非单一国家"
    )

    private static let readings: [String: Word] = [
        "exact": Word(
            en: "The name or a code of the country", fr: "Le nom ou un code du pays", es: "El nombre o un código del país",
            ar: "اسم البلد أو رمزه", ru: "Название или код страны", zh: "国名或代码"
        ),
        "alias": Word(
            en: "Another name of the country that is known", fr: "Un autre nom connu du pays", es: "Otro nombre conocido del país",
            ar: "اسم آخر معروف للبلد", ru: "Другое известное название страны", zh: "该国的其他已知名称"
        ),
        "likely": Word(
            en: "Nearest to this country’s name", fr: "Le plus proche du nom de ce pays", es: "Lo más cercano al nombre de este país",
            ar: "الأقرب إلى اسم هذا البلد", ru: "Ближе всего к названию этой страны", zh: "最接近该国名称"
        ),
        "blank": Word(
            en: "There is no label", fr: "Il n’y a pas de libellé", es: "No hay etiqueta", ar: "لا توجد تسمية", ru: "Подписи нет",
            zh: "没有标签"
        ),
        "holds_number": Word(
            en: "It holds a number where the country should stand", fr: "Il contient un nombre à la place du pays",
            es: "Contiene un número en lugar del país", ar: "يحوي رقمًا في موضع البلد", ru: "Вместо страны стоит число", zh: "应填国家处是数字"
        ),
        "form_prompt": Word(
            en: "A form’s own prompt stands in its place", fr: "Une consigne du formulaire figure à sa place",
            es: "En su lugar está la indicación del formulario", ar: "عبارة الاستمارة نفسها في موضعه",
            ru: "На его месте подсказка формы", zh: "此处是表格自身的提示语"
        ),
        "ambiguous": Word(
            en: "It may be any of several countries", fr: "Il peut désigner plusieurs pays", es: "Puede ser cualquiera de varios países",
            ar: "قد يعني أيًا من عدة بلدان", ru: "Может означать одну из нескольких стран", zh: "可能指多个国家之一"
        ),
        "unclear": Word(
            en: "It names no State, nor says that there is none", fr: "Il ne désigne aucun État et ne dit pas qu’il n’y en a pas",
            es: "No nombra ningún Estado ni dice que no lo haya", ar: "لا يسمّي دولة ولا يقول إنه لا توجد",
            ru: "Не называет государства и не говорит, что его нет", zh: "既未写明国家，也未说明没有国家"
        ),
        "unrecognised": Word(
            en: "No country has this name or one near it", fr: "Aucun pays ne porte ce nom ni un nom proche",
            es: "Ningún país tiene este nombre ni uno parecido", ar: "لا بلد يحمل هذا الاسم أو ما يشبهه",
            ru: "Нет страны с таким или похожим названием", zh: "没有国家使用此名称或相近名称"
        ),
    ]

    static let repatriatedTo = Word(
        en: "Country of return", fr: "Pays de retour", es: "País de retorno", ar: "بلد العودة", ru: "Страна возвращения", zh: "返回国"
    )
}
