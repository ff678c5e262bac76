package import Vocabulary

extension Word {
    package static let detectedVictims = Word(
        en: "Detected victims", fr: "Victimes détectées", es: "Víctimas detectadas", ar: "الضحايا المكتشفون",
        ru: "Выявленные жертвы", zh: "发现的受害人")
    package static let recordedOffences = Word(
        en: "Recorded offences", fr: "Infractions enregistrées", es: "Delitos registrados", ar: "الجرائم المسجلة",
        ru: "Зарегистрированные преступления", zh: "记录的犯罪")
    package static let personsSuspected = Word(
        en: "Persons suspected", fr: "Personnes soupçonnées", es: "Personas sospechosas", ar: "الأشخاص المشتبه فيهم",
        ru: "Подозреваемые", zh: "嫌疑人")
    package static let personsProsecuted = Word(
        en: "Persons prosecuted", fr: "Personnes poursuivies", es: "Personas procesadas", ar: "الأشخاص الملاحقون قضائيًا",
        ru: "Лица, преданные суду", zh: "被起诉人")
    package static let personsConvicted = Word(
        en: "Persons convicted", fr: "Personnes condamnées", es: "Personas condenadas", ar: "الأشخاص المدانون",
        ru: "Осуждённые", zh: "被定罪人")

    static let year = Word(en: "Year", fr: "Année", es: "Año", ar: "السنة", ru: "Год", zh: "年份")
    static let stateCode = Word(
        en: "Code", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "代码")
    static let stateOrArea = Word(
        en: "State or area", fr: "État ou zone", es: "Estado o zona", ar: "الدولة أو المنطقة", ru: "Государство или территория",
        zh: "国家或地区")
    static let regionOfStates = Word(en: "Region", fr: "Région", es: "Región", ar: "الإقليم", ru: "Регион", zh: "区域")
    static let sexOfPersons = Word(en: "Sex", fr: "Sexe", es: "Sexo", ar: "الجنس", ru: "Пол", zh: "性别")
    static let ageOfPersons = Word(en: "Age", fr: "Âge", es: "Edad", ar: "العمر", ru: "Возраст", zh: "年龄")
    static let formOfExploitation = Word(
        en: "Form of exploitation", fr: "Forme d’exploitation", es: "Forma de explotación", ar: "شكل الاستغلال",
        ru: "Форма эксплуатации", zh: "剥削形式")
    static let citizenshipOfPersons = Word(
        en: "Citizenship", fr: "Nationalité", es: "Nacionalidad", ar: "الجنسية", ru: "Гражданство", zh: "国籍")
    static let statesReporting = Word(
        en: "States that published", fr: "États ayant publié", es: "Estados que publicaron", ar: "الدول التي نشرت",
        ru: "Опубликовали государств", zh: "公布数据的国家数")

    package static let noRegion = Word(
        en: "No region", fr: "Sans région", es: "Sin región", ar: "بلا إقليم", ru: "Вне регионов", zh: "不属任何区域")
    package static let statelessPersons = Word(
        en: "Stateless", fr: "Apatrides", es: "Apátridas", ar: "عديمو الجنسية", ru: "Лица без гражданства", zh: "无国籍人")
    package static let foreignWithoutCountry = Word(
        en: "Foreign, country not published", fr: "Étrangers, pays non publié", es: "Extranjeros, país no publicado",
        ar: "أجانب، لم يُنشر البلد", ru: "Иностранцы, страна не указана", zh: "外国人，未公布国家")
    package static let citizenshipUnknown = Word(
        en: "Citizenship unknown", fr: "Nationalité inconnue", es: "Nacionalidad desconocida", ar: "جنسية غير معروفة",
        ru: "Гражданство неизвестно", zh: "国籍不明")
    package static let severalCountries = Word(
        en: "A region or several countries", fr: "Une région ou plusieurs pays", es: "Una región o varios países",
        ar: "إقليم أو عدة بلدان", ru: "Регион или несколько стран", zh: "某区域或多个国家")
    package static let labelUnread = Word(
        en: "Label that can’t be read", fr: "Libellé illisible", es: "Etiqueta ilegible", ar: "تسمية لا يمكن قراءتها",
        ru: "Нечитаемая подпись", zh: "无法辨认的标签")

