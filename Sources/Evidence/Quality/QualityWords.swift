package import Vocabulary

extension QualityAspect {
    package var name: Word {
        switch self {
        case .completeness:
            Word(en: "Completeness", fr: "Exhaustivité", es: "Exhaustividad", ar: "الاكتمال", ru: "Полнота", zh: "完整性")
        case .timeliness:
            Word(en: "Timeliness", fr: "Actualité", es: "Actualidad", ar: "التوقيت", ru: "Своевременность", zh: "及时性")
        case .consistency:
            Word(en: "Consistency", fr: "Cohérence", es: "Coherencia", ar: "الاتساق", ru: "Согласованность", zh: "一致性")
        case .coverage:
            Word(en: "Coverage", fr: "Couverture", es: "Cobertura", ar: "التغطية", ru: "Охват", zh: "覆盖面")
        }
    }
}

extension QualityVerdict {
    package var name: Word {
        switch self {
        case .good: Word(en: "good", fr: "bon", es: "bien", ar: "جيد", ru: "хорошо", zh: "良好")
        case .notice: Word(en: "to note", fr: "à noter", es: "a tener en cuenta", ar: "للعلم", ru: "к сведению", zh: "注意")
        case .warning: Word(en: "warning", fr: "avertissement", es: "advertencia", ar: "تحذير", ru: "предупреждение", zh: "警告")
        case .fault: Word(en: "unreliable", fr: "non fiable", es: "poco fiable", ar: "غير موثوق", ru: "ненадёжно", zh: "不可靠")
        }
    }
}

