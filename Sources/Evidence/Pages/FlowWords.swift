import Vocabulary

// The words of the pages on flows, comparison and reporting.
extension Word {
    static let flows = Word(
        en: "Flows", fr: "Flux", es: "Flujos", ar: "التدفقات", ru: "Потоки", zh: "流向"
    )
    static let flowsLead = Word(
        en:
            "From the country of citizenship to the country where the victim was detected. Routes are not in the published data: a flow says who was detected where, not how they came there.",
        fr:
            "Du pays de citoyenneté au pays où la victime a été détectée. Les itinéraires ne figurent pas dans les données publiées : un flux dit qui a été détecté où, non par quel chemin.",
        es:
            "Del país de ciudadanía al país donde se detectó a la víctima. Los datos publicados no recogen las rutas: un flujo dice quién fue detectado dónde, no cómo llegó.",
        ar: "من بلد الجنسية إلى البلد الذي اكتُشفت فيه الضحية. لا تتضمن البيانات المنشورة المسارات: التدفق يبيّن مَن اكتُشف وأين، لا كيف وصل.",
        ru:
            "Из страны гражданства в страну, где жертва была выявлена. Маршрутов в опубликованных данных нет: поток показывает, кто и где выявлен, но не путь.",
        zh: "从国籍国到受害人被发现的国家。公布的数据不含路线：流向只说明何人在何处被发现，不说明如何到达。"
    )
    static func flowsTitle(_ years: ClosedRange<Int>) -> Word {
        let span = years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
        return Word(
            en: "Detected victims by citizenship and country of detection, \(span)",
            fr: "Victimes détectées par citoyenneté et pays de détection, \(span)",
            es: "Víctimas detectadas por ciudadanía y país de detección, \(span)",
            ar: "الضحايا المكتشَفون حسب الجنسية وبلد الاكتشاف، \(span)",
            ru: "Выявленные жертвы по гражданству и стране выявления, \(span)",
            zh: "\(span)年按国籍和发现国列出的受害人"
        )
    }
    static let citizenship = Word(en: "Citizenship", fr: "Citoyenneté", es: "Ciudadanía", ar: "الجنسية", ru: "Гражданство", zh: "国籍")
    static let countryOfDetection = Word(
        en: "Country of detection", fr: "Pays de détection", es: "País de detección", ar: "بلد الاكتشاف", ru: "Страна выявления", zh: "发现国"
    )
    static let fromYear = Word(en: "From year", fr: "De l’année", es: "Desde el año", ar: "من سنة", ru: "С года", zh: "起始年份")
    static let throughYear = Word(en: "Through year", fr: "À l’année", es: "Hasta el año", ar: "إلى سنة", ru: "По год", zh: "截止年份")
    static let anyCountry = Word(en: "Any", fr: "Tous", es: "Cualquiera", ar: "الكل", ru: "Любая", zh: "全部")
    static let apply = Word(en: "Show", fr: "Afficher", es: "Mostrar", ar: "عرض", ru: "Показать", zh: "显示")
    static let compare = Word(en: "Compare", fr: "Comparer", es: "Comparar", ar: "المقارنة", ru: "Сравнение", zh: "比较")
    static let compareLead = Word(
        en:
            "Up to six countries or regions side by side. Countries count, record and publish differently: a higher figure may mean more trafficking, or better detection.",
        fr:
            "Jusqu’à six pays ou régions côte à côte. Les pays comptent, enregistrent et publient différemment : un chiffre plus élevé peut signifier plus de traite ou une meilleure détection.",
        es:
            "Hasta seis países o regiones, uno junto a otro. Los países cuentan, registran y publican de modo distinto: una cifra mayor puede significar más trata o mejor detección.",
        ar: "حتى ستة بلدان أو مناطق جنبًا إلى جنب. تختلف البلدان في العدّ والتسجيل والنشر: قد يعني الرقم الأعلى اتجارًا أكثر أو اكتشافًا أفضل.",
        ru:
            "До шести стран или регионов рядом. Страны считают, регистрируют и публикуют по-разному: большее число может означать больше торговли людьми или лучшее выявление.",
        zh: "最多并列六个国家或区域。各国的统计、登记和公布方式不同：数字较高可能意味着贩运更多，也可能意味着发现得更好。"
    )
    static let indicator = Word(
        en: "What is counted", fr: "Ce qui est compté", es: "Qué se cuenta", ar: "ما يُحصى", ru: "Что считается", zh: "统计对象")
    static let chooseSome = Word(
        en: "Choose at least one country or region above.", fr: "Choisissez au moins un pays ou une région ci-dessus.",
        es: "Elija arriba al menos un país o una región.",
        ar: "اختر أعلاه بلدًا أو منطقة على الأقل.", ru: "Выберите выше хотя бы одну страну или регион.", zh: "请在上方至少选择一个国家或区域。"
    )
    static func place(_ number: Int) -> Word {
        Word(
            en: "Country or region \(number)", fr: "Pays ou région \(number)", es: "País o región \(number)",
            ar: "البلد أو المنطقة \(number)",
            ru: "Страна или регион \(number)", zh: "国家或区域\(number)"
        )
    }
    static let regions = Word(en: "Regions", fr: "Régions", es: "Regiones", ar: "المناطق", ru: "Регионы", zh: "区域")
    static func compareTitle(_ indicator: Word) -> Word {
        Word(
            en: "\(indicator.en) by year, compared", fr: "\(indicator.fr) par année, comparaison",
            es: "\(indicator.es) por año, comparación",
            ar: "\(indicator.ar) حسب السنة، مقارنة", ru: "\(indicator.ru) по годам, сравнение", zh: "按年份比较：\(indicator.zh)"
        )
    }
    static let reporting = Word(
        en: "Who reported when", fr: "Qui a déclaré, et quand", es: "Quién informó y cuándo", ar: "مَن أبلغ ومتى",
        ru: "Кто и когда отчитался", zh: "何国何时报告"
    )
    static let reportingLead = Word(
        en: "For each State and year: how many of the five indicators it reported a total for. The gaps are as telling as the figures.",
        fr:
            "Pour chaque État et chaque année : pour combien des cinq indicateurs il a déclaré un total. Les lacunes en disent autant que les chiffres.",
        es: "Para cada Estado y año: de cuántos de los cinco indicadores notificó un total. Las lagunas dicen tanto como las cifras.",
        ar: "لكل دولة وسنة: عدد المؤشرات الخمسة التي أبلغت عن مجموع لها. الفجوات معبّرة مثل الأرقام.",
        ru: "Для каждого государства и года: по скольким из пяти показателей оно сообщило итог. Пробелы говорят не меньше, чем цифры.",
        zh: "各国各年报告了五项指标中的几项总数。空白与数字同样说明问题。"
    )
    static let reportingTitle = Word(
        en: "Indicators with a reported total, by State and year", fr: "Indicateurs avec un total déclaré, par État et par année",
        es: "Indicadores con un total notificado, por Estado y año", ar: "المؤشرات ذات المجموع المبلَّغ عنه، حسب الدولة والسنة",
        ru: "Показатели с сообщённым итогом по государствам и годам", zh: "按国家和年份列出的已报告总数的指标数"
    )
    static let yearsWithReport = Word(
        en: "Years reported", fr: "Années déclarées", es: "Años notificados", ar: "السنوات المبلَّغ عنها", ru: "Лет с отчётом", zh: "报告年数"
    )
    static let lastReported = Word(
        en: "Last year reported", fr: "Dernière année déclarée", es: "Último año notificado", ar: "آخر سنة مبلَّغ عنها",
        ru: "Последний год отчёта", zh: "最近报告年份"
    )
    static let search = Word(
        en: "Search by name", fr: "Rechercher par nom", es: "Buscar por nombre", ar: "البحث بالاسم", ru: "Поиск по названию", zh: "按名称搜索")
    static let world = Word(en: "World", fr: "Monde", es: "Mundo", ar: "العالم", ru: "Мир", zh: "世界")
}

extension Word {
    static let withoutState = Word(
        en: "Detected in these years with no citizenship that names a State:",
        fr: "Détectées ces années-là sans citoyenneté désignant un État :",
        es: "Detectadas en esos años sin ciudadanía que nombre un Estado:",
        ar: "اكتُشفوا في هذه السنوات دون جنسية تحدد دولة:",
        ru: "Выявлены в эти годы без указания государства гражданства:",
        zh: "这些年份中发现、但国籍未指明国家的受害人："
    )
}
