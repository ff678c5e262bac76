import Vocabulary

// The words of the pages on countries, sources and quality.
extension Word {
    static let countriesLead = Word(
        en: "All States and areas of the register, with what each has reported. A country without figures is listed too.",
        fr: "Tous les États et territoires du registre, avec ce que chacun a déclaré. Un pays sans chiffres y figure aussi.",
        es: "Todos los Estados y territorios del registro, con lo que cada uno ha notificado. Los países sin cifras también figuran.",
        ar: "جميع الدول والمناطق في السجل، مع ما أبلغت عنه كل منها. البلد الذي لا أرقام له مدرج أيضًا.",
        ru: "Все государства и территории реестра с тем, о чём каждое сообщило. Страна без цифр тоже есть в списке.",
        zh: "登记册中的所有国家和地区及其报告情况。没有数字的国家也列出。"
    )
    static let noCountryFound = Word(
        en: "No country or area has this name. Try a part of the name, or its three-letter code.",
        fr: "Aucun pays ni territoire ne porte ce nom. Essayez une partie du nom ou le code à trois lettres.",
        es: "Ningún país ni territorio tiene ese nombre. Pruebe con una parte del nombre o con su código de tres letras.",
        ar: "لا يوجد بلد أو منطقة بهذا الاسم. جرّب جزءًا من الاسم أو الرمز المكوّن من ثلاثة أحرف.",
        ru: "Нет страны или территории с таким названием. Попробуйте часть названия или трёхбуквенный код.",
        zh: "没有这个名称的国家或地区。请尝试名称的一部分或三字母代码。"
    )
    static let find = Word(en: "Find", fr: "Chercher", es: "Buscar", ar: "بحث", ru: "Найти", zh: "查找")
    static let countryFigures = Word(
        en: "What it has reported", fr: "Ce qu’il a déclaré", es: "Lo que ha notificado", ar: "ما أبلغ عنه", ru: "О чём сообщено",
        zh: "报告的内容"
    )
    static let nothingReported = Word(
        en: "No figures of this country are in the published data. That does not mean that there are no victims.",
        fr: "Aucun chiffre de ce pays ne figure dans les données publiées. Cela ne signifie pas qu’il n’y a pas de victimes.",
        es: "No hay cifras de este país en los datos publicados. Eso no significa que no haya víctimas.",
        ar: "لا توجد أرقام لهذا البلد في البيانات المنشورة. ولا يعني ذلك عدم وجود ضحايا.",
        ru: "В опубликованных данных нет цифр этой страны. Это не значит, что там нет жертв.",
        zh: "公布的数据中没有该国的数字。这并不意味着没有受害人。"
    )
    static let citizenshipsTitle = Word(
        en: "Victims detected here, by citizenship", fr: "Victimes détectées ici, par citoyenneté",
        es: "Víctimas detectadas aquí, por ciudadanía",
        ar: "الضحايا المكتشَفون هنا، حسب الجنسية", ru: "Жертвы, выявленные здесь, по гражданству", zh: "在此发现的受害人（按国籍）"
    )
    static let elsewhereTitle = Word(
        en: "Its citizens detected as victims elsewhere, by country of detection",
        fr: "Ses citoyens détectés comme victimes ailleurs, par pays de détection",
        es: "Sus ciudadanos detectados como víctimas en otros países, por país de detección",
        ar: "مواطنوه المكتشَفون ضحايا في بلدان أخرى، حسب بلد الاكتشاف",
        ru: "Его граждане, выявленные как жертвы в других странах, по стране выявления",
        zh: "该国公民在他国被发现为受害人（按发现国）"
    )
    static let flowMapTitle = Word(
        en: "Where people came from and where its citizens were detected",
        fr: "D’où venaient les victimes et où ses citoyens ont été détectés",
        es: "De dónde venían las víctimas y dónde se detectó a sus ciudadanos", ar: "من أين جاء الضحايا وأين اكتُشف مواطنوه",
        ru: "Откуда прибыли жертвы и где выявлены его граждане", zh: "受害人来自何处，以及其公民在何处被发现"
    )
    static func allYears(_ years: ClosedRange<Int>) -> Word {
        Word(
            en: "All years together, \(years.lowerBound)–\(years.upperBound)",
            fr: "Toutes années confondues, \(years.lowerBound)–\(years.upperBound)",
            es: "Todos los años juntos, \(years.lowerBound)–\(years.upperBound)",
            ar: "كل السنوات معًا، \(years.lowerBound)–\(years.upperBound)",
            ru: "Все годы вместе, \(years.lowerBound)–\(years.upperBound)", zh: "\(years.lowerBound)–\(years.upperBound)年合计"
        )
    }
    static let whoWasConvicted = Word(
        en: "Who was convicted", fr: "Qui a été condamné", es: "Quién fue condenado", ar: "مَن أُدين", ru: "Кто осуждён", zh: "被定罪者"
    )
    static let convictedByCitizenship = Word(
        en: "Persons convicted, by citizenship", fr: "Personnes condamnées, par citoyenneté", es: "Personas condenadas, por ciudadanía",
        ar: "الأشخاص المدانون، حسب الجنسية", ru: "Осуждённые лица по гражданству", zh: "被定罪者（按国籍）"
    )
    static let reliability = Word(
        en: "How reliable this is", fr: "Fiabilité", es: "Fiabilidad", ar: "مدى الموثوقية", ru: "Насколько это надёжно", zh: "可靠程度"
    )
    static let latestFigures = Word(
        en: "The latest totals", fr: "Les derniers totaux", es: "Los últimos totales", ar: "أحدث المجاميع", ru: "Последние итоги",
        zh: "最新总数"
    )
    static func inYear(_ year: Int) -> Word {
        Word(en: "in \(year)", fr: "en \(year)", es: "en \(year)", ar: "في \(year)", ru: "в \(year) году", zh: "\(year)年")
    }
    static func searchResults(_ number: Int) -> Word {
        Word(
            en: "\(number) found", fr: "\(number) trouvés", es: "\(number) encontrados", ar: "النتائج: \(number)", ru: "Найдено: \(number)",
            zh: "找到\(number)个"
        )
    }
    static let allRegions = Word(
        en: "All regions", fr: "Toutes les régions", es: "Todas las regiones", ar: "كل المناطق", ru: "Все регионы", zh: "所有区域")
    static let sourcesTitle = Word(
        en: "Sources and method", fr: "Sources et méthode", es: "Fuentes y método", ar: "المصادر والمنهج", ru: "Источники и метод",
        zh: "来源与方法"
    )
    static let quality = Word(
        en: "Quality of the figures", fr: "Qualité des chiffres", es: "Calidad de las cifras", ar: "جودة الأرقام", ru: "Качество цифр",
        zh: "数据质量"
    )
}

