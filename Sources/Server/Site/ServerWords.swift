import Vocabulary

// The words of the pages that Server puts together.
extension Word {
    static let home = Word(en: "Home", fr: "Accueil", es: "Inicio", ar: "الرئيسية", ru: "Главная", zh: "首页")
    static let homeTitle = Word(
        en: "Acting together against trafficking in persons", fr: "Agir ensemble contre la traite des personnes",
        es: "Actuar juntos contra la trata de personas", ar: "العمل معًا ضد الاتجار بالأشخاص", ru: "Вместе против торговли людьми",
        zh: "共同打击人口贩运"
    )
    static let homeLead = Word(
        en:
            "Concord is the open platform that a country runs to act against trafficking in persons: one coordinated system for prevention, protection, prosecution and partnership, and the evidence to steer by.",
        fr:
            "Concord est la plateforme ouverte qu’un pays exploite pour agir contre la traite des personnes : un système coordonné pour la prévention, la protection, les poursuites et le partenariat, et les données pour se diriger.",
        es:
            "Concord es la plataforma abierta con la que un país actúa contra la trata de personas: un sistema coordinado de prevención, protección, enjuiciamiento y alianzas, y los datos para orientarse.",
        ar:
            "كونكورد هو المنصة المفتوحة التي يشغّلها بلد للعمل ضد الاتجار بالأشخاص: نظام منسَّق واحد للمنع والحماية والملاحقة القضائية والشراكة، مع الأدلة التي يُسترشد بها.",
        ru:
            "Concord — открытая платформа, с помощью которой страна борется с торговлей людьми: единая согласованная система предупреждения, защиты, преследования и партнёрства и данные, по которым можно сверять курс.",
        zh: "Concord是一国用于打击人口贩运的开放平台：集预防、保护、起诉和伙伴关系于一体的协调系统，并提供指引方向的证据。"
    )
    static func reportedFor(_ year: Int) -> Word {
        Word(
            en: "What States reported for \(year)", fr: "Ce que les États ont déclaré pour \(year)",
            es: "Lo que los Estados notificaron para \(year)",
            ar: "ما أبلغت به الدول عن \(year)", ru: "О чём сообщили государства за \(year) год", zh: "各国报告的\(year)年数据"
        )
    }
    static let homeNumbers = Word(
        en: "What States and areas have reported, year by year, with the gaps as visible as the figures.",
        fr: "Ce que les États et territoires ont déclaré, année par année, les lacunes étant aussi visibles que les chiffres.",
        es: "Lo que han notificado los Estados y territorios, año por año, con las lagunas tan visibles como las cifras.",
        ar: "ما أبلغت عنه الدول والمناطق، سنة بسنة، مع إظهار الفجوات مثل الأرقام.",
        ru: "О чём сообщили государства и территории, год за годом; пробелы видны так же, как цифры.",
        zh: "各国家和地区逐年报告的数据，空白与数字同样清楚。"
    )
    static let homeCountries = Word(
        en: "One page for each country or area: its figures, flows, treaties, and how reliable all this is.",
        fr: "Une page par pays ou territoire : ses chiffres, ses flux, ses traités, et la fiabilité de tout cela.",
        es: "Una página por país o territorio: sus cifras, flujos, tratados y la fiabilidad de todo ello.",
        ar: "صفحة لكل بلد أو منطقة: أرقامه وتدفقاته ومعاهداته ومدى موثوقية ذلك كله.",
        ru: "Страница каждой страны или территории: цифры, потоки, договоры и надёжность всего этого.",
        zh: "每个国家或地区一页：数据、流向、条约及其可靠程度。"
    )
    static let homeInstruments = Word(
        en: "Who is party to which treaty, who is missing, and since when.",
        fr: "Qui est partie à quel traité, qui manque, et depuis quand.",
        es: "Quién es parte en qué tratado, quién falta y desde cuándo.", ar: "مَن هو طرف في أي معاهدة، ومَن الغائب، ومنذ متى.",
        ru: "Кто участвует в каком договоре, кого нет и с каких пор.", zh: "谁是哪项条约的缔约方、谁尚未加入、始于何时。"
    )
    static let homeCommitments = Word(
        en: "What States have undertaken: each commitment with its exact reference, to link to.",
        fr: "Ce à quoi les États se sont engagés : chaque engagement avec sa référence exacte, à citer.",
        es: "A qué se han comprometido los Estados: cada compromiso con su referencia exacta, para enlazar.",
        ar: "ما تعهدت به الدول: كل التزام مع مرجعه الدقيق للإحالة إليه.",
        ru: "Что обязались делать государства: каждое обязательство с точной ссылкой.",
        zh: "各国的承诺：每项承诺均附确切出处，可供链接。"
    )
    static let homeDefinition = Word(
        en: "Is it trafficking? Enter the facts and see the answer, clause by clause. Nothing is stored.",
        fr: "Est-ce de la traite ? Entrez les faits et voyez la réponse, clause par clause. Rien n’est conservé.",
        es: "¿Es trata? Introduzca los hechos y vea la respuesta, cláusula por cláusula. No se guarda nada.",
        ar: "هل هو اتجار؟ أدخل الوقائع واطلع على الجواب بندًا بندًا. لا يُحفظ شيء.",
        ru: "Это торговля людьми? Введите факты и увидите ответ по каждому пункту. Ничего не сохраняется.",
        zh: "这是人口贩运吗？输入事实，逐条查看答案。不保存任何内容。"
    )
    static let apiTitle = Word(en: "API", fr: "API", es: "API", ar: "واجهة البرمجة", ru: "API", zh: "API")
    static let apiLead = Word(
        en:
            "Everything public here is also for programs: JSON under /api/v1, described by an OpenAPI 3.1 document. Every figure carries its source.",
        fr:
            "Tout ce qui est public ici l’est aussi pour les programmes : du JSON sous /api/v1, décrit par un document OpenAPI 3.1. Chaque chiffre porte sa source.",
        es:
            "Todo lo público aquí está también para programas: JSON en /api/v1, descrito por un documento OpenAPI 3.1. Cada cifra lleva su fuente.",
        ar: "كل ما هو عام هنا متاح للبرامج أيضًا: JSON تحت ‎/api/v1 موصوف بوثيقة OpenAPI 3.1. ويحمل كل رقم مصدره.",
        ru:
            "Всё публичное доступно и программам: JSON по адресу /api/v1, описанный документом OpenAPI 3.1. Каждая цифра указывает источник.",
        zh: "此处所有公开内容也可供程序使用：/api/v1下的JSON，由OpenAPI 3.1文档描述。每个数字都附来源。"
    )
    static let apiDocument = Word(
        en: "The OpenAPI document", fr: "Le document OpenAPI", es: "El documento OpenAPI", ar: "وثيقة OpenAPI", ru: "Документ OpenAPI",
        zh: "OpenAPI文档"
    )
    static let operations = Word(en: "Operations", fr: "Opérations", es: "Operaciones", ar: "العمليات", ru: "Операции", zh: "操作")
    static let operationAddress = Word(en: "Address", fr: "Adresse", es: "Dirección", ar: "العنوان", ru: "Адрес", zh: "网址")
    static let operationAnswer = Word(
        en: "What it answers", fr: "Ce qu’elle répond", es: "Qué responde", ar: "ما تجيب به", ru: "Что отвечает", zh: "返回内容")
    static let theCountry = Word(
        en: "Country or area", fr: "Pays ou territoire", es: "País o territorio", ar: "بلد أو منطقة", ru: "Страна или территория",
        zh: "国家或地区"
    )
    static func memberSince(_ year: Int) -> Word {
        Word(
            en: "Member of the United Nations since \(year)", fr: "Membre des Nations Unies depuis \(year)",
            es: "Miembro de las Naciones Unidas desde \(year)",
            ar: "عضو في الأمم المتحدة منذ \(year)", ru: "Член Организации Объединённых Наций с \(year) года", zh: "自\(year)年起为联合国会员国"
        )
    }
    static let observer = Word(
        en: "Observer at the United Nations", fr: "Observateur auprès des Nations Unies", es: "Observador en las Naciones Unidas",
        ar: "مراقب لدى الأمم المتحدة", ru: "Наблюдатель при Организации Объединённых Наций", zh: "联合国观察员"
    )
    static let notMember = Word(
        en: "Not a member of the United Nations", fr: "N’est pas membre des Nations Unies", es: "No es miembro de las Naciones Unidas",
        ar: "ليس عضوًا في الأمم المتحدة", ru: "Не является членом Организации Объединённых Наций", zh: "非联合国会员国"
    )
}

