package import Vocabulary

extension Finding {
    /// The finding in one or two sentences.
    package var words: Word {
        switch self {
        case .ageChild:
            Word(
                en: "The person is under eighteen, so a child.", fr: "La personne a moins de dix-huit ans : c’est un enfant.",
                es: "La persona es menor de dieciocho años: es un niño.", ar: "عمر الشخص أقل من ثماني عشرة سنة، فهو طفل.",
                ru: "Лицу нет восемнадцати лет: это ребёнок.", zh: "当事人未满十八岁，属于儿童。"
            )
        case .agePresumedChild:
            Word(
                en:
                    "The age is not known and there is reason to believe that the person is a child: they are treated as a child until the age is established.",
                fr:
                    "L’âge n’est pas connu et il y a lieu de croire que la personne est un enfant : elle est traitée comme tel jusqu’à ce que l’âge soit établi.",
                es:
                    "Se desconoce la edad y hay motivos para creer que la persona es un niño: se la trata como tal hasta que se establezca su edad.",
                ar: "العمر غير معروف وهناك ما يدعو إلى الاعتقاد بأن الشخص طفل: يُعامل معاملة الطفل إلى أن يثبت عمره.",
                ru:
                    "Возраст неизвестен, и есть основания считать лицо ребёнком: с ним обращаются как с ребёнком, пока возраст не установлен.",
                zh: "年龄不详，且有理由相信当事人是儿童：在确定年龄之前按儿童对待。"
            )
        case .ageAdult:
            Word(
                en: "The person is eighteen or older, so an adult.", fr: "La personne a dix-huit ans ou plus : c’est un adulte.",
                es: "La persona tiene dieciocho años o más: es adulta.", ar: "عمر الشخص ثماني عشرة سنة أو أكثر، فهو بالغ.",
                ru: "Лицу восемнадцать лет или больше: это взрослый.", zh: "当事人年满十八岁，属于成年人。"
            )
        case .ageUnknown:
            Word(
                en: "The age is not known and nothing points to a child: the facts are read as an adult’s. Find out the age.",
                fr: "L’âge n’est pas connu et rien n’indique un enfant : les faits sont appréciés comme pour un adulte. Établissez l’âge.",
                es: "Se desconoce la edad y nada indica que sea un niño: los hechos se valoran como los de un adulto. Averigüe la edad.",
                ar: "العمر غير معروف ولا شيء يشير إلى أن الشخص طفل: تُقرأ الوقائع كما لو كان بالغًا. تحقّقوا من العمر.",
                ru: "Возраст неизвестен, и ничто не указывает на ребёнка: факты оцениваются как для взрослого. Установите возраст.",
                zh: "年龄不详，也没有迹象表明是儿童：按成年人判断。请查明年龄。"
            )
        case .actShown:
            Word(
                en: "An act of trafficking is shown.", fr: "Un acte constitutif est établi.", es: "Hay un acto de trata.",
                ar: "ثبت فعل من أفعال الاتجار.", ru: "Деяние установлено.", zh: "存在构成贩运的行为。"
            )
        case .actMissing:
            Word(
                en:
                    "No act is shown. Ask how the person came there: were they recruited, transported, transferred, harboured or received by somebody?",
                fr:
                    "Aucun acte n’est établi. Demandez comment la personne est arrivée là : a-t-elle été recrutée, transportée, transférée, hébergée ou accueillie par quelqu’un ?",
                es:
                    "No consta ningún acto. Pregunte cómo llegó allí la persona: ¿alguien la captó, transportó, trasladó, acogió o recibió?",
                ar: "لم يثبت أي فعل. اسألوا كيف وصل الشخص إلى هناك: هل جنّده أحد أو نقله أو نقل السيطرة عليه أو آواه أو استقبله؟",
                ru:
                    "Деяние не показано. Узнайте, как человек там оказался: вербовал, перевозил, передавал, укрывал или получал ли его кто-либо?",
                zh: "未见行为要素。请询问当事人如何到达该处：是否有人招募、运送、转移、窝藏或接收。"
            )
        case .purposeShown:
            Word(
                en: "The purpose was exploitation, of a form that the Protocol names. It need not have happened yet.",
                fr: "Le but était l’exploitation, sous une forme que le Protocole nomme. Elle n’a pas besoin d’avoir déjà eu lieu.",
                es: "El fin era la explotación, en una forma que el Protocolo nombra. No hace falta que ya se haya producido.",
                ar: "كان الغرض هو الاستغلال بشكل يذكره البروتوكول. ولا يُشترط أن يكون قد وقع فعلًا.",
                ru: "Целью была эксплуатация в форме, названной в Протоколе. Она не обязательно уже должна была начаться.",
                zh: "目的是剥削，且属于议定书所列形式。剥削不必已经发生。"
            )
        case .purposeBeyondList:
            Word(
                en:
                    "The purpose was exploitation of a form that the Protocol does not name. Its list says “at a minimum”, so it is counted here; national law decides.",
                fr:
                    "Le but était une exploitation que le Protocole ne nomme pas. Sa liste vaut « au minimum », elle est donc comptée ici ; le droit national décide.",
                es:
                    "El fin era una forma de explotación que el Protocolo no nombra. Su lista es «como mínimo», por lo que aquí se cuenta; decide el derecho nacional.",
                ar: "كان الغرض شكلًا من الاستغلال لا يذكره البروتوكول. وقائمته حدٌّ أدنى، لذلك يُحتسب هنا؛ والقانون الوطني هو الذي يقرّر.",
                ru:
                    "Целью была форма эксплуатации, не названная в Протоколе. Его перечень — «как минимум», поэтому здесь она учтена; решает национальный закон.",
                zh: "目的是议定书未列出的剥削形式。议定书所列为“至少”应包括者，故此处计入；以国内法为准。"
            )
        case .purposeMissing:
            Word(
                en: "No purpose of exploitation is shown. Ask what the person was to do, for whom, and who gained by it.",
                fr: "Aucun but d’exploitation n’est établi. Demandez ce que la personne devait faire, pour qui, et qui en profitait.",
                es: "No consta un fin de explotación. Pregunte qué debía hacer la persona, para quién y quién se beneficiaba.",
                ar: "لم يثبت غرض الاستغلال. اسألوا عمّا كان على الشخص أن يفعله، ولمصلحة من، ومن كان المستفيد.",
                ru: "Цель эксплуатации не показана. Узнайте, что человек должен был делать, для кого и кто получал выгоду.",
                zh: "未见剥削目的。请询问当事人须做什么、为谁做、谁从中获利。"
            )
        case .meansNotNeeded:
            Word(
                en: "For a child no means has to be shown.", fr: "Pour un enfant, aucun moyen n’a à être établi.",
                es: "En el caso de un niño no hay que probar ningún medio.", ar: "لا يلزم إثبات أي وسيلة إذا كان الشخص طفلًا.",
                ru: "Если речь идёт о ребёнке, средство доказывать не нужно.", zh: "对于儿童，无须证明使用了任何手段。"
            )
        case .meansShown:
            Word(
                en: "A means is shown.", fr: "Un moyen est établi.", es: "Consta un medio.", ar: "ثبت استخدام وسيلة.",
                ru: "Средство установлено.", zh: "存在手段要素。"
            )
        case .meansMissing:
            Word(
                en:
                    "No means is shown. Ask about threats, force, deception, debts, papers taken away, and whether somebody used a weakness of the person.",
                fr:
                    "Aucun moyen n’est établi. Interrogez sur les menaces, la force, la tromperie, les dettes, les papiers confisqués, et si quelqu’un a profité d’une situation de faiblesse.",
                es:
                    "No consta ningún medio. Pregunte por amenazas, fuerza, engaño, deudas, documentos retenidos y si alguien se aprovechó de una situación de vulnerabilidad.",
                ar: "لم تثبت أي وسيلة. اسألوا عن التهديد والقوة والخداع والديون وأخذ الوثائق، وعمّا إذا كان أحد قد استغل حالة استضعاف.",
                ru:
                    "Средство не показано. Спросите об угрозах, силе, обмане, долгах, отобранных документах и о том, не воспользовался ли кто-либо уязвимостью человека.",
                zh: "未见手段要素。请询问是否有威胁、武力、欺骗、债务、扣押证件，或有人利用其弱势处境。"
            )
        case .consentCancelledByMeans:
            Word(
                en: "It is said that the person agreed. A means was used, so the agreement does not count.",
                fr: "On dit que la personne a accepté. Un moyen a été employé : l’accord ne compte pas.",
                es: "Se dice que la persona aceptó. Se empleó un medio, de modo que el acuerdo no cuenta.",
                ar: "يُقال إن الشخص وافق. لكن استُخدمت وسيلة، فلا عبرة بالموافقة.",
                ru: "Утверждается, что человек согласился. Было использовано средство, поэтому согласие не имеет значения.",
                zh: "有人称当事人已同意。由于使用了手段，该同意不予考虑。"
            )
        case .consentOfChild:
            Word(
                en: "It is said that the person agreed. A child’s agreement to exploitation never counts.",
                fr: "On dit que la personne a accepté. L’accord d’un enfant à l’exploitation ne compte jamais.",
                es: "Se dice que la persona aceptó. El acuerdo de un niño con la explotación nunca cuenta.",
                ar: "يُقال إن الشخص وافق. ولا عبرة أبدًا بموافقة الطفل على الاستغلال.",
                ru: "Утверждается, что человек согласился. Согласие ребёнка на эксплуатацию никогда не имеет значения.",
                zh: "有人称当事人已同意。儿童对剥削的同意一概不予考虑。"
            )
        case .consentWithoutMeans:
            Word(
                en: "It is said that the person agreed. That decides nothing by itself: ask how the agreement was obtained.",
                fr: "On dit que la personne a accepté. Cela ne décide rien en soi : demandez comment l’accord a été obtenu.",
                es: "Se dice que la persona aceptó. Eso por sí solo no decide nada: pregunte cómo se obtuvo el acuerdo.",
                ar: "يُقال إن الشخص وافق. وهذا لا يحسم شيئًا بحد ذاته: اسألوا كيف جرى الحصول على الموافقة.",
                ru: "Утверждается, что человек согласился. Само по себе это ничего не решает: узнайте, как было получено согласие.",
                zh: "有人称当事人已同意。这本身不能决定什么：请询问同意是如何取得的。"
            )
        case .borderNotRequired:
            Word(
                en: "Whether a border was crossed makes no difference.", fr: "Le passage d’une frontière ne change rien.",
                es: "Que se haya cruzado una frontera no cambia nada.", ar: "عبور الحدود أو عدمه لا يغيّر شيئًا.",
                ru: "Пересечение границы значения не имеет.", zh: "是否跨越国境不影响判断。"
            )
        case .groupNotRequired:
            Word(
                en: "Whether an organised group took part makes no difference.",
                fr: "La participation d’un groupe organisé ne change rien.",
                es: "Que haya participado un grupo organizado no cambia nada.", ar: "مشاركة جماعة منظمة أو عدمها لا تغيّر شيئًا.",
                ru: "Участие организованной группы значения не имеет.", zh: "是否有有组织集团参与不影响判断。"
            )
        case .smugglingSigns:
            Word(
                en:
                    "Somebody was paid to bring the person across a border, and had no more to do with them afterwards: signs of smuggling.",
                fr:
                    "Quelqu’un a été payé pour faire passer une frontière à la personne et n’a plus eu affaire à elle ensuite : signes de trafic illicite de migrants.",
                es:
                    "Se pagó a alguien para que la persona cruzara una frontera y después no hubo más relación: indicios de tráfico ilícito de migrantes.",
                ar: "دُفع مال لأحدهم كي يعبر بالشخص الحدود، ولم تعد له به صلة بعد ذلك: علامات على تهريب المهاجرين.",
                ru: "Кому-то заплатили за переправку через границу, и после этого связи не было: признаки незаконного ввоза мигрантов.",
                zh: "有人收钱将当事人带过边境，此后再无往来：这是偷运移民的迹象。"
            )
        case .smugglingGoesOn:
            Word(
                en:
                    "Somebody was paid to bring the person across a border, and it is not known that the relation ended there. Smuggling can turn into trafficking: look for exploitation.",
                fr:
                    "Quelqu’un a été payé pour faire passer une frontière à la personne, et rien ne dit que la relation a pris fin là. Le trafic illicite peut devenir traite : cherchez une exploitation.",
                es:
                    "Se pagó a alguien para que la persona cruzara una frontera y no consta que la relación acabara ahí. El tráfico ilícito puede convertirse en trata: busque indicios de explotación.",
                ar:
                    "دُفع مال لأحدهم كي يعبر بالشخص الحدود، ولا يُعرف أن الصلة انتهت عند ذلك. وقد يتحول التهريب إلى اتجار: ابحثوا عن الاستغلال.",
                ru:
                    "Кому-то заплатили за переправку через границу, и неизвестно, закончилась ли на этом связь. Незаконный ввоз может перейти в торговлю людьми: ищите эксплуатацию.",
                zh: "有人收钱将当事人带过边境，而不清楚双方关系是否就此结束。偷运可能演变为贩运：请查看是否存在剥削。"
            )
        case .smugglingBeside:
            Word(
                en: "Somebody was also paid to bring the person across a border. That does not take away that this is trafficking.",
                fr:
                    "Quelqu’un a aussi été payé pour faire passer une frontière à la personne. Cela n’enlève rien au fait qu’il y a traite.",
                es: "Además se pagó a alguien para que la persona cruzara una frontera. Eso no quita que sea trata.",
                ar: "دُفع أيضًا مال لأحدهم كي يعبر بالشخص الحدود. وهذا لا ينفي أن الأمر اتجار بالأشخاص.",
                ru: "Кроме того, кому-то заплатили за переправку через границу. Это не отменяет того, что речь идёт о торговле людьми.",
                zh: "此外有人收钱将当事人带过边境。这并不改变其属于人口贩运。"
            )
        case .labourSigns:
            Word(
                en:
                    "Labour law was broken. Poor conditions alone are not trafficking, but they can hide it: the labour inspectorate should look.",
                fr:
                    "Le droit du travail a été enfreint. De mauvaises conditions ne sont pas à elles seules une traite, mais peuvent la cacher : l’inspection du travail doit examiner.",
                es:
                    "Se infringió la legislación laboral. Las malas condiciones por sí solas no son trata, pero pueden ocultarla: debe examinarlo la inspección de trabajo.",
                ar: "خولف قانون العمل. وسوء الظروف وحده ليس اتجارًا، لكنه قد يخفيه: ينبغي أن تنظر فيه مفتشية العمل.",
                ru:
                    "Нарушено трудовое право. Плохие условия сами по себе не торговля людьми, но могут её скрывать: дело для инспекции труда.",
                zh: "违反了劳动法。仅仅条件恶劣并不构成贩运，但可能掩盖贩运：应由劳动监察部门查看。"
            )
        case .labourBeside:
            Word(
                en: "Labour law was broken as well. The person keeps the claims that follow from it, such as unpaid wages.",
                fr:
                    "Le droit du travail a aussi été enfreint. La personne garde les droits qui en découlent, par exemple aux salaires impayés.",
                es:
                    "También se infringió la legislación laboral. La persona conserva los derechos que de ello resultan, como los salarios impagados.",
                ar: "خولف قانون العمل أيضًا. ويحتفظ الشخص بالمطالبات الناشئة عن ذلك، مثل الأجور غير المدفوعة.",
                ru: "Нарушено и трудовое право. За человеком остаются вытекающие из этого требования, например о невыплаченной зарплате.",
                zh: "同时违反了劳动法。当事人保留由此产生的权利，例如追讨欠薪。"
            )
        case .resultTrafficking: Classification.Outcome.trafficking.words
        case .resultTraffickingInChild: Classification.Outcome.traffickingInChild.words
        case .resultElementMissing: Classification.Outcome.elementMissing.words
        case .resultSmuggling: Classification.Outcome.signsOfSmuggling.words
        case .resultLabour: Classification.Outcome.labourViolation.words
        }
    }
}
