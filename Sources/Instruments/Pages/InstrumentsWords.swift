import Basics
import Vocabulary
import Web

extension Word {
    static let instrumentsTitle = Word(
        en: "The instruments", fr: "Les instruments", es: "Los instrumentos", ar: "الصكوك", ru: "Международные договоры", zh: "国际文书"
    )
    static let instrumentsLead = Word(
        en: "Who is party to the treaties against trafficking, who is missing, since when, and how certain that is.",
        fr: "Qui est partie aux traités contre la traite, qui manque, depuis quand, et avec quelle certitude.",
        es: "Quién es parte en los tratados contra la trata, quién falta, desde cuándo y con qué certeza.",
        ar: "من هم الأطراف في معاهدات مكافحة الاتجار، ومن الغائب عنها، ومنذ متى، وما مدى اليقين في ذلك.",
        ru: "Кто участвует в договорах против торговли людьми, кто отсутствует, с какого времени и насколько это достоверно.",
        zh: "哪些国家是打击贩运人口条约的缔约方，哪些尚未加入，自何时起，以及信息有多可靠。"
    )
    static let treatiesTable = Word(
        en: "Treaties and their parties", fr: "Traités et parties", es: "Tratados y sus partes", ar: "المعاهدات والأطراف فيها",
        ru: "Договоры и их участники", zh: "条约及其缔约方"
    )
    static let treaty = Word(en: "Treaty", fr: "Traité", es: "Tratado", ar: "المعاهدة", ru: "Договор", zh: "条约")
    static let treatyCode = Word(en: "Code", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "代码")
    static let depositary = Word(en: "Depositary", fr: "Dépositaire", es: "Depositario", ar: "الوديع", ru: "Депозитарий", zh: "保存人")
    static let treatyReference = Word(en: "Reference", fr: "Référence", es: "Referencia", ar: "المرجع", ru: "Номер", zh: "编号")
    static let partiesHeading = Word(en: "Parties", fr: "Parties", es: "Partes", ar: "الأطراف", ru: "Участники", zh: "缔约方")
    static let signedOnlyHeading = Word(
        en: "Signed, not party", fr: "Signataires non parties", es: "Firmaron, no son parte", ar: "وقّعت دون أن تكون طرفًا",
        ru: "Подписали, но не участвуют", zh: "已签署但未成为缔约方"
    )
    static let missingHeading = Word(
        en: "Not party", fr: "Non parties", es: "No son parte", ar: "ليست أطرافًا", ru: "Не участвуют", zh: "非缔约方"
    )
    static let coverageHeading = Word(
        en: "Share of expected States that are party", fr: "Part des États attendus qui sont parties",
        es: "Proporción de Estados esperados que son parte", ar: "نسبة الدول الأطراف من الدول المتوقعة",
        ru: "Доля ожидаемых государств, которые участвуют", zh: "应加入国家中缔约方的比例"
    )
    static let expectedNote = Word(
        en: "Expected are the members and observers of the United Nations; for a treaty of the Council of Europe, its members.",
        fr:
            "Sont attendus les membres et observateurs de l’Organisation des Nations Unies ; pour un traité du Conseil de l’Europe, ses membres.",
        es: "Se esperan los miembros y observadores de las Naciones Unidas; en un tratado del Consejo de Europa, sus miembros.",
        ar: "الدول المتوقعة هي أعضاء الأمم المتحدة ومراقبوها؛ وفي معاهدة لمجلس أوروبا، أعضاؤه.",
        ru: "Ожидаются члены и наблюдатели Организации Объединённых Наций; для договора Совета Европы — его члены.",
        zh: "应加入者为联合国会员国和观察员国；欧洲委员会条约则为其成员国。"
    )
    static let adoptedOn = Word(
        en: "Adopted or opened for signature", fr: "Adopté ou ouvert à la signature", es: "Adoptado o abierto a la firma",
        ar: "اعتُمدت أو فُتح باب التوقيع عليها", ru: "Принят или открыт для подписания", zh: "通过或开放签署"
    )
    static let inForceOn = Word(
        en: "Entry into force", fr: "Entrée en vigueur", es: "Entrada en vigor", ar: "بدء النفاذ", ru: "Вступление в силу", zh: "生效"
    )
    static let unverified = Word(
        en: "not verified; source not recorded", fr: "non vérifié ; source non consignée", es: "sin verificar; fuente no registrada",
        ar: "غير متحقق منه؛ المصدر غير مسجَّل", ru: "не проверено; источник не записан", zh: "未经核实；未记录来源"
    )
    static let unverifiedNote = Word(
        en: "The dates of adoption and of entry into force are not verified, and their source was not recorded.",
        fr: "Les dates d’adoption et d’entrée en vigueur ne sont pas vérifiées et leur source n’a pas été consignée.",
        es: "Las fechas de adopción y de entrada en vigor no están verificadas y su fuente no se registró.",
        ar: "تاريخا الاعتماد وبدء النفاذ غير متحقق منهما ولم يُسجَّل مصدرهما.",
        ru: "Даты принятия и вступления в силу не проверены, их источник не записан.",
        zh: "通过日期和生效日期未经核实，其来源未作记录。"
    )
    static let statusAge = Word(
        en: "How old the rows are", fr: "Ancienneté des données", es: "Antigüedad de los datos", ar: "عمر البيانات",
        ru: "На какую дату данные", zh: "数据截至"
    )
    static let completenessHeading = Word(
        en: "How complete", fr: "Exhaustivité", es: "Integridad", ar: "مدى الاكتمال", ru: "Полнота", zh: "完整程度"
    )
    static let nothingKnown = Word(
        en: "The register has no status for this treaty yet, so it is not known who is party. A list of the depositary can be imported.",
        fr:
            "Le registre n’a pas encore d’état pour ce traité : on ne sait donc pas qui est partie. Une liste du dépositaire peut être importée.",
        es:
            "El registro aún no tiene el estado de este tratado, por lo que no se sabe quién es parte. Se puede importar una lista del depositario.",
        ar: "لا يتضمن السجل بعدُ حالة هذه المعاهدة، لذلك لا يُعرف من هم أطرافها. ويمكن استيراد قائمة من الوديع.",
        ru: "В реестре ещё нет сведений о статусе этого договора, поэтому участники неизвестны. Можно загрузить список депозитария.",
        zh: "登记册尚无此条约的状况，因此不知道谁是缔约方。可以导入保存人的名单。"
    )
    static let notKnown = Word(en: "not known", fr: "inconnu", es: "se desconoce", ar: "غير معروف", ru: "неизвестно", zh: "不详")
    static let ageWarning = Word(
        en: "The register is as old as its sources. A State that joined since is still listed as missing.",
        fr: "Le registre a l’âge de ses sources. Un État devenu partie depuis y figure encore parmi les absents.",
        es: "El registro tiene la antigüedad de sus fuentes. Un Estado que se haya adherido después figura aún como ausente.",
        ar: "السجل بعمر مصادره. والدولة التي انضمت بعد ذلك لا تزال تظهر ضمن الغائبين.",
        ru: "Реестр не новее своих источников. Государство, присоединившееся позже, ещё значится отсутствующим.",
        zh: "登记册的时效取决于其来源。此后加入的国家仍会列为未加入。"
    )
    static let progressTitle = Word(
        en: "Parties at the end of each year", fr: "Parties à la fin de chaque année", es: "Partes al final de cada año",
        ar: "عدد الأطراف في نهاية كل سنة", ru: "Участники на конец каждого года", zh: "每年年底的缔约方数"
    )
    static let progressNote = Word(
        en: "Where it is not known when a party joined, the number is a range. The last years are incomplete: see how old the rows are.",
        fr:
            "Lorsque la date d’adhésion d’une partie est inconnue, le nombre est un intervalle. Les dernières années sont incomplètes : voir l’ancienneté des données.",
        es:
            "Cuando se desconoce cuándo se adhirió una parte, el número es un intervalo. Los últimos años están incompletos: véase la antigüedad de los datos.",
        ar: "حيث لا يُعرف متى انضم طرف ما يكون العدد نطاقًا. والسنوات الأخيرة غير مكتملة: انظر عمر البيانات.",
        ru: "Если неизвестно, когда участник присоединился, число дано диапазоном. Последние годы неполны: см. дату данных.",
        zh: "若不清楚某缔约方何时加入，数字为一个范围。最近几年的数据不完整：见数据截至日期。"
    )
    static let treatyYear = Word(en: "Year", fr: "Année", es: "Año", ar: "السنة", ru: "Год", zh: "年份")
    static let statusTable = Word(
        en: "Status of the treaty", fr: "État du traité", es: "Estado del tratado", ar: "حالة المعاهدة", ru: "Статус договора", zh: "条约状况"
    )
    static let partyName = Word(
        en: "State, area or organization", fr: "État, zone ou organisation", es: "Estado, zona u organización",
        ar: "الدولة أو المنطقة أو المنظمة",
        ru: "Государство, территория или организация", zh: "国家、地区或组织"
    )
    static let partyCode = Word(en: "Code", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "代码")
    static let standing = Word(en: "Standing", fr: "Situation", es: "Situación", ar: "الوضع", ru: "Положение", zh: "状态")
    static let isParty = Word(en: "Party", fr: "Partie", es: "Parte", ar: "طرف", ru: "Участник", zh: "缔约方")
    static let hasSignedOnly = Word(
        en: "Signed only", fr: "Signataire seulement", es: "Solo firmante", ar: "موقّع فقط", ru: "Только подписал", zh: "仅签署"
    )
    static let hasLeft = Word(en: "Has left", fr: "S’est retiré", es: "Se retiró", ar: "انسحب", ru: "Вышел", zh: "已退出")
    static let isNeither = Word(
        en: "Not party, not signed", fr: "Ni partie ni signataire", es: "Ni parte ni firmante", ar: "ليس طرفًا ولا موقّعًا",
        ru: "Не участвует и не подписал", zh: "未加入亦未签署"
    )
    static let signedOn = Word(en: "Signed", fr: "Signé", es: "Firmado", ar: "تاريخ التوقيع", ru: "Подписан", zh: "签署日期")
    static let actionTaken = Word(en: "Act", fr: "Acte", es: "Acto", ar: "الإجراء", ru: "Действие", zh: "行为")
    static let actedOn = Word(
        en: "Date of the act", fr: "Date de l’acte", es: "Fecha del acto", ar: "تاريخ الإجراء", ru: "Дата действия", zh: "行为日期")
    static let confidenceHeading = Word(
        en: "How certain", fr: "Certitude", es: "Certeza", ar: "درجة اليقين", ru: "Достоверность", zh: "可信度"
    )
    static let precisionHeading = Word(
        en: "Precision of the date", fr: "Précision de la date", es: "Precisión de la fecha", ar: "دقة التاريخ", ru: "Точность даты",
        zh: "日期精度"
    )
    static let conflictHeading = Word(
        en: "Another source says", fr: "Une autre source dit", es: "Otra fuente dice", ar: "يذكر مصدر آخر", ru: "Другой источник сообщает",
        zh: "另一来源的说法"
    )
    static let sourceHeading = Word(en: "Source", fr: "Source", es: "Fuente", ar: "المصدر", ru: "Источник", zh: "来源")
    static let sourceAge = Word(
        en: "Source of", fr: "Source datant de", es: "Fuente de", ar: "تاريخ المصدر", ru: "Дата источника", zh: "来源日期"
    )
    static let undated = Word(en: "undated", fr: "sans date", es: "sin fecha", ar: "بلا تاريخ", ru: "без даты", zh: "无日期")
    static let recordedInEnglish = Word(
        en: "Sources and remarks stand as they were recorded, in English.",
        fr: "Les sources et remarques figurent telles qu’elles ont été consignées, en anglais.",
        es: "Las fuentes y observaciones figuran tal como se registraron, en inglés.",
        ar: "ترد المصادر والملاحظات كما سُجّلت، باللغة الإنجليزية.",
        ru: "Источники и пометки приведены так, как записаны, на английском языке.",
        zh: "来源和备注按记录原文列出，为英文。"
    )
    static let treatyMap = Word(
        en: "Who is party", fr: "Qui est partie", es: "Quién es parte", ar: "من هو طرف", ru: "Кто участвует", zh: "谁是缔约方"
    )
    static let whoIsMissing = Word(
        en: "Who is missing", fr: "Qui manque", es: "Quién falta", ar: "من الغائب", ru: "Кто отсутствует", zh: "谁尚未加入"
    )
    static let nobodyMissing = Word(
        en: "As far as the register knows, nobody is missing.", fr: "À la connaissance du registre, personne ne manque.",
        es: "Según el registro, no falta nadie.", ar: "بحسب ما يعرفه السجل، لا أحد غائب.", ru: "По данным реестра, никто не отсутствует.",
        zh: "据登记册所知，没有国家缺席。"
    )
    static let showAnotherTreaty = Word(
        en: "Show another treaty", fr: "Afficher un autre traité", es: "Mostrar otro tratado", ar: "عرض معاهدة أخرى",
        ru: "Показать другой договор",
        zh: "显示其他条约"
    )
    static let show = Word(en: "Show", fr: "Afficher", es: "Mostrar", ar: "عرض", ru: "Показать", zh: "显示")
    static let seeTheTreaty = Word(
        en: "The whole status of this treaty", fr: "L’état complet de ce traité", es: "El estado completo de este tratado",
        ar: "الحالة الكاملة لهذه المعاهدة", ru: "Полный статус этого договора", zh: "此条约的完整状况"
    )
    static let treatiesOfState = Word(
        en: "Treaties", fr: "Traités", es: "Tratados", ar: "المعاهدات", ru: "Договоры", zh: "条约"
    )
    static let outlineForParty = Word(
        en: "Names of treaties stand in English, as their depositaries publish them.",
        fr: "Les noms des traités figurent en anglais, tels que publiés par les dépositaires.",
        es: "Los nombres de los tratados figuran en inglés, como los publican los depositarios.",
        ar: "ترد أسماء المعاهدات بالإنجليزية كما ينشرها الوديع.",
        ru: "Названия договоров даны по-английски, как их публикуют депозитарии.",
        zh: "条约名称按保存人公布的英文列出。"
    )

