package import Vocabulary

extension Word {
    static let commitmentsTitle = Word(
        en: "Commitments", fr: "Engagements", es: "Compromisos", ar: "الالتزامات", ru: "Обязательства", zh: "承诺"
    )
    static let commitmentsLead = Word(
        en: "What States and others have undertaken, or were asked, to do: each with an address that plans and reports can cite.",
        fr:
            "Ce que les États et d’autres se sont engagés à faire, ou ont été appelés à faire : chacun avec une adresse que plans et rapports peuvent citer.",
        es:
            "Lo que los Estados y otros se han comprometido a hacer, o se les ha pedido: cada uno con una dirección que los planes e informes pueden citar.",
        ar: "ما تعهّدت به الدول وغيرها أو ما طُلب منها: ولكل منها عنوان يمكن أن تستشهد به الخطط والتقارير.",
        ru:
            "Что обязались или призваны сделать государства и другие: у каждого пункта есть адрес, на который могут ссылаться планы и отчёты.",
        zh: "各国和其他各方承诺或被要求做的事：每一项都有可供计划和报告引用的地址。"
    )
    static let ownWordsNote = Word(
        en: "Headings and statements are in our own words and in English only. They do not replace the text of the source.",
        fr:
            "Les titres et énoncés sont rédigés dans nos propres termes et en anglais seulement. Ils ne remplacent pas le texte de la source.",
        es: "Los títulos y enunciados están en nuestras propias palabras y solo en inglés. No sustituyen al texto de la fuente.",
        ar: "العناوين والبيانات بصياغتنا وبالإنجليزية فقط. وهي لا تحل محل نص المصدر.",
        ru: "Заголовки и формулировки — наши собственные и только на английском языке. Они не заменяют текст источника.",
        zh: "标题和陈述由我们自行撰写，仅有英文。它们不能取代来源文本。"
    )
    static let lookFor = Word(en: "Look for", fr: "Rechercher", es: "Buscar", ar: "بحث عن", ru: "Искать", zh: "查找")
    static let lookForWhy = Word(
        en: "English words, or an id such as P7 or TIP-9.5", fr: "Des mots anglais, ou un code tel que P7 ou TIP-9.5",
        es: "Palabras en inglés o un código como P7 o TIP-9.5", ar: "كلمات إنجليزية أو رمز مثل P7 أو TIP-9.5",
        ru: "Английские слова или код, например P7 или TIP-9.5", zh: "英文单词，或 P7、TIP-9.5 之类的编号"
    )
    static let commitmentSource = Word(en: "Document", fr: "Document", es: "Documento", ar: "الوثيقة", ru: "Документ", zh: "文件")
    static let pillarHeading = Word(en: "Pillar", fr: "Pilier", es: "Pilar", ar: "الركيزة", ru: "Направление", zh: "支柱")
    static let addressedTo = Word(en: "Addressed to", fr: "Adressé à", es: "Dirigido a", ar: "موجَّه إلى", ru: "Кому адресовано", zh: "对象")
    static let commitmentID = Word(en: "Id", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "编号")
    static let headingOfCommitment = Word(en: "Heading", fr: "Titre", es: "Título", ar: "العنوان", ru: "Заголовок", zh: "标题")
    static let statementOfCommitment = Word(en: "Statement", fr: "Énoncé", es: "Enunciado", ar: "البيان", ru: "Формулировка", zh: "陈述")
    static let referenceOfCommitment = Word(en: "Reference", fr: "Référence", es: "Referencia", ar: "المرجع", ru: "Ссылка", zh: "出处")
    static let foundHeading = Word(en: "Found", fr: "Résultats", es: "Resultados", ar: "النتائج", ru: "Найдено", zh: "查找结果")
    static let nothingFound = Word(
        en: "No commitment matches. Use fewer words, or another document or pillar.",
        fr: "Aucun engagement ne correspond. Utilisez moins de mots, ou un autre document ou pilier.",
        es: "Ningún compromiso coincide. Use menos palabras u otro documento o pilar.",
        ar: "لا التزام مطابق. استخدم كلمات أقل أو وثيقة أخرى أو ركيزة أخرى.",
        ru: "Ничего не найдено. Возьмите меньше слов, другой документ или направление.",
        zh: "没有符合的承诺。请减少词语，或选择其他文件或支柱。"
    )
    static let theNext = Word(en: "The next", fr: "Suivants", es: "Siguientes", ar: "التالية", ru: "Следующие", zh: "下一页")
    static let browseByDocument = Word(
        en: "By document", fr: "Par document", es: "Por documento", ar: "بحسب الوثيقة", ru: "По документам", zh: "按文件"
    )
    static let browseByPillar = Word(
        en: "By pillar", fr: "Par pilier", es: "Por pilar", ar: "بحسب الركيزة", ru: "По направлениям", zh: "按支柱")
    static let goesTogetherWith = Word(
        en: "Goes together with", fr: "Va de pair avec", es: "Va unido a", ar: "يرتبط بـ", ru: "Связано с", zh: "相关内容"
    )
    static let noLinks = Word(
        en: "No links yet.", fr: "Aucun lien pour l’instant.", es: "Aún no hay enlaces.", ar: "لا روابط بعد.", ru: "Связей пока нет.",
        zh: "暂无关联。"
    )
    static let addLink = Word(work: "Add a link", fr: "Ajouter un lien")
    static let linkTo = Word(work: "Id of the other commitment", fr: "Code de l’autre engagement")
    static let linkWhy = Word(work: "Why the two belong together", fr: "Pourquoi les deux vont ensemble")
    static let removeLink = Word(work: "Remove the link", fr: "Supprimer le lien")
}

