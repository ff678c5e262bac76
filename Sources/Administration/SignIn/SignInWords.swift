import Vocabulary

extension Word {
    static let signInTitle = Word(
        en: "Sign in", fr: "Se connecter", es: "Iniciar sesión", ar: "تسجيل الدخول", ru: "Вход", zh: "登录"
    )
    static let signInLead = Word(
        en: "For people who have an account here. Accounts are made by invitation.",
        fr: "Pour les personnes qui ont un compte ici. Les comptes sont créés sur invitation.",
        es: "Para quienes tienen una cuenta aquí. Las cuentas se crean por invitación.",
        ar: "لمن لديهم حساب هنا. تُنشأ الحسابات عن طريق دعوة.",
        ru: "Для тех, у кого здесь есть учётная запись. Учётные записи создаются по приглашению.",
        zh: "供在此拥有账户的人使用。账户仅通过邀请建立。"
    )
    static let signInName = Word(
        en: "Sign-in name", fr: "Nom de connexion", es: "Nombre de usuario", ar: "اسم الدخول", ru: "Имя для входа", zh: "登录名"
    )
    static let password = Word(
        en: "Password", fr: "Mot de passe", es: "Contraseña", ar: "كلمة المرور", ru: "Пароль", zh: "密码"
    )
    static let newPassword = Word(
        en: "New password", fr: "Nouveau mot de passe", es: "Contraseña nueva", ar: "كلمة مرور جديدة", ru: "Новый пароль", zh: "新密码"
    )
    static let passwordAgain = Word(
        en: "The same password again", fr: "Le même mot de passe, à nouveau", es: "La misma contraseña otra vez",
        ar: "كلمة المرور نفسها مرة أخرى", ru: "Тот же пароль ещё раз", zh: "再次输入相同密码"
    )
    static let passwordWhy = Word(
        en: "At least 12 characters. A few words that do not belong together are strong and easy to remember.",
        fr: "Au moins 12 caractères. Quelques mots sans rapport entre eux sont solides et se retiennent bien.",
        es: "Al menos 12 caracteres. Unas pocas palabras sin relación entre sí son seguras y fáciles de recordar.",
        ar: "12 حرفًا على الأقل. بضع كلمات لا علاقة بينها قوية وسهلة التذكر.",
        ru: "Не менее 12 знаков. Несколько не связанных друг с другом слов надёжны и легко запоминаются.",
        zh: "至少 12 个字符。几个互不相关的词语既安全又容易记住。"
    )
    static let lostPassword = Word(
        en: "Lost your password or your telephone? Ask your administrator for a new link.",
        fr: "Mot de passe ou téléphone perdu ? Demandez un nouveau lien à votre administrateur.",
        es: "¿Ha perdido la contraseña o el teléfono? Pida un enlace nuevo a su administrador.",
        ar: "فقدت كلمة المرور أو الهاتف؟ اطلب رابطًا جديدًا من المسؤول.",
        ru: "Потеряли пароль или телефон? Попросите новую ссылку у администратора.",
        zh: "丢失了密码或手机？请向管理员索取新链接。"
    )
    static let codeTitle = Word(
        en: "Your code", fr: "Votre code", es: "Su código", ar: "رمزك", ru: "Ваш код", zh: "您的验证码"
    )
    static let codeLabel = Word(
        en: "Code from your app", fr: "Code de votre application", es: "Código de su aplicación", ar: "الرمز من تطبيقك",
        ru: "Код из приложения", zh: "应用中的验证码"
    )
    static let codeWhy = Word(
        en: "Six digits from your authenticator app, or one of your recovery codes. Each code works once.",
        fr: "Six chiffres de votre application d’authentification, ou l’un de vos codes de secours. Chaque code sert une fois.",
        es: "Seis cifras de su aplicación de autenticación o uno de sus códigos de recuperación. Cada código sirve una vez.",
        ar: "ستة أرقام من تطبيق المصادقة، أو أحد رموز الاسترداد. كل رمز يُستخدم مرة واحدة.",
        ru: "Шесть цифр из приложения-аутентификатора или один из кодов восстановления. Каждый код действует один раз.",
        zh: "身份验证应用中的六位数字，或您的一个恢复码。每个验证码只能使用一次。"
    )
    static let goOn = Word(
        en: "Continue", fr: "Continuer", es: "Continuar", ar: "متابعة", ru: "Продолжить", zh: "继续"
    )
    static let againTitle = Word(
        en: "Confirm that it is you", fr: "Confirmez que c’est bien vous", es: "Confirme que es usted", ar: "أكّد أنك أنت",
        ru: "Подтвердите, что это вы", zh: "请确认是您本人"
    )
    static let againLead = Word(
        en: "What you are about to change opens your account. Give your password once more; it then counts for ten minutes.",
        fr: "Ce que vous allez modifier ouvre votre compte. Redonnez votre mot de passe ; il vaut ensuite dix minutes.",
        es: "Lo que va a cambiar abre su cuenta. Escriba de nuevo su contraseña; valdrá durante diez minutos.",
        ar: "ما ستغيّره يفتح حسابك. أدخل كلمة المرور مرة أخرى؛ وتبقى صالحة عشر دقائق.",
        ru: "То, что вы собираетесь изменить, открывает вашу учётную запись. Введите пароль ещё раз: он действует десять минут.",
        zh: "您将要更改的内容关系到账户的开启。请再次输入密码；有效时间为十分钟。"
    )
    static let signOutTitle = Word(
        en: "Signed out", fr: "Déconnexion faite", es: "Sesión cerrada", ar: "تم تسجيل الخروج", ru: "Вы вышли", zh: "已退出"
    )
    static let providerTitle = Word(
        en: "Sign in with your organisation", fr: "Se connecter avec votre organisation", es: "Entrar con su organización",
        ar: "الدخول عن طريق مؤسستك", ru: "Вход через вашу организацию", zh: "通过您所在机构登录"
    )
    static let providerBackLead = Word(
        en: "Your organisation’s sign-in has answered. Press the button to come in.",
        fr: "La connexion de votre organisation a répondu. Appuyez sur le bouton pour entrer.",
        es: "Su organización ha respondido. Pulse el botón para entrar.",
        ar: "ردّت خدمة الدخول في مؤسستك. اضغط الزر للدخول.",
        ru: "Служба входа вашей организации ответила. Нажмите кнопку, чтобы войти.",
        zh: "您所在机构的登录服务已答复。请按按钮进入。"
    )
}