    /// `; 177 of 195 States that could be expected (90.8%)`.
    static func ofTheExpected(_ parties: Int, of expected: Int, _ share: Proportion) -> Word {
        func percent(_ language: Language) -> String { share.written(in: language) }
        return Word(
            en: "; \(parties) of \(expected) expected States (\(percent(.en)))",
            fr: " ; \(parties) des \(expected) États attendus (\(percent(.fr)))",
            es: "; \(parties) de \(expected) Estados esperados (\(percent(.es)))",
            ar: "؛ \(parties) من \(expected) دولة متوقعة (\(percent(.ar)))",
            ru: "; \(parties) из \(expected) ожидаемых государств (\(percent(.ru)))",
            zh: "；\(expected)个应加入国家中的\(parties)个（\(percent(.zh))）"
        )
    }

    /// A span of time in words, in every language.
    static func span(_ span: DateSpan) -> Word {
        func text(_ language: Language) -> String {
            switch span {
            case .at(let date): return date.written(in: language)
            case .between(let from, let through):
                let (first, last) = (from.written(in: language), through.written(in: language))
                return switch language {
                case .en: "between \(first) and \(last)"
                case .fr: "entre \(first) et \(last)"
                case .es: "entre \(first) y \(last)"
                case .ar: "بين \(first) و\(last)"
                case .ru: "\(first) — \(last)"
                case .zh: "\(first)至\(last)之间"
                }
            }
        }
        return Word(en: text(.en), fr: text(.fr), es: text(.es), ar: text(.ar), ru: text(.ru), zh: text(.zh))
    }
}