extension Commitment.Source {
    /// The document in words.
    package var words: Word {
        switch self {
        case .protocolProvisions:
            Word(
                en: "The Trafficking Protocol", fr: "Le Protocole sur la traite", es: "El Protocolo contra la trata",
                ar: "بروتوكول الاتجار بالأشخاص",
                ru: "Протокол о торговле людьми", zh: "《贩运人口议定书》"
            )
        case .principles:
            Word(
                en: "The 17 Principles on human rights and trafficking", fr: "Les 17 principes sur les droits humains et la traite",
                es: "Los 17 principios sobre derechos humanos y trata", ar: "المبادئ السبعة عشر بشأن حقوق الإنسان والاتجار",
                ru: "17 принципов по правам человека и торговле людьми", zh: "关于人权与贩运的17项原则"
            )
        case .guidelines:
            Word(
                en: "The 11 Guidelines, measure by measure", fr: "Les 11 directives, mesure par mesure",
                es: "Las 11 directrices, medida por medida",
                ar: "المبادئ التوجيهية الأحد عشر، تدبيرًا تدبيرًا", ru: "11 руководящих положений, мера за мерой", zh: "11项准则的各项措施"
            )
        case .viennaForum:
            Word(
                en: "The Vienna Forum report", fr: "Le rapport du Forum de Vienne", es: "El informe del Foro de Viena",
                ar: "تقرير منتدى فيينا",
                ru: "Доклад Венского форума", zh: "维也纳论坛报告"
            )
        case .globalPlan:
            Word(
                en: "Goals and elements of the global plan", fr: "Buts et éléments du plan mondial",
                es: "Metas y elementos del plan mundial",
                ar: "أهداف الخطة العالمية وعناصرها", ru: "Цели и элементы глобального плана", zh: "全球计划的目标和要素"
            )
        }
    }
}

extension Commitment.Pillar {
    /// The pillar in words.
    package var words: Word {
        switch self {
        case .prevention: Word(en: "Prevention", fr: "Prévention", es: "Prevención", ar: "المنع", ru: "Предупреждение", zh: "预防")
        case .protection: Word(en: "Protection", fr: "Protection", es: "Protección", ar: "الحماية", ru: "Защита", zh: "保护")
        case .prosecution:
            Word(en: "Prosecution", fr: "Poursuites", es: "Enjuiciamiento", ar: "الملاحقة القضائية", ru: "Преследование", zh: "起诉")
        case .partnership: Word(en: "Partnership", fr: "Partenariat", es: "Alianzas", ar: "الشراكة", ru: "Партнёрство", zh: "伙伴关系")
        case .evidence:
            Word(en: "Evidence", fr: "Connaissances", es: "Datos y conocimiento", ar: "الأدلة والمعرفة", ru: "Данные и знания", zh: "证据")
        case .all:
            Word(en: "All pillars", fr: "Tous les piliers", es: "Todos los pilares", ar: "كل الركائز", ru: "Все направления", zh: "所有支柱")
        }
    }
}
