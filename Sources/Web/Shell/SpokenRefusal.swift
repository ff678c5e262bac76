package import Access
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
        case .signInNeeded:
            Word(
                en: "Sign in to see this page.", fr: "Connectez-vous pour voir cette page.",
                es: "Inicie sesión para ver esta página.", ar: "سجّل الدخول للاطلاع على هذه الصفحة.",
                ru: "Войдите, чтобы увидеть эту страницу.", zh: "请登录后查看此页面。"
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

// What Access refuses is met at the sign-in by everybody. What is not found reads as it does everywhere else.
extension AccessRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        case .signInNeeded: WebRefused.signInNeeded.words
        case .notYourDeed: WebRefused.notYourDeed.words
        case .notFound: WebRefused.notFound.words
        case .secondFactorNeeded:
            Word(
                en: "This needs a second factor. Set one up under “My account”, then sign in again.",
                fr: "Ceci exige un second facteur. Configurez-en un sous « Mon compte », puis reconnectez-vous.",
                es: "Esto requiere un segundo factor. Configúrelo en «Mi cuenta» y vuelva a iniciar sesión.",
                ar: "يتطلب هذا عامل تحقق ثانيًا. أعدّه في «حسابي» ثم سجّل الدخول من جديد.",
                ru: "Для этого нужен второй фактор. Настройте его в разделе «Моя учётная запись» и войдите снова.",
                zh: "此操作需要第二重验证。请在“我的账户”中设置，然后重新登录。"
            )
        case .freshSignInNeeded:
            Word(
                en: "Your last sign-in is more than ten minutes ago. Give your password again, then repeat this.",
                fr: "Votre dernière connexion date de plus de dix minutes. Redonnez votre mot de passe, puis recommencez.",
                es: "Su último inicio de sesión fue hace más de diez minutos. Dé de nuevo su contraseña y repita la acción.",
                ar: "مضى على آخر تسجيل دخول لك أكثر من عشر دقائق. أدخل كلمة المرور من جديد ثم كرر العملية.",
                ru: "Вы вошли более десяти минут назад. Введите пароль ещё раз и повторите действие.",
                zh: "您上次登录已超过十分钟。请再次输入密码，然后重复此操作。"
            )
        case .signInFailed:
            Word(
                en: "That did not match. Check the name, the password and the code, and try again.",
                fr: "Cela ne correspond pas. Vérifiez le nom, le mot de passe et le code, puis réessayez.",
                es: "Los datos no coinciden. Compruebe el nombre, la contraseña y el código, e inténtelo de nuevo.",
                ar: "البيانات غير متطابقة. تحقق من الاسم وكلمة المرور والرمز ثم حاول مرة أخرى.",
                ru: "Данные не совпали. Проверьте имя, пароль и код и попробуйте ещё раз.",
                zh: "信息不符。请检查名称、密码和验证码后重试。"
            )
        case .slowDown(let seconds):
            Word(
                en: "There were too many wrong tries from here. Wait \(seconds) seconds, then try again.",
                fr: "Trop d’essais erronés ont été faits d’ici. Attendez \(seconds) secondes, puis réessayez.",
                es: "Ha habido demasiados intentos erróneos desde aquí. Espere \(seconds) segundos y vuelva a intentarlo.",
                ar: "جرت محاولات خاطئة كثيرة من هنا. انتظر (\(seconds) ثانية) ثم حاول مرة أخرى.",
                ru: "Отсюда было слишком много неверных попыток. Подождите (\(seconds) с) и попробуйте ещё раз.",
                zh: "此处错误尝试次数过多。请等待\(seconds)秒后重试。"
            )
        case .busy(let seconds):
            Word(
                en: "Too many people are signing in at this moment. Wait \(seconds) seconds, then try again.",
                fr: "Trop de personnes se connectent en ce moment. Attendez \(seconds) secondes, puis réessayez.",
                es: "Demasiadas personas están iniciando sesión en este momento. Espere \(seconds) segundos y vuelva a intentarlo.",
                ar: "يسجّل أشخاص كثيرون الدخول في هذه اللحظة. انتظر (\(seconds) ثانية) ثم حاول مرة أخرى.",
                ru: "Сейчас входит слишком много людей. Подождите (\(seconds) с) и попробуйте ещё раз.",
                zh: "目前登录人数过多。请等待\(seconds)秒后重试。"
            )
        case .linkSpent:
            Word(
                en: "This link has been used or is too old. Ask whoever gave it to you for a new one.",
                fr: "Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau à la personne qui vous l’a remis.",
                es: "Este enlace ya se ha usado o es demasiado antiguo. Pida uno nuevo a quien se lo dio.",
                ar: "استُخدم هذا الرابط من قبل أو انتهت صلاحيته. اطلب رابطًا جديدًا ممن أعطاك إياه.",
                ru: "Эта ссылка уже использована или устарела. Попросите новую у того, кто её вам дал.",
                zh: "此链接已使用或已过期。请向提供者索取新链接。"
            )
        case .purposeNeeded:
            Word(
                en: "State what you need it for, in at most 500 characters.",
                fr: "Indiquez pourquoi vous en avez besoin, en 500 caractères au plus.",
                es: "Indique para qué lo necesita, en un máximo de 500 caracteres.",
                ar: "اذكر الغرض منه في 500 حرف على الأكثر.",
                ru: "Укажите, для чего это нужно, не более чем в 500 знаках.",
                zh: "请说明用途，不超过500个字符。"
            )
        }
    }
}