extension Word {
    static let qualityLead = Word(
        en:
            "Each State’s published figures are checked by fixed rules. A finding is no accusation: it says what to keep in mind when reading the figure.",
        fr:
            "Les chiffres publiés de chaque État sont vérifiés selon des règles fixes. Un constat n’est pas une accusation : il dit à quoi faire attention en lisant le chiffre.",
        es:
            "Las cifras publicadas de cada Estado se comprueban con reglas fijas. Un hallazgo no es una acusación: indica qué tener en cuenta al leer la cifra.",
        ar: "تُفحص الأرقام المنشورة لكل دولة بقواعد ثابتة. الملاحظة ليست اتهامًا: إنها تبيّن ما ينبغي مراعاته عند قراءة الرقم.",
        ru:
            "Опубликованные цифры каждого государства проверяются по постоянным правилам. Замечание — не обвинение: оно говорит, что учесть при чтении цифры.",
        zh: "按固定规则检查各国公布的数字。检查结果并非指责，而是提示阅读数字时应注意什么。"
    )
    static let qualityRules = Word(
        en: "The rules, and how many States fail them", fr: "Les règles, et combien d’États ne les respectent pas",
        es: "Las reglas y cuántos Estados no las cumplen",
        ar: "القواعد وعدد الدول التي لا تستوفيها", ru: "Правила и сколько государств их не выполняет", zh: "规则及不符合的国家数"
    )
    static let qualityFindings = Word(
        en: "Findings, State by State", fr: "Constats, État par État", es: "Hallazgos, Estado por Estado", ar: "الملاحظات، دولة دولة",
        ru: "Замечания по государствам", zh: "各国检查结果"
    )
    static let qualityStates = Word(
        en: "States checked", fr: "États vérifiés", es: "Estados comprobados", ar: "الدول المفحوصة", ru: "Проверено государств", zh: "检查国家数"
    )
    static let qualityStatesFailing = Word(
        en: "States failing", fr: "États en défaut", es: "Estados con fallo", ar: "الدول المخالفة", ru: "Не выполняют", zh: "不符国家数"
    )
    static let methodLead = Word(
        en:
            "Where every figure comes from, and the rules by which it is read. The figures are shown as published: nothing is estimated, smoothed or filled in.",
        fr:
            "D’où vient chaque chiffre, et selon quelles règles il est lu. Les chiffres sont montrés tels que publiés : rien n’est estimé, lissé ni complété.",
        es:
            "De dónde procede cada cifra y con qué reglas se lee. Las cifras se muestran tal como se publicaron: nada se estima, suaviza ni completa.",
        ar: "مصدر كل رقم والقواعد التي يُقرأ بها. تُعرض الأرقام كما نُشرت: لا شيء مقدَّر أو مُملَّس أو مُكمَّل.",
        ru:
            "Откуда взята каждая цифра и по каким правилам она читается. Цифры показаны как опубликованы: ничего не оценено, не сглажено и не дополнено.",
        zh: "每个数字的来源和读取规则。数字按公布原样显示：不作估算、平滑或填补。"
    )
    static let methodFew = Word(
        en:
            "“<5” is printed in the source for small numbers, and it prints no zero: “<5” may be anything from 0 to 4. A total over such cells is a range.",
        fr:
            "La source imprime « <5 » pour les petits nombres et n’imprime aucun zéro : « <5 » peut valoir de 0 à 4. Un total sur de telles cellules est un intervalle.",
        es:
            "La fuente imprime «<5» para números pequeños y ningún cero: «<5» puede ser de 0 a 4. Un total sobre esas celdas es un intervalo.",
        ar: "يطبع المصدر «<5» للأعداد الصغيرة ولا يطبع أي صفر: قد تعني «<5» أي عدد من 0 إلى 4. والمجموع على هذه الخلايا مدى.",
        ru: "Для малых чисел источник печатает «<5» и не печатает нулей: «<5» может означать от 0 до 4. Итог по таким ячейкам — диапазон.",
        zh: "来源对小数字印“<5”，且从不印零：“<5”可能是0到4中的任何数。含此类单元格的总数是一个区间。"
    )
    static let methodTwice = Word(
        en: "A cell published twice with different values becomes the range of both, marked so, and is never summed twice.",
        fr:
            "Une cellule publiée deux fois avec des valeurs différentes devient l’intervalle des deux, marqué comme tel, et n’est jamais additionnée deux fois.",
        es: "Una celda publicada dos veces con valores distintos pasa a ser el intervalo de ambos, así marcado, y nunca se suma dos veces.",
        ar: "الخلية المنشورة مرتين بقيمتين مختلفتين تصبح مدى يشملهما، مع الإشارة إلى ذلك، ولا تُجمع مرتين أبدًا.",
        ru: "Ячейка, опубликованная дважды с разными значениями, становится отмеченным диапазоном и никогда не суммируется дважды.",
        zh: "以不同数值公布两次的单元格，成为包含两者的区间并加以标注，绝不重复相加。"
    )
    static let methodRefused = Word(
        en:
            "Rows that no one should count (a question’s code as a label, a value that repeats its own code) are refused by rule and kept apart with the reason.",
        fr:
            "Les lignes que personne ne doit compter (un code de question comme libellé, une valeur qui répète son propre code) sont refusées selon une règle et conservées à part avec le motif.",
        es:
            "Las filas que nadie debería contar (el código de una pregunta como etiqueta, un valor que repite su propio código) se rechazan por regla y se guardan aparte con el motivo.",
        ar: "الصفوف التي لا ينبغي عدّها (رمز سؤال بدل التسمية، أو قيمة تكرر رمزها) تُرفض بقاعدة وتُحفظ جانبًا مع السبب.",
        ru:
            "Строки, которые нельзя считать (код вопроса вместо названия, значение, повторяющее свой код), отклоняются по правилу и хранятся отдельно с причиной.",
        zh: "任何人都不应计入的行（以问题代码作标签、数值重复自身代码）按规则拒绝，并连同理由另行保存。"
    )
    static let labelsTitle = Word(
        en: "Citizenships as published, and how they were read", fr: "Les citoyennetés telles que publiées, et comment elles ont été lues",
        es: "Las ciudadanías tal como se publicaron y cómo se leyeron", ar: "الجنسيات كما نُشرت وكيف قُرئت",
        ru: "Гражданства, как опубликованы, и как прочитаны",
        zh: "公布的国籍标签及其读法"
    )
    static let labelPublished = Word(
        en: "Published label", fr: "Libellé publié", es: "Etiqueta publicada", ar: "التسمية المنشورة", ru: "Опубликованная запись",
        zh: "公布的标签")
    static let labelReadAs = Word(en: "Read as", fr: "Lu comme", es: "Leído como", ar: "قُرئت على أنها", ru: "Прочитано как", zh: "读作")
    static let labelReason = Word(en: "Reason", fr: "Motif", es: "Motivo", ar: "السبب", ru: "Причина", zh: "理由")
    static let labelCells = Word(en: "Cells", fr: "Cellules", es: "Celdas", ar: "الخلايا", ru: "Ячеек", zh: "单元格数")
    static let boundaries = Word(
        en: "Maps are drawn from Natural Earth (public domain). The boundaries shown do not imply endorsement.",
        fr:
            "Les cartes sont dessinées d’après Natural Earth (domaine public). Les frontières représentées n’impliquent aucune approbation.",
        es: "Los mapas se basan en Natural Earth (dominio público). Los límites mostrados no implican respaldo.",
        ar: "رُسمت الخرائط استنادًا إلى Natural Earth (ملك عام). الحدود المبيَّنة لا تعني إقرارًا بها.",
        ru: "Карты построены по данным Natural Earth (общественное достояние). Показанные границы не означают их признания.",
        zh: "地图依据Natural Earth（公有领域）绘制。所示边界不代表认可。"
    )
}
