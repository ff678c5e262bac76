package import Basics
package import Vocabulary

/// A refusal that can be said in the visitor's language. A context conforms its refusals to this where the public may meet them;
/// for all others the English message stands, marked as English.
package protocol SpokenRefusal: Refusal {
    /// The same as `message`, in every language.
    var words: Word { get }
}

extension WebRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        case .notFound:
            Word(
                en: "There is no page at this address. It may have been moved, or it may not be for you to see.",
                fr: "Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou elle ne vous est pas destinée.",
                es: "No hay ninguna página en esta dirección. Puede que se haya trasladado o que usted no pueda verla.",
                ar: "لا توجد صفحة على هذا العنوان. ربما نُقلت، أو ربما لا يُسمح لك بالاطلاع عليها.",
                ru: "По этому адресу страницы нет. Возможно, она перемещена или недоступна вам.",
                zh: "此网址没有页面。页面可能已移走，或您无权查看。"
            )
        case .malformed:
            Word(
                en: "The request could not be read. Go back, reload the page and try again.",
                fr: "La demande n’a pas pu être lue. Revenez en arrière, rechargez la page et réessayez.",
                es: "No se pudo leer la solicitud. Vuelva atrás, recargue la página e inténtelo de nuevo.",
                ar: "تعذّرت قراءة الطلب. ارجع وأعد تحميل الصفحة ثم حاول مرة أخرى.",
                ru: "Запрос не удалось прочитать. Вернитесь, обновите страницу и попробуйте ещё раз.",
                zh: "无法读取请求。请返回并重新加载页面后再试。"
            )
        case .methodNotAllowed:
            Word(
                en: "This address can’t be used in this way. Start again from the menu.",
                fr: "Cette adresse ne peut pas être utilisée ainsi. Recommencez à partir du menu.",
                es: "Esta dirección no se puede usar de este modo. Empiece de nuevo desde el menú.",
                ar: "لا يمكن استخدام هذا العنوان بهذه الطريقة. ابدأ من القائمة من جديد.",
                ru: "Этот адрес нельзя использовать таким образом. Начните снова с меню.",
                zh: "不能以这种方式使用此网址。请从菜单重新开始。"
            )
        case .tooLarge:
            Word(
                en: "What you sent is larger than what is taken here. Send less at once, or a smaller file.",
                fr: "Votre envoi dépasse la taille acceptée ici. Envoyez-en moins à la fois, ou un fichier plus petit.",
                es: "Lo que ha enviado supera el tamaño admitido. Envíe menos de una vez o un archivo más pequeño.",
                ar: "ما أرسلته أكبر من الحجم المقبول هنا. أرسل كمية أقل أو ملفًا أصغر.",
                ru: "Отправленное больше допустимого размера. Отправьте меньше за один раз или файл меньшего размера.",
                zh: "您发送的内容超过允许的大小。请减少一次发送的内容，或发送较小的文件。"
            )
        case .unsupportedMediaType:
            Word(
                en: "What was sent is of a kind that is not taken here. Use the form on the page.",
                fr: "Le type de contenu envoyé n’est pas accepté ici. Utilisez le formulaire de la page.",
                es: "El tipo de contenido enviado no se admite aquí. Use el formulario de la página.",
                ar: "نوع المحتوى المرسل غير مقبول هنا. استخدم النموذج الموجود في الصفحة.",
                ru: "Содержимое такого типа здесь не принимается. Воспользуйтесь формой на странице.",
                zh: "此处不接受这类内容。请使用页面上的表单。"
            )
        case .tooSlow:
            Word(
                en: "The connection was too slow for what you sent. Try again, or send less at once.",
                fr: "La connexion était trop lente pour votre envoi. Réessayez, ou envoyez-en moins à la fois.",
                es: "La conexión era demasiado lenta para lo que envió. Inténtelo de nuevo o envíe menos de una vez.",
                ar: "كان الاتصال أبطأ من أن ينقل ما أرسلته. حاول مرة أخرى أو أرسل كمية أقل.",
                ru: "Соединение слишком медленное для отправленного. Попробуйте ещё раз или отправьте меньше за один раз.",
                zh: "连接太慢，无法接收您发送的内容。请重试，或减少一次发送的内容。"
            )
        case .signInNeeded:
            Word(
                en: "Sign in to see this page.", fr: "Connectez-vous pour voir cette page.",
                es: "Inicie sesión para ver esta página.", ar: "سجّل الدخول للاطلاع على هذه الصفحة.",
                ru: "Войдите, чтобы увидеть эту страницу.", zh: "请登录后查看此页面。"
            )
        case .tokenNeeded:
            Word(
                en: "This needs a token that is still good, sent as “Authorization: Bearer …”. Make one under “My account”.",
                fr: "Il faut un jeton encore valable, envoyé comme « Authorization: Bearer … ». Créez-en un sous « Mon compte ».",
                es: "Hace falta un token vigente, enviado como «Authorization: Bearer …». Cree uno en «Mi cuenta».",
                ar: "يلزم رمز وصول ساري المفعول يُرسل هكذا: «Authorization: Bearer …». أنشئ رمزًا في «حسابي».",
                ru: "Нужен действующий токен, переданный как «Authorization: Bearer …». Создайте его в разделе «Моя учётная запись».",
                zh: "需要有效的令牌，以“Authorization: Bearer …”发送。请在“我的账户”中创建。"
            )
        case .notYourDeed:
            Word(
                en: "Your role does not include this. If you need it for your work, ask your administrator.",
                fr: "Votre rôle ne le permet pas. Si votre travail l’exige, adressez-vous à votre administrateur.",
                es: "Su función no incluye esto. Si lo necesita para su trabajo, pídalo a su administrador.",
                ar: "دورك لا يشمل هذا. إذا كنت تحتاج إليه في عملك فاطلبه من المسؤول عن النظام.",
                ru: "Ваша роль этого не предусматривает. Если это нужно для работы, обратитесь к администратору.",
                zh: "您的角色不包括此操作。如工作需要，请联系管理员。"
            )
        case .formExpired:
            Word(
                en: "This form is no longer valid, and nothing was changed. Go back, reload the page and send it again.",
                fr: "Ce formulaire n’est plus valable et rien n’a été modifié. Revenez en arrière, rechargez la page et renvoyez-le.",
                es: "Este formulario ya no es válido y no se ha cambiado nada. Vuelva atrás, recargue la página y envíelo otra vez.",
                ar: "لم يعد هذا النموذج صالحًا ولم يتغير شيء. ارجع وأعد تحميل الصفحة ثم أرسله مرة أخرى.",
                ru: "Эта форма больше не действительна; ничего не изменено. Вернитесь, обновите страницу и отправьте её снова.",
                zh: "此表单已失效，未作任何更改。请返回并重新加载页面后再次提交。"
            )
        }
    }
}
