import Vocabulary

extension Word {
    static let definitionTitle = Word(
        en: "Try the definition", fr: "Essayer la définition", es: "Probar la definición", ar: "جرّب التعريف",
        ru: "Проверить по определению", zh: "试用定义"
    )
    static let definitionLead = Word(
        en:
            "Tick what is known of a situation. The answer names the element that is missing, if any, and the clause for each step. Nothing is stored.",
        fr:
            "Cochez ce que l’on sait d’une situation. La réponse nomme l’élément manquant, s’il y en a un, et la disposition pour chaque étape. Rien n’est conservé.",
        es:
            "Marque lo que se sabe de una situación. La respuesta indica el elemento que falta, si falta alguno, y la cláusula de cada paso. No se guarda nada.",
        ar: "ضع علامة على ما هو معروف عن الحالة. تذكر الإجابة العنصر الناقص إن وُجد، والبند الذي تستند إليه كل خطوة. ولا يُحفظ أي شيء.",
        ru:
            "Отметьте, что известно о ситуации. Ответ назовёт недостающий элемент, если он есть, и статью для каждого шага. Ничего не сохраняется.",
        zh: "勾选已知情况。答案会指出缺少的要素（如有）以及每一步所依据的条款。不保存任何内容。"
    )
    static let definitionNoDecision = Word(
        en: "This is an aid to reading the definition. It decides nothing about a person, and national law may differ.",
        fr: "Ceci aide à lire la définition. Cela ne décide rien au sujet d’une personne, et le droit national peut différer.",
        es: "Esto ayuda a leer la definición. No decide nada sobre una persona, y el derecho nacional puede ser distinto.",
        ar: "هذه وسيلة مساعدة على قراءة التعريف. وهي لا تقرر شيئًا بشأن أي شخص، وقد يختلف القانون الوطني.",
        ru: "Это помощь в чтении определения. Она ничего не решает о человеке, а национальный закон может отличаться.",
        zh: "这只是帮助理解定义的工具，不对任何人作出决定；国内法可能有所不同。"
    )
    static let whatWasDone = Word(
        en: "What was done to the person?", fr: "Qu’a-t-on fait à la personne ?", es: "¿Qué se le hizo a la persona?",
        ar: "ماذا فُعل بالشخص؟",
        ru: "Что сделали с человеком?", zh: "对当事人做了什么？"
    )
    static let howWasItDone = Word(
        en: "How was the person made to?", fr: "Par quel moyen ?", es: "¿Por qué medio?", ar: "بأي وسيلة؟", ru: "Каким способом?",
        zh: "使用了什么手段？"
    )
    static let whatFor = Word(
        en: "What was it for?", fr: "Dans quel but ?", es: "¿Con qué fin?", ar: "لأي غرض؟", ru: "С какой целью?", zh: "出于什么目的？"
    )
    static let howOld = Word(
        en: "How old is the person?", fr: "Quel âge a la personne ?", es: "¿Qué edad tiene la persona?", ar: "كم عمر الشخص؟",
        ru: "Сколько лет человеку?",
        zh: "当事人的年龄？"
    )
    static let underEighteen = Word(
        en: "Under eighteen", fr: "Moins de dix-huit ans", es: "Menos de dieciocho años", ar: "أقل من ثماني عشرة سنة",
        ru: "Младше восемнадцати", zh: "未满十八岁"
    )
    static let eighteenOrOver = Word(
        en: "Eighteen or older", fr: "Dix-huit ans ou plus", es: "Dieciocho años o más", ar: "ثماني عشرة سنة أو أكثر",
        ru: "Восемнадцать или старше",
        zh: "十八岁或以上"
    )
    static let perhapsChild = Word(
        en: "Not known, and there is reason to believe that the person is a child",
        fr: "Inconnu, et il y a lieu de croire que la personne est un enfant",
        es: "Se desconoce, y hay motivos para creer que es un niño", ar: "غير معروف، وهناك ما يدعو إلى الاعتقاد بأنه طفل",
        ru: "Неизвестно, и есть основания считать человека ребёнком", zh: "不详，且有理由相信是儿童"
    )
    static let ageNotKnown = Word(
        en: "Not known, and nothing points to a child", fr: "Inconnu, et rien n’indique un enfant",
        es: "Se desconoce, y nada indica que sea un niño",
        ar: "غير معروف، ولا شيء يشير إلى أنه طفل", ru: "Неизвестно, и ничто не указывает на ребёнка", zh: "不详，且无迹象表明是儿童"
    )
    static let personAgreed = Word(
        en: "Somebody says that the person agreed", fr: "On dit que la personne a accepté", es: "Se dice que la persona aceptó",
        ar: "يُقال إن الشخص وافق", ru: "Утверждается, что человек согласился", zh: "有人称当事人已同意"
    )
    static let borderCrossed = Word(
        en: "A border was crossed", fr: "Une frontière a été franchie", es: "Se cruzó una frontera", ar: "عُبرت حدود",
        ru: "Была пересечена граница",
        zh: "跨越了国境"
    )
    static let groupTookPart = Word(
        en: "An organised group took part", fr: "Un groupe organisé a participé", es: "Participó un grupo organizado",
        ar: "شاركت جماعة منظمة",
        ru: "Участвовала организованная группа", zh: "有有组织集团参与"
    )
    static let conditionsOfWork = Word(
        en: "Was labour law broken?", fr: "Le droit du travail a-t-il été enfreint ?", es: "¿Se infringió la legislación laboral?",
        ar: "هل خولف قانون العمل؟", ru: "Нарушалось ли трудовое право?", zh: "是否违反了劳动法？"
    )
    static let helpToCross = Word(
        en: "Was the person helped across a border?", fr: "A-t-on aidé la personne à passer une frontière ?",
        es: "¿Se ayudó a la persona a cruzar una frontera?",
        ar: "هل سوعد الشخص على عبور الحدود؟", ru: "Помогали ли человеку пересечь границу?", zh: "是否有人协助当事人越过边境？"
    )
    static let classifyNow = Word(
        en: "What is it by the definition?", fr: "Qu’est-ce selon la définition ?", es: "¿Qué es según la definición?",
        ar: "ما هو بحسب التعريف؟",
        ru: "Что это по определению?", zh: "按定义属于什么？"
    )
    static let theAnswer = Word(en: "The answer", fr: "La réponse", es: "La respuesta", ar: "الإجابة", ru: "Ответ", zh: "答案")
    static let whatIsMissing = Word(
        en: "What is missing", fr: "Ce qui manque", es: "Lo que falta", ar: "ما ينقص", ru: "Чего не хватает", zh: "缺少什么"
    )
    static let alsoPointsTo = Word(
        en: "The facts also point to", fr: "Les faits indiquent aussi", es: "Los hechos apuntan también a", ar: "تشير الوقائع أيضًا إلى",
        ru: "Факты указывают также на", zh: "事实还指向"
    )
    static let stepByStep = Word(
        en: "Step by step", fr: "Étape par étape", es: "Paso a paso", ar: "خطوة بخطوة", ru: "Шаг за шагом", zh: "逐步说明"
    )
    static let restsOn = Word(en: "Rests on", fr: "Fondement", es: "Se basa en", ar: "يستند إلى", ru: "Основание", zh: "依据")
    static let startAgain = Word(
        en: "Start again", fr: "Recommencer", es: "Empezar de nuevo", ar: "البدء من جديد", ru: "Начать заново", zh: "重新开始"
    )
}