    static let noLicenceStated = Word(
        en: "The copy states no licence. Ask the publisher before you republish it.",
        fr: "La copie n’indique aucune licence. Demandez à l’éditeur avant de la republier.",
        es: "La copia no indica ninguna licencia. Consulte al editor antes de volver a publicarla.",
        ar: "لا تذكر النسخة أي ترخيص. اسأل الناشر قبل إعادة نشرها.",
        ru: "В копии не указана лицензия. Спросите издателя, прежде чем публиковать её снова.",
        zh: "该副本未注明许可。再次发布前请询问出版方。")

    /// On a figure that holds a cell published more than once with different values.
    package static let publishedTwiceRemark = Word(
        en: "Published more than once with different values; shown as the range of all of them.",
        fr: "Publié plusieurs fois avec des valeurs différentes ; présenté comme l’intervalle de toutes.",
        es: "Publicado más de una vez con valores distintos; se muestra como el intervalo de todos ellos.",
        ar: "نُشر أكثر من مرة بقيم مختلفة؛ ويُعرض كنطاق يشملها كلها.",
        ru: "Опубликовано несколько раз с разными значениями; показан охватывающий их диапазон.",
        zh: "曾以不同数值多次公布；以涵盖所有数值的范围表示。")
    package static let onlyWhatWasPublished = Word(
        en: "A sum over States holds only those that published; the column beside it says how many did. A gap is not zero.",
        fr: "Une somme d’États ne contient que ceux qui ont publié ; la colonne voisine dit combien. Une lacune n’est pas un zéro.",
        es: "Una suma de Estados solo incluye a los que publicaron; la columna contigua dice cuántos. Un vacío no es cero.",
        ar: "مجموع الدول لا يشمل إلا التي نشرت، ويذكر العمود المجاور عددها. والفجوة ليست صفرًا.",
        ru: "Сумма по государствам включает только опубликовавших; их число указано рядом. Пробел — не ноль.",
        zh: "各国合计只包括已公布数据的国家，旁边一栏列出其数目。空缺不等于零。")
    package static let partsNotTotals = Word(
        en:
            "Not every State that publishes a total also splits it, and a split may leave people out: the rows need not add up to the total.",
        fr:
            "Tous les États qui publient un total ne le ventilent pas, et une ventilation peut omettre des personnes : les lignes ne donnent pas forcément le total.",
        es:
            "No todos los Estados que publican un total lo desglosan, y un desglose puede omitir personas: las filas no tienen por qué sumar el total.",
        ar: "لا تُفصّل كل دولة المجموع الذي تنشره، وقد يُغفل التفصيل أشخاصًا: لذا قد لا يساوي جمع الصفوف المجموع.",
        ru: "Не все государства разбивают опубликованный итог, и разбивка может учитывать не всех: строки не обязаны давать в сумме итог.",
        zh: "并非所有公布总数的国家都作细分，细分也可能遗漏一些人：各行相加不一定等于总数。")
    package static let oneCountryTwoNames = Word(
        en: "Where a source names one country in two ways, the figure runs from the larger of the two to their sum.",
        fr: "Quand une source nomme un pays de deux façons, le chiffre va du plus grand des deux à leur somme.",
        es: "Cuando una fuente nombra un país de dos maneras, la cifra va de la mayor de ambas a su suma.",
        ar: "إذا سمّى المصدر بلدًا واحدًا باسمين، فالرقم يمتد من أكبرهما إلى مجموعهما.",
        ru: "Если источник называет страну двумя способами, число лежит между большим из двух и их суммой.",
        zh: "若来源对同一国家用了两种名称，数字范围为两者中较大者至两者之和。")
}