extension Word {
    static let yearsReported = Word(
        en: "Years with a published total of victims", fr: "Années avec un total publié de victimes",
        es: "Años con un total publicado de víctimas", ar: "سنوات نُشر فيها مجموع الضحايا",
        ru: "Годы с опубликованным числом жертв", zh: "公布受害人总数的年份")
    static let yearsReportedMeaning = Word(
        en: "The years named have no total of detected victims. It says nothing about whether there were victims.",
        fr: "Les années citées n’ont pas de total de victimes détectées. Cela ne dit pas s’il y a eu des victimes.",
        es: "Los años indicados no tienen un total de víctimas detectadas. No dice si hubo víctimas.",
        ar: "السنوات المذكورة بلا مجموع للضحايا المكتشفين. ولا يدل ذلك على وجود ضحايا أو عدمه.",
        ru: "За указанные годы нет общего числа выявленных жертв. Это не говорит о том, были ли жертвы.",
        zh: "所列年份没有发现受害人的总数。这并不说明是否存在受害人。")
    static let criminalJusticeReported = Word(
        en: "Years with suspects, prosecutions or convictions published",
        fr: "Années avec suspects, poursuites ou condamnations publiés",
        es: "Años con sospechosos, procesamientos o condenas publicados",
        ar: "سنوات نُشر فيها المشتبه فيهم أو الملاحقات أو الإدانات",
        ru: "Годы с данными о подозреваемых, преданных суду или осуждённых", zh: "公布嫌疑人、起诉或定罪数据的年份")
    static let criminalJusticeReportedMeaning = Word(
        en: "For the years named nothing was published on suspects, prosecutions or convictions.",
        fr: "Pour les années citées, rien n’a été publié sur les suspects, les poursuites ou les condamnations.",
        es: "Para los años indicados no se publicó nada sobre sospechosos, procesamientos o condenas.",
        ar: "لم يُنشر شيء في السنوات المذكورة عن المشتبه فيهم أو الملاحقات أو الإدانات.",
        ru: "За указанные годы ничего не опубликовано о подозреваемых, преданных суду или осуждённых.",
        zh: "所列年份未公布任何有关嫌疑人、起诉或定罪的数据。")
    static let latestYear = Word(
        en: "Latest total is of the source’s last year", fr: "Le dernier total est de la dernière année de la source",
        es: "El último total es del último año de la fuente", ar: "آخر مجموع يعود إلى آخر سنة في المصدر",
        ru: "Последний итог — за последний год источника", zh: "最近的总数属于来源的最后一年")
    static let latestYearMeaning = Word(
        en: "After its last published total the State published none for the years named.",
        fr: "Après son dernier total publié, l’État n’en a publié aucun pour les années citées.",
        es: "Después de su último total publicado, el Estado no publicó ninguno para los años indicados.",
        ar: "لم تنشر الدولة بعد آخر مجموع لها أي مجموع للسنوات المذكورة.",
        ru: "После последнего опубликованного итога государство не опубликовало данных за указанные годы.",
        zh: "在最后一次公布总数之后，该国未公布所列年份的总数。")
    static let disaggregated = Word(
        en: "Totals also published by sex, age, form and citizenship",
        fr: "Totaux aussi publiés par sexe, âge, forme et nationalité",
        es: "Totales también publicados por sexo, edad, forma y nacionalidad",
        ar: "المجاميع منشورة أيضًا حسب الجنس والعمر والشكل والجنسية",
        ru: "Итоги опубликованы также по полу, возрасту, форме и гражданству", zh: "总数同时按性别、年龄、形式和国籍公布")
    static let disaggregatedMeaning = Word(
        en: "In the years named at least one of the four splits is missing. Counted are splits, four for each year with a total.",
        fr: "Dans les années citées, au moins une des quatre ventilations manque. On compte quatre ventilations par année ayant un total.",
        es: "En los años indicados falta al menos uno de los cuatro desgloses. Se cuentan cuatro por cada año con total.",
        ar: "ينقص في السنوات المذكورة تفصيل واحد على الأقل من الأربعة. ويُحسب أربعة تفصيلات لكل سنة لها مجموع.",
        ru: "За указанные годы нет хотя бы одной из четырёх разбивок. Считаются разбивки: четыре на каждый год с итогом.",
        zh: "所列年份缺少四种细分中的至少一种。按每个有总数的年份计四种细分。")
    static let labelsRead = Word(
        en: "Labels of countries that can be read", fr: "Libellés de pays lisibles", es: "Etiquetas de países legibles",
        ar: "تسميات البلدان المقروءة", ru: "Читаемые названия стран", zh: "可辨认的国家标签")
    static let labelsReadMeaning = Word(
        en: "Some labels name neither a State nor a known group. Their figures are kept, and counted for no country.",
        fr: "Certains libellés ne désignent ni un État ni un groupe connu. Leurs chiffres sont gardés sans être attribués à un pays.",
        es: "Algunas etiquetas no nombran ni un Estado ni un grupo conocido. Sus cifras se conservan sin atribuirse a un país.",
        ar: "بعض التسميات لا تدل على دولة ولا على مجموعة معروفة. تُحفظ أرقامها ولا تُنسب إلى بلد.",
        ru: "Некоторые подписи не называют ни государства, ни известной группы. Их числа сохранены, но не отнесены ни к одной стране.",
        zh: "有些标签既不是国家也不是已知群体。其数字予以保留，但不计入任何国家。")
    static let partsWithoutTotal = Word(
        en: "Years with parts also have a total", fr: "Les années ventilées ont aussi un total",
        es: "Los años con partes tienen también un total", ar: "السنوات المفصّلة لها مجموع أيضًا",
        ru: "Годы с разбивкой имеют и итог", zh: "有细分的年份也有总数")
    static let partsWithoutTotalMeaning = Word(
        en: "For the years named parts were published but no total. We add none: the parts may leave people out.",
        fr:
            "Pour les années citées, des parties ont été publiées mais aucun total. Nous n’en ajoutons pas : les parties peuvent omettre des personnes.",
        es: "Para los años indicados se publicaron partes pero ningún total. No añadimos ninguno: las partes pueden omitir personas.",
        ar: "نُشرت للسنوات المذكورة أجزاء بلا مجموع. ولا نضيف مجموعًا: فقد تُغفل الأجزاء أشخاصًا.",
        ru: "За указанные годы опубликованы части, но не итог. Мы его не вычисляем: части могут учитывать не всех.",
        zh: "所列年份公布了部分数据但没有总数。我们不补算：各部分可能有遗漏。")