// The names of places in the menu.
extension Word {
    static let theNumbers = Word(en: "The numbers", fr: "Les chiffres", es: "Las cifras", ar: "الأرقام", ru: "Цифры", zh: "数据")
    static let countriesAndAreas = Word(
        en: "Countries and areas", fr: "Pays et territoires", es: "Países y territorios", ar: "البلدان والمناطق", ru: "Страны и территории",
        zh: "国家和地区"
    )
    static let theInstruments = Word(en: "Instruments", fr: "Instruments", es: "Instrumentos", ar: "الصكوك", ru: "Документы", zh: "文书")
    static let theCommitments = Word(
        en: "Commitments", fr: "Engagements", es: "Compromisos", ar: "الالتزامات", ru: "Обязательства", zh: "承诺")
    static let theDefinition = Word(
        en: "Is it trafficking?", fr: "Est-ce de la traite ?", es: "¿Es trata?", ar: "هل هو اتجار؟", ru: "Это торговля людьми?",
        zh: "这是人口贩运吗？"
    )
    static let treatyStatus = Word(
        en: "Treaty status", fr: "État des traités", es: "Situación de los tratados", ar: "حالة المعاهدات", ru: "Участие в договорах",
        zh: "条约状况"
    )
    static let work = Word(en: "Work", fr: "Travail", es: "Trabajo", ar: "العمل", ru: "Работа", zh: "工作")
}
