import Access
package import Vocabulary
import Web

extension PasswordRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        case .tooShort:
            Word(
                en: "This password is too short. Use at least 12 characters; a few words are easy to remember.",
                fr: "Ce mot de passe est trop court. Utilisez au moins 12 caractères ; quelques mots se retiennent bien.",
                es: "Esta contraseña es demasiado corta. Use al menos 12 caracteres; unas pocas palabras se recuerdan bien.",
                ar: "كلمة المرور هذه قصيرة جدًا. استخدم 12 حرفًا على الأقل؛ بضع كلمات يسهل تذكرها.",
                ru: "Этот пароль слишком короткий. Используйте не менее 12 знаков: несколько слов легко запомнить.",
                zh: "此密码太短。请至少使用 12 个字符；几个词语的组合容易记住。"
            )
        case .tooLong:
            Word(
                en: "This password is too long. Use at most 256 characters.",
                fr: "Ce mot de passe est trop long. Utilisez 256 caractères au plus.",
                es: "Esta contraseña es demasiado larga. Use como máximo 256 caracteres.",
                ar: "كلمة المرور هذه طويلة جدًا. استخدم 256 حرفًا على الأكثر.",
                ru: "Этот пароль слишком длинный. Используйте не более 256 знаков.",
                zh: "此密码太长。最多使用 256 个字符。"
            )
        case .common:
            Word(
                en: "This password is one of those that are tried first. Choose another.",
                fr: "Ce mot de passe est de ceux que l’on essaie en premier. Choisissez-en un autre.",
                es: "Esta contraseña es de las que se prueban primero. Elija otra.",
                ar: "كلمة المرور هذه من الكلمات التي تُجرَّب أولًا. اختر غيرها.",
                ru: "Этот пароль — из тех, что подбирают первыми. Выберите другой.",
                zh: "此密码属于最先被尝试的密码。请另选一个。"
            )
        case .holdsName:
            Word(
                en: "This password is little more than your name. Choose another.",
                fr: "Ce mot de passe n’est guère plus que votre nom. Choisissez-en un autre.",
                es: "Esta contraseña es poco más que su nombre. Elija otra.",
                ar: "كلمة المرور هذه لا تكاد تزيد على اسمك. اختر غيرها.",
                ru: "Этот пароль почти совпадает с вашим именем. Выберите другой.",
                zh: "此密码几乎就是您的姓名。请另选一个。"
            )
        case .different:
            Word(
                en: "The two passwords are not the same. Type the same one twice.",
                fr: "Les deux mots de passe diffèrent. Saisissez deux fois le même.",
                es: "Las dos contraseñas no coinciden. Escriba la misma dos veces.",
                ar: "كلمتا المرور غير متطابقتين. اكتب الكلمة نفسها مرتين.",
                ru: "Пароли не совпадают. Введите один и тот же пароль дважды.",
                zh: "两次输入的密码不同。请输入相同的密码。"
            )
        }
    }
}

extension ProviderRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        case .unreachable:
            Word(
                en: "Your organisation’s sign-in does not answer. Try again in a moment, or sign in with your password.",
                fr: "La connexion de votre organisation ne répond pas. Réessayez dans un instant, ou utilisez votre mot de passe.",
                es: "El inicio de sesión de su organización no responde. Inténtelo dentro de un momento o use su contraseña.",
                ar: "لا تستجيب خدمة الدخول الخاصة بمؤسستك. حاول بعد لحظات أو ادخل بكلمة المرور.",
                ru: "Служба входа вашей организации не отвечает. Попробуйте чуть позже или войдите с паролем.",
                zh: "您所在机构的登录服务没有响应。请稍后再试，或使用密码登录。"
            )
        case .notBegunHere:
            Word(
                en: "This sign-in did not begin in this browser, or took more than ten minutes. Begin again.",
                fr: "Cette connexion n’a pas commencé dans ce navigateur, ou a duré plus de dix minutes. Recommencez.",
                es: "Este inicio de sesión no empezó en este navegador o duró más de diez minutos. Empiece de nuevo.",
                ar: "لم يبدأ هذا الدخول في هذا المتصفح أو استغرق أكثر من عشر دقائق. ابدأ من جديد.",
                ru: "Этот вход начат не в этом браузере или занял больше десяти минут. Начните заново.",
                zh: "此登录不是在本浏览器中开始的，或用时超过十分钟。请重新开始。"
            )
        case .notBelieved:
            Word(
                en: "The answer of your organisation’s sign-in could not be checked. Begin again; if it lasts, tell your administrator.",
                fr:
                    "La réponse de la connexion de votre organisation n’a pas pu être vérifiée. Recommencez ; sinon, prévenez votre administrateur.",
                es: "No se pudo comprobar la respuesta de su organización. Empiece de nuevo; si persiste, avise a su administrador.",
                ar: "تعذّر التحقق من رد خدمة الدخول في مؤسستك. ابدأ من جديد، وإذا استمر ذلك فأبلغ المسؤول.",
                ru: "Не удалось проверить ответ службы входа вашей организации. Начните заново; если не поможет, сообщите администратору.",
                zh: "无法验证您所在机构登录服务的答复。请重新开始；如仍有问题，请告知管理员。"
            )
        case .notFresh:
            Word(
                en: "Your organisation’s sign-in did not ask who you are again. Begin again and sign in there.",
                fr: "La connexion de votre organisation ne vous a pas redemandé qui vous êtes. Recommencez et identifiez-vous là-bas.",
                es: "El inicio de sesión de su organización no volvió a pedirle que se identificara. Empiece de nuevo.",
                ar: "لم تطلب خدمة الدخول في مؤسستك إثبات هويتك من جديد. ابدأ مرة أخرى وسجّل الدخول هناك.",
                ru: "Служба входа вашей организации не запросила подтверждение заново. Начните снова и войдите там.",
                zh: "您所在机构的登录服务没有重新核实您的身份。请重新开始并在那里登录。"
            )
        case .unknownPerson:
            Word(
                en: "No account here is linked to that sign-in. Use your invitation, or sign in with your password and link it.",
                fr: "Aucun compte n’est lié à cette connexion. Utilisez votre invitation, ou connectez-vous par mot de passe et liez-la.",
                es: "Ninguna cuenta está vinculada a ese inicio de sesión. Use su invitación, o entre con su contraseña y vincúlelo.",
                ar: "لا يوجد حساب مرتبط بهذا الدخول. استخدم دعوتك، أو ادخل بكلمة المرور ثم اربط الحساب.",
                ru: "С этим входом не связана ни одна учётная запись. Воспользуйтесь приглашением или войдите с паролем и свяжите её.",
                zh: "没有账户与该登录关联。请使用您的邀请，或用密码登录后再关联。"
            )
        }
    }
}