    static func partsOverTotal(_ split: PartsOverTotal.Split) -> Word {
        switch split {
        case .sex:
            Word(
                en: "Victims by sex do not exceed the total", fr: "Les victimes par sexe ne dépassent pas le total",
                es: "Las víctimas por sexo no superan el total", ar: "الضحايا حسب الجنس لا يتجاوزون المجموع",
                ru: "Жертв по полу не больше итога", zh: "按性别的受害人不超过总数")
        case .age:
            Word(
                en: "Victims by age do not exceed the total", fr: "Les victimes par âge ne dépassent pas le total",
                es: "Las víctimas por edad no superan el total", ar: "الضحايا حسب العمر لا يتجاوزون المجموع",
                ru: "Жертв по возрасту не больше итога", zh: "按年龄的受害人不超过总数")
        case .form:
            Word(
                en: "Victims by form of exploitation do not exceed the total",
                fr: "Les victimes par forme d’exploitation ne dépassent pas le total",
                es: "Las víctimas por forma de explotación no superan el total",
                ar: "الضحايا حسب شكل الاستغلال لا يتجاوزون المجموع", ru: "Жертв по формам эксплуатации не больше итога",
                zh: "按剥削形式的受害人不超过总数")
        case .citizenship:
            Word(
                en: "Victims by citizenship do not exceed the total",
                fr: "Les victimes par nationalité ne dépassent pas le total",
                es: "Las víctimas por nacionalidad no superan el total", ar: "الضحايا حسب الجنسية لا يتجاوزون المجموع",
                ru: "Жертв по гражданству не больше итога", zh: "按国籍的受害人不超过总数")
        }
    }

    static let partsOverTotalMeaning = Word(
        en: "In the years named the parts, each taken at its lowest, add up to more than the published total at its highest.",
        fr: "Dans les années citées, les parties, prises à leur minimum, dépassent ensemble le total publié à son maximum.",
        es: "En los años indicados las partes, tomadas en su mínimo, suman más que el total publicado en su máximo.",
        ar: "في السنوات المذكورة يزيد مجموع الأجزاء، بأدنى قيمها، على المجموع المنشور بأعلى قيمته.",
        ru: "За указанные годы сумма частей по нижней границе больше опубликованного итога по верхней.",
        zh: "所列年份各部分即使取最小值，合计也大于所公布总数的最大值。")
    static let convictedOverProsecuted = Word(
        en: "No more convicted than prosecuted", fr: "Pas plus de condamnés que de poursuivis",
        es: "No más condenados que procesados", ar: "المدانون ليسوا أكثر من الملاحقين", ru: "Осуждённых не больше, чем преданных суду",
        zh: "被定罪人数不超过被起诉人数")
    static let convictedOverProsecutedMeaning = Word(
        en: "In the years named more persons were convicted than prosecuted. It can be right: a person may be convicted in a later year.",
        fr:
            "Dans les années citées, il y a plus de condamnés que de poursuivis. Cela peut être exact : on peut être condamné une année plus tard.",
        es: "En los años indicados hubo más condenados que procesados. Puede ser correcto: la condena puede llegar en un año posterior.",
        ar: "في السنوات المذكورة أُدين أشخاص أكثر ممن لوحقوا. وقد يصح ذلك: فقد تصدر الإدانة في سنة لاحقة.",
        ru: "За указанные годы осуждённых больше, чем преданных суду. Это возможно: приговор может быть вынесен в более поздний год.",
        zh: "所列年份被定罪人数多于被起诉人数。这可能是对的：定罪可以发生在较后的年份。")
    static let publishedTwice = Word(
        en: "No cell published twice with different values", fr: "Aucune cellule publiée deux fois avec des valeurs différentes",
        es: "Ninguna celda publicada dos veces con valores distintos", ar: "لا خلية منشورة مرتين بقيمتين مختلفتين",
        ru: "Ни одна ячейка не опубликована дважды с разными значениями", zh: "没有以不同数值公布两次的单元格")
    static let publishedTwiceMeaning = Word(
        en: "The source gives some cells more than once with different values. We show each as the range of all of them.",
        fr:
            "La source donne certaines cellules plusieurs fois avec des valeurs différentes. Nous montrons pour chacune l’intervalle de toutes.",
        es: "La fuente da algunas celdas más de una vez con valores distintos. Mostramos cada una como el intervalo de todos.",
        ar: "يورد المصدر بعض الخلايا أكثر من مرة بقيم مختلفة. نعرض كلًّا منها كنطاق يشملها كلها.",
        ru: "Источник приводит некоторые ячейки несколько раз с разными значениями. Каждая показана диапазоном, охватывающим их все.",
        zh: "来源对某些单元格给出多个不同的数值。我们把每个这样的单元格显示为涵盖所有数值的范围。")
}
