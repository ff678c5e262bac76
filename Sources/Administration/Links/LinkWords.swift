import Vocabulary

extension Word {
    static let invitationTitle = Word(
        en: "Welcome", fr: "Bienvenue", es: "Le damos la bienvenida", ar: "أهلًا بك", ru: "Добро пожаловать", zh: "欢迎"
    )
    static let newPasswordTitle = Word(
        en: "Make a new password", fr: "Créer un nouveau mot de passe", es: "Crear una contraseña nueva", ar: "إنشاء كلمة مرور جديدة",
        ru: "Новый пароль", zh: "设置新密码"
    )
    static let yourOrganisation = Word(
        en: "Your organisation", fr: "Votre organisation", es: "Su organización", ar: "مؤسستك", ru: "Ваша организация", zh: "您所在机构"
    )
    static let yourName = Word(en: "Your name", fr: "Votre nom", es: "Su nombre", ar: "اسمك", ru: "Ваше имя", zh: "您的姓名")
    static let invitationLead = Word(
        en: "An account was made for you. Choose a password to begin. This link works once.",
        fr: "Un compte a été créé pour vous. Choisissez un mot de passe pour commencer. Ce lien ne sert qu’une fois.",
        es: "Se ha creado una cuenta para usted. Elija una contraseña para empezar. Este enlace sirve una sola vez.",
        ar: "أُنشئ لك حساب. اختر كلمة مرور لتبدأ. يعمل هذا الرابط مرة واحدة فقط.",
        ru: "Для вас создана учётная запись. Выберите пароль, чтобы начать. Ссылка действует один раз.",
        zh: "已为您建立账户。请设置密码以开始使用。此链接只能使用一次。"
    )
    static let newPasswordLead = Word(
        en: "Choose a new password. All your sessions end. This link works once.",
        fr: "Choisissez un nouveau mot de passe. Toutes vos sessions prennent fin. Ce lien ne sert qu’une fois.",
        es: "Elija una contraseña nueva. Se cierran todas sus sesiones. Este enlace sirve una sola vez.",
        ar: "اختر كلمة مرور جديدة. ستنتهي كل جلساتك. يعمل هذا الرابط مرة واحدة فقط.",
        ru: "Выберите новый пароль. Все ваши сеансы завершатся. Ссылка действует один раз.",
        zh: "请设置新密码。您的所有会话都将结束。此链接只能使用一次。"
    )
    static let savePassword = Word(
        en: "Save and sign in", fr: "Enregistrer et se connecter", es: "Guardar y entrar", ar: "حفظ والدخول",
        ru: "Сохранить и войти", zh: "保存并登录"
    )
    static let setupTitle = Word(
        en: "The first administrator", fr: "Le premier administrateur", es: "La primera persona administradora", ar: "المسؤول الأول",
        ru: "Первый администратор", zh: "首位管理员"
    )
    static let setupLead = Word(
        en: "Nobody looks after this node yet. Make the account of the person who will; it invites everybody else.",
        fr: "Personne ne gère encore ce nœud. Créez le compte de la personne qui le fera ; elle invitera toutes les autres.",
        es: "Nadie gestiona todavía este nodo. Cree la cuenta de quien lo hará; esa persona invitará a todas las demás.",
        ar: "لا أحد يدير هذه العقدة بعد. أنشئ حساب من سيديرها، وهو من سيدعو الآخرين.",
        ru: "За этим узлом пока никто не следит. Создайте учётную запись того, кто будет этим заниматься и пригласит остальных.",
        zh: "此节点尚无人管理。请为将要管理它的人建立账户，由其邀请其他人。"
    )
    static let setupOrganisation = Word(
        en: "Organisation that runs this node", fr: "Organisation qui exploite ce nœud", es: "Organización que gestiona este nodo",
        ar: "المؤسسة التي تدير هذه العقدة", ru: "Организация, которая ведёт этот узел", zh: "运营此节点的机构"
    )
    static let organisationKind = Word(
        en: "Kind of organisation", fr: "Type d’organisation", es: "Tipo de organización", ar: "نوع المؤسسة",
        ru: "Вид организации", zh: "机构类型"
    )
    static let chooseSignInName = Word(
        en: "Lower-case letters, digits, dots or hyphens. You type it each time you sign in.",
        fr: "Lettres minuscules, chiffres, points ou traits d’union. Vous le saisirez à chaque connexion.",
        es: "Letras minúsculas, cifras, puntos o guiones. Lo escribirá cada vez que entre.",
        ar: "حروف لاتينية صغيرة أو أرقام أو نقاط أو شرطات. ستكتبه عند كل دخول.",
        ru: "Строчные латинские буквы, цифры, точки или дефисы. Вы вводите его при каждом входе.",
        zh: "小写拉丁字母、数字、点或连字符。每次登录时都要输入。"
    )
    static let makeAccount = Word(
        en: "Make the account", fr: "Créer le compte", es: "Crear la cuenta", ar: "إنشاء الحساب", ru: "Создать учётную запись", zh: "建立账户"
    )
}
