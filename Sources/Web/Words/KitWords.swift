package import Vocabulary

// The kit's own words: the frame of every page. All are public, for every door uses them.

extension Word {
    /// Runtime data where a `Word` is wanted: the name of an organisation in a page's title. Never a literal.
    package static func data(_ text: String) -> Word {
        Word(en: text, fr: text, es: text, ar: text, ru: text, zh: text)
    }

    static let skipToContent = Word(
        en: "Skip to the content", fr: "Aller au contenu", es: "Ir al contenido", ar: "انتقل إلى المحتوى",
        ru: "Перейти к содержанию", zh: "跳到正文"
    )
    static let mainMenu = Word(
        en: "Main menu", fr: "Menu principal", es: "Menú principal", ar: "القائمة الرئيسية", ru: "Главное меню", zh: "主菜单"
    )
    static let chooseLanguage = Word(
        en: "Language", fr: "Langue", es: "Idioma", ar: "اللغة", ru: "Язык", zh: "语言"
    )
    static let whereYouAre = Word(
        en: "Where you are", fr: "Où vous êtes", es: "Dónde está usted", ar: "مكانك في الموقع", ru: "Где вы находитесь", zh: "当前位置"
    )
    static let signIn = Word(
        en: "Sign in", fr: "Se connecter", es: "Iniciar sesión", ar: "تسجيل الدخول", ru: "Войти", zh: "登录"
    )
    static let signOut = Word(
        en: "Sign out", fr: "Se déconnecter", es: "Cerrar sesión", ar: "تسجيل الخروج", ru: "Выйти", zh: "退出"
    )
    static let leaveNow = Word(
        en: "Leave this page now", fr: "Quitter cette page maintenant", es: "Salir de esta página ahora",
        ar: "غادر هذه الصفحة الآن", ru: "Немедленно покинуть эту страницу", zh: "立即离开此页面"
    )
    static let neutralTitle = Word(
        en: "Information", fr: "Informations", es: "Información", ar: "معلومات", ru: "Информация", zh: "信息"
    )
    static let sources = Word(en: "Sources", fr: "Sources", es: "Fuentes", ar: "المصادر", ru: "Источники", zh: "来源")
    static let important = Word(en: "Important", fr: "Important", es: "Importante", ar: "مهم", ru: "Важно", zh: "重要提示")
}
