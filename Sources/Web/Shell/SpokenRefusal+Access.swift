import Access
package import Vocabulary

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
