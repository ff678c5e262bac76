import Vocabulary

// The words of the pages on the world's figures.
extension Word {
    static let numbers = Word(
        en: "The numbers", fr: "Les chiffres", es: "Las cifras", ar: "الأرقام", ru: "Цифры", zh: "数据"
    )
    static let numbersLead = Word(
        en:
            "What States have reported to the United Nations on trafficking in persons: victims detected, and persons suspected, prosecuted and convicted. Victims who were never detected are in none of these figures.",
        fr:
            "Ce que les États ont déclaré aux Nations Unies sur la traite des personnes : victimes détectées, et personnes soupçonnées, poursuivies et condamnées. Les victimes jamais détectées ne figurent dans aucun de ces chiffres.",
        es:
            "Lo que los Estados han comunicado a las Naciones Unidas sobre la trata de personas: víctimas detectadas y personas sospechosas, enjuiciadas y condenadas. Las víctimas que nunca fueron detectadas no figuran en ninguna de estas cifras.",
        ar:
            "ما أبلغت به الدول الأمم المتحدة عن الاتجار بالأشخاص: الضحايا المكتشَفون، والأشخاص المشتبه فيهم والملاحَقون قضائيًا والمدانون. أما الضحايا الذين لم يُكتشفوا فلا يردون في أي من هذه الأرقام.",
        ru:
            "Что государства сообщили Организации Объединённых Наций о торговле людьми: выявленные жертвы, подозреваемые, преследуемые в судебном порядке и осуждённые лица. Жертвы, которых не выявили, не входят ни в одну из этих цифр.",
        zh: "各国向联合国报告的人口贩运数据：发现的受害人，以及嫌疑人、被起诉者和被定罪者。从未被发现的受害人不在这些数字之中。"
    )
    static let showYear = Word(
        en: "Show this year", fr: "Afficher cette année", es: "Mostrar este año", ar: "عرض هذه السنة", ru: "Показать этот год", zh: "显示该年"
    )
    static let byYearTitle = Word(
        en: "Detected victims, and persons suspected, prosecuted and convicted, by year",
        fr: "Victimes détectées, et personnes soupçonnées, poursuivies et condamnées, par année",
        es: "Víctimas detectadas y personas sospechosas, enjuiciadas y condenadas, por año",
        ar: "الضحايا المكتشَفون والأشخاص المشتبه فيهم والملاحَقون والمدانون، حسب السنة",
        ru: "Выявленные жертвы, подозреваемые, преследуемые и осуждённые лица по годам",
        zh: "按年份列出的被发现受害人、嫌疑人、被起诉者和被定罪者"
    )
    static let sumIsNotTrend = Word(
        en:
            "A line that rises may mean that more victims were detected, or that more States reported. Read it beside the number of States.",
        fr:
            "Une courbe qui monte peut signifier que plus de victimes ont été détectées, ou que plus d’États ont déclaré. Lisez-la avec le nombre d’États.",
        es:
            "Una línea que sube puede significar que se detectaron más víctimas o que informaron más Estados. Léala junto al número de Estados.",
        ar: "قد يعني ارتفاع الخط أن ضحايا أكثر قد اكتُشفوا، أو أن دولًا أكثر قد أبلغت. اقرأه مع عدد الدول.",
        ru:
            "Рост линии может означать, что выявлено больше жертв, или что отчитались больше государств. Смотрите вместе с числом государств.",
        zh: "曲线上升可能意味着发现了更多受害人，也可能只是有更多国家作了报告。请结合报告国家数阅读。"
    )
    static let onlyPublishedTotals = Word(
        en:
            "Each total adds the totals that States published. A State that published parts and no total is left out; nothing is estimated.",
        fr:
            "Chaque total additionne les totaux publiés par les États. Un État qui a publié des parties sans total n’y est pas ; rien n’est estimé.",
        es:
            "Cada total suma los totales que publicaron los Estados. Un Estado que publicó partes sin total no está incluido; nada se estima.",
        ar: "كل مجموع هو جمع للمجاميع التي نشرتها الدول. الدولة التي نشرت أجزاء بلا مجموع غير مشمولة؛ ولا شيء مقدَّر.",
        ru:
            "Каждый итог складывается из итогов, опубликованных государствами. Государство, опубликовавшее части без итога, не учтено; ничего не оценивается.",
        zh: "各总数为各国所公布总数之和。只公布分项而未公布总数的国家不计入；不作任何估算。"
    )
    static func mapTitle(_ year: Int) -> Word {
        Word(
            en: "Detected victims by country of detection, \(year)", fr: "Victimes détectées par pays de détection, \(year)",
            es: "Víctimas detectadas por país de detección, \(year)", ar: "الضحايا المكتشَفون حسب بلد الاكتشاف، \(year)",
            ru: "Выявленные жертвы по странам выявления, \(year)", zh: "\(year)年按发现国列出的受害人"
        )
    }
    static let formsTitle = Word(
        en: "Detected victims by form of exploitation and year", fr: "Victimes détectées par forme d’exploitation et par année",
        es: "Víctimas detectadas por forma de explotación y año", ar: "الضحايا المكتشَفون حسب شكل الاستغلال والسنة",
        ru: "Выявленные жертвы по форме эксплуатации и годам", zh: "按剥削形式和年份列出的被发现受害人"
    )
    static let sexTitle = Word(
        en: "Detected victims by sex and year", fr: "Victimes détectées par sexe et par année", es: "Víctimas detectadas por sexo y año",
        ar: "الضحايا المكتشَفون حسب الجنس والسنة", ru: "Выявленные жертвы по полу и годам", zh: "按性别和年份列出的被发现受害人"
    )
    static let ageTitle = Word(
        en: "Detected victims by age and year", fr: "Victimes détectées par âge et par année", es: "Víctimas detectadas por edad y año",
        ar: "الضحايا المكتشَفون حسب العمر والسنة", ru: "Выявленные жертвы по возрасту и годам", zh: "按年龄和年份列出的被发现受害人"
    )
    static let sexOfConvictedTitle = Word(
        en: "Persons convicted by sex and year", fr: "Personnes condamnées par sexe et par année", es: "Personas condenadas por sexo y año",
        ar: "الأشخاص المدانون حسب الجنس والسنة", ru: "Осуждённые лица по полу и годам", zh: "按性别和年份列出的被定罪者"
    )
    static let country = Word(
        en: "Country or area", fr: "Pays ou territoire", es: "País o territorio", ar: "البلد أو المنطقة", ru: "Страна или территория",
        zh: "国家或地区")
    static let countries = Word(
        en: "Countries and areas", fr: "Pays et territoires", es: "Países y territorios", ar: "البلدان والمناطق", ru: "Страны и территории",
        zh: "国家和地区"
    )
    static let region = Word(en: "Region", fr: "Région", es: "Región", ar: "المنطقة الإقليمية", ru: "Регион", zh: "区域")
    static let female = Word(en: "Female", fr: "Femmes et filles", es: "Mujeres y niñas", ar: "إناث", ru: "Женщины и девочки", zh: "女性")
    static let total = Word(en: "Total", fr: "Total", es: "Total", ar: "المجموع", ru: "Всего", zh: "总计")
    static let furtherOnNumbers = Word(
        en: "More on these figures", fr: "Plus sur ces chiffres", es: "Más sobre estas cifras", ar: "المزيد عن هذه الأرقام",
        ru: "Подробнее об этих цифрах", zh: "关于这些数据的更多内容"
    )
    static func headline(_ year: Int) -> Word {
        Word(
            en: "The world in \(year)", fr: "Le monde en \(year)", es: "El mundo en \(year)", ar: "العالم في \(year)",
            ru: "Мир в \(year) году", zh: "\(year)年的世界"
        )
    }
    static func statesCounted(_ number: Int) -> Word {
        Word(
            en: "from \(number) States and areas", fr: "de \(number) États et territoires", es: "de \(number) Estados y territorios",
            ar: "من \(number) دولة ومنطقة", ru: "от \(number) государств и территорий", zh: "来自\(number)个国家和地区"
        )
    }
    static let noStatistics = Word(
        en: "No statistics have been imported yet. Whoever looks after this node imports them with “concord import”.",
        fr: "Aucune statistique n’a encore été importée. La personne qui gère ce nœud les importe avec « concord import ».",
        es: "Todavía no se han importado estadísticas. Quien administra este nodo las importa con «concord import».",
        ar: "لم تُستورد إحصاءات بعد. يستوردها القائم على هذه العقدة بالأمر «concord import».",
        ru: "Статистика ещё не загружена. Её загружает ответственный за узел командой «concord import».",
        zh: "尚未导入统计数据。由节点管理者用“concord import”导入。"
    )
}

extension Word {
    static let code = Word(en: "Code", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "代码")
}
