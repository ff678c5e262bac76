package import Access
package import Vocabulary

extension Organisation.Kind {
    /// What it is called; public, because the first administrator chooses one before there is any account.
    package var word: Word {
        switch self {
        case .ministry: Word(en: "Ministry", fr: "Ministère", es: "Ministerio", ar: "وزارة", ru: "Министерство", zh: "部委")
        case .police: Word(en: "Police", fr: "Police", es: "Policía", ar: "شرطة", ru: "Полиция", zh: "警察机关")
        case .border:
            Word(
                en: "Border or immigration authority", fr: "Autorité des frontières ou de l’immigration",
                es: "Autoridad de fronteras o migración", ar: "سلطة الحدود أو الهجرة", ru: "Пограничная или миграционная служба",
                zh: "边境或移民机关"
            )
        case .labourInspectorate:
            Word(
                en: "Labour inspectorate", fr: "Inspection du travail", es: "Inspección de trabajo", ar: "تفتيش العمل",
                ru: "Инспекция труда", zh: "劳动监察机关"
            )
        case .prosecutor: Word(en: "Prosecutor", fr: "Parquet", es: "Fiscalía", ar: "النيابة العامة", ru: "Прокуратура", zh: "检察机关")
        case .court: Word(en: "Court", fr: "Tribunal", es: "Tribunal", ar: "محكمة", ru: "Суд", zh: "法院")
        case .ngo:
            Word(
                en: "Non-governmental organisation", fr: "Organisation non gouvernementale", es: "Organización no gubernamental",
                ar: "منظمة غير حكومية", ru: "Неправительственная организация", zh: "非政府组织"
            )
        case .shelter: Word(en: "Shelter", fr: "Centre d’hébergement", es: "Centro de acogida", ar: "مأوى", ru: "Приют", zh: "庇护所")
        case .health:
            Word(
                en: "Health service", fr: "Service de santé", es: "Servicio de salud", ar: "خدمة صحية", ru: "Медицинское учреждение",
                zh: "医疗机构"
            )
        case .internationalOrganisation:
            Word(
                en: "International organisation", fr: "Organisation internationale", es: "Organización internacional", ar: "منظمة دولية",
                ru: "Международная организация", zh: "国际组织"
            )
        case .embassy:
            Word(
                en: "Embassy or consulate", fr: "Ambassade ou consulat", es: "Embajada o consulado", ar: "سفارة أو قنصلية",
                ru: "Посольство или консульство", zh: "使馆或领馆"
            )
        case .company: Word(en: "Company", fr: "Entreprise", es: "Empresa", ar: "شركة", ru: "Предприятие", zh: "企业")
        }
    }
}

extension Word {
    static let organisations = Word(work: "Organisations", fr: "Organisations")
    static let organisation = Word(work: "Organisation", fr: "Organisation")
    static let newOrganisation = Word(work: "Add an organisation", fr: "Ajouter une organisation")
    static let changeOrganisation = Word(work: "Change this organisation", fr: "Modifier cette organisation")
    static let organisationName = Word(work: "Name of the organisation", fr: "Nom de l’organisation")
    static let organisationCountry = Word(work: "Country or area", fr: "Pays ou zone")
    static let organisationCountryWhy = Word(
        work: "Where it works, if that is one country. An international organisation may leave this out.",
        fr: "Où elle travaille, s’il s’agit d’un seul pays. Une organisation internationale peut l’omettre."
    )
    static let findOrganisation = Word(work: "Find an organisation", fr: "Chercher une organisation")
    static let organisationsWillStandHere = Word(
        work: "Organisations that take part will stand here: ministries, police, shelters, NGOs and others.",
        fr: "Les organisations participantes apparaîtront ici : ministères, police, centres d’hébergement, ONG et autres."
    )
    static let people = Word(work: "People", fr: "Personnes")
    static let isClosed = Word(work: "Closed", fr: "Fermée")
    static let isOpen = Word(work: "Open", fr: "Ouverte")
    static let state = Word(work: "State", fr: "État")
    static let save = Word(work: "Save", fr: "Enregistrer")
    static let closeOrganisation = Word(work: "Close this organisation", fr: "Fermer cette organisation")
    static let closeOrganisationWhy = Word(
        work: "Nobody of it can sign in from that moment. Nothing is deleted, and it can be opened again.",
        fr: "Personne de cette organisation ne pourra plus se connecter dès cet instant. Rien n’est supprimé, et elle peut être rouverte."
    )
    static let reopenOrganisation = Word(work: "Open it again", fr: "La rouvrir")
    static let itsPeople = Word(work: "Its people", fr: "Ses membres")
}
