import Vocabulary

extension Word {
    /// The heading of the page that a status comes with.
    static func title(of status: Status) -> Word {
        switch status {
        case .unauthenticated:
            Word(
                en: "Sign in first", fr: "Connectez-vous d’abord", es: "Inicie sesión primero", ar: "سجّل الدخول أولًا",
                ru: "Сначала войдите", zh: "请先登录"
            )
        case .forbidden:
            Word(
                en: "Not allowed", fr: "Non autorisé", es: "No permitido", ar: "غير مسموح", ru: "Не разрешено", zh: "不允许"
            )
        case .notFound, .gone:
            Word(
                en: "Page not found", fr: "Page introuvable", es: "Página no encontrada", ar: "الصفحة غير موجودة",
                ru: "Страница не найдена", zh: "找不到页面"
            )
        case .conflict:
            Word(
                en: "It has changed meanwhile", fr: "Modifié entre-temps", es: "Ha cambiado entretanto", ar: "تغيّر في هذه الأثناء",
                ru: "Тем временем изменилось", zh: "内容已发生变化"
            )
        case .tooLarge, .uriTooLong:
            Word(
                en: "Too large", fr: "Trop volumineux", es: "Demasiado grande", ar: "أكبر من المسموح", ru: "Слишком большой объём", zh: "过大"
            )
        case .tooMany:
            Word(
                en: "Too many tries", fr: "Trop de tentatives", es: "Demasiados intentos", ar: "محاولات كثيرة جدًا",
                ru: "Слишком много попыток", zh: "尝试次数过多"
            )
        case .failed:
            Word(
                en: "Something went wrong", fr: "Un problème est survenu", es: "Algo ha fallado", ar: "حدث خطأ ما",
                ru: "Что-то пошло не так", zh: "出现问题"
            )
        case .unavailable:
            Word(
                en: "Not possible right now", fr: "Impossible pour le moment", es: "No es posible en este momento",
                ar: "غير ممكن حاليًا", ru: "Сейчас невозможно", zh: "暂时无法使用"
            )
        default:
            Word(
                en: "This could not be done", fr: "Cela n’a pas pu être fait", es: "No se ha podido hacer", ar: "تعذّر تنفيذ ذلك",
                ru: "Выполнить не удалось", zh: "未能完成"
            )
        }
    }

    static let wentWrong = Word(
        en: "Something went wrong on our side. If you sent a change, look whether it is there before you send it again. "
            + "If this happens again, tell your administrator the reference.",
        fr: "Un problème est survenu de notre côté. Si vous avez envoyé une modification, vérifiez si elle y est avant de la renvoyer. "
            + "Si cela se reproduit, indiquez la référence à votre administrateur.",
        es: "Algo ha fallado por nuestra parte. Si envió un cambio, compruebe si está hecho antes de enviarlo otra vez. "
            + "Si vuelve a ocurrir, dé la referencia a su administrador.",
        ar: "حدث خطأ من جانبنا. إذا أرسلت تعديلًا فتحقق من وجوده قبل إرساله مرة أخرى. "
            + "وإذا تكرر الأمر فأبلغ المسؤول عن النظام بالرقم المرجعي.",
        ru: "Произошла ошибка на нашей стороне. Если вы отправили изменение, проверьте, внесено ли оно, прежде чем отправлять снова. "
            + "Если повторится, сообщите администратору номер.",
        zh: "我们这边出现了问题。如果您提交了更改，请先确认是否已生效再重新提交。如果再次出现，请将参考号告知管理员。"
    )
    static let reference = Word(
        en: "Reference:", fr: "Référence :", es: "Referencia:", ar: "الرقم المرجعي:", ru: "Номер:", zh: "参考号："
    )
    static let backToThePage = Word(
        en: "Back to the page", fr: "Revenir à la page", es: "Volver a la página", ar: "العودة إلى الصفحة", ru: "Вернуться на страницу",
        zh: "返回该页"
    )
    static let toTheStart = Word(
        en: "To the start page", fr: "Vers la page d’accueil", es: "A la página de inicio", ar: "إلى صفحة البداية",
        ru: "На главную страницу", zh: "返回首页"
    )
}
