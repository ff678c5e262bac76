import Vocabulary

extension Word {
    static let makePackage = Word(work: "Make a sealed package", fr: "Préparer un pli scellé")
    static let makePackageWhy = Word(
        work:
            "For a provider without an account: a link that opens once, and a code that you tell by telephone. It holds what the share-set names. Both are shown once.",
        fr:
            "Pour un prestataire sans compte : un lien qui s’ouvre une fois et un code à dire par téléphone. Il contient ce que prévoit le partage. Les deux ne sont montrés qu’une fois."
    )
    static let packageMade = Word(work: "The sealed package", fr: "Le pli scellé")
    static let packageMadeLead = Word(
        work:
            "Send the link in any way; tell the code by telephone to the person you know there, and never with the link. This page is shown once. The link opens for two days, once, and dies after three wrong codes; after a yes the provider reports with the same link and code when the help begins and ends.",
        fr:
            "Envoyez le lien par tout moyen ; dites le code par téléphone à la personne que vous connaissez, jamais avec le lien. Cette page ne s’affiche qu’une fois. Le lien s’ouvre pendant deux jours, une fois, et s’éteint après trois codes faux ; après un oui, le prestataire signale avec les mêmes lien et code le début et la fin de l’aide."
    )
    static let packageLink = Word(work: "Link", fr: "Lien")
    static let packageCode = Word(work: "Code", fr: "Code")
}

// What a provider without an account reads: six languages, and nothing that tells what it is about.
extension Word {
    static let packageTitle = Word(
        en: "A sealed message", fr: "Un message scellé", es: "Un mensaje sellado", ar: "رسالة مختومة", ru: "Запечатанное сообщение",
        zh: "密封消息")
    static let packageLead = Word(
        en: "Enter the code that you were told by telephone. The message opens once; have pen and paper ready.",
        fr: "Saisissez le code que l’on vous a dit par téléphone. Le message ne s’ouvre qu’une fois ; préparez de quoi noter.",
        es: "Escriba el código que le dijeron por teléfono. El mensaje se abre una sola vez; tenga con qué anotar.",
        ar: "أدخل الرمز الذي أُعطي لك بالهاتف. تُفتح الرسالة مرة واحدة فقط؛ جهّز ما تكتب به.",
        ru: "Введите код, который вам сообщили по телефону. Сообщение открывается один раз; приготовьте, чем записать.",
        zh: "请输入电话中告知您的代码。消息只能打开一次，请准备好纸笔。")
    static let packageCodeLabel = Word(en: "Code", fr: "Code", es: "Código", ar: "الرمز", ru: "Код", zh: "代码")
    static let openPackage = Word(
        en: "Open the message", fr: "Ouvrir le message", es: "Abrir el mensaje", ar: "افتح الرسالة", ru: "Открыть сообщение", zh: "打开消息")
    static let packageGone = Word(
        en: "This link was used, is too old, or was closed after wrong codes. Ask whoever sent it for a new one.",
        fr: "Ce lien a été utilisé, est trop ancien ou a été fermé après des codes faux. Demandez-en un nouveau à l’expéditeur.",
        es: "Este enlace ya se usó, ha caducado o se cerró tras códigos erróneos. Pida uno nuevo a quien lo envió.",
        ar: "استُخدم هذا الرابط أو انتهت مدته أو أُغلق بعد رموز خاطئة. اطلب رابطًا جديدًا ممن أرسله.",
        ru: "Эта ссылка уже использована, устарела или закрыта после неверных кодов. Попросите отправителя прислать новую.",
        zh: "此链接已使用、已过期或因代码错误而关闭。请向发送者索取新链接。")
    static let packageWrongCode = Word(
        en: "That is not the code. After three wrong codes the message is destroyed.",
        fr: "Ce n’est pas le code. Après trois codes faux, le message est détruit.",
        es: "Ese no es el código. Tras tres códigos erróneos se destruye el mensaje.",
        ar: "هذا ليس الرمز الصحيح. تُتلف الرسالة بعد ثلاثة رموز خاطئة.",
        ru: "Код неверный. После трёх неверных кодов сообщение уничтожается.",
        zh: "代码不正确。三次错误后消息将被销毁。")
    static let packageShownOnce = Word(
        en: "This is shown once. When you leave this page it is gone.",
        fr: "Ceci n’est montré qu’une fois. Quand vous quittez cette page, tout disparaît.",
        es: "Esto se muestra una sola vez. Al salir de esta página desaparece.",
        ar: "يُعرض هذا مرة واحدة. عند مغادرة الصفحة يختفي.",
        ru: "Это показывается один раз. Когда вы покинете страницу, оно исчезнет.",
        zh: "内容只显示一次。离开此页面后即消失。")
    static let packageAnswer = Word(
        en: "Your answer", fr: "Votre réponse", es: "Su respuesta", ar: "جوابك", ru: "Ваш ответ", zh: "您的答复")
    static let packageAccept = Word(
        en: "We accept", fr: "Nous acceptons", es: "Aceptamos", ar: "نقبل", ru: "Мы согласны", zh: "我们接受")
    static let packageDecline = Word(
        en: "We decline", fr: "Nous déclinons", es: "No aceptamos", ar: "نعتذر", ru: "Мы отказываемся", zh: "我们拒绝")
    static let sendAnswer = Word(
        en: "Send the answer", fr: "Envoyer la réponse", es: "Enviar la respuesta", ar: "أرسل الجواب", ru: "Отправить ответ", zh: "发送答复")
    static let packageAnswered = Word(
        en: "Your answer was passed on. You can close this page.",
        fr: "Votre réponse a été transmise. Vous pouvez fermer cette page.",
        es: "Su respuesta se ha transmitido. Puede cerrar esta página.",
        ar: "أُرسل جوابك. يمكنك إغلاق هذه الصفحة.",
        ru: "Ваш ответ передан. Эту страницу можно закрыть.",
        zh: "您的答复已转达。您可以关闭此页面。")
}
