import Access
package import Vocabulary
import Web

extension AccountRefused: SpokenRefusal {
    package var words: Word {
        switch self {
        // The first administrator meets these before there is any account, in whatever language.
        case .signInNameTaken, .badSignInName, .nameMissing, .organisationNameTaken, .setUpAlready: publicWords
        case .unknownRole: Word(work: message, fr: "Ce rôle n’existe pas. Choisissez dans la liste.")
        case .roleNotYoursToGive:
            Word(
                work: message,
                fr: "Ce rôle dépasse votre organisation. Demandez à un administrateur du nœud de le donner ou de le retirer."
            )
        case .organisationClosed: Word(work: message, fr: "Cette organisation est fermée. Rouvrez-la d’abord.")
        case .ownAccount:
            Word(work: message, fr: "Vous ne pouvez pas faire cela à votre propre compte. Demandez à un autre administrateur.")
        case .lastAdministrator:
            Word(
                work: message,
                fr: "C’est la dernière personne qui peut gérer les comptes. Donnez d’abord ce rôle à quelqu’un d’autre."
            )
        case .wrongState: Word(work: message, fr: "L’état de ce compte ne le permet pas. Consultez-le à nouveau.")
        case .badEmail: Word(work: message, fr: "Ce n’est pas une adresse électronique. Elle ressemble à nom@example.org.")
        case .badTelephone:
            Word(work: message, fr: "Ce n’est pas un numéro de téléphone. Commencez par + et l’indicatif du pays, puis les chiffres.")
        case .contactErased:
            Word(work: message, fr: "Les coordonnées de ce compte ont été effacées et ne peuvent être ni montrées ni modifiées.")
        case .wrongCode:
            Word(work: message, fr: "Ce code ne correspond pas. Attendez le suivant et vérifiez l’heure de votre téléphone.")
        case .noSecondFactorPending: Word(work: message, fr: "Recommencez la configuration du second facteur.")
        case .providerIdentityTaken: Word(work: message, fr: "Cette identité du fournisseur appartient déjà à un autre compte.")
        }
    }

    private var publicWords: Word {
        switch self {
        case .signInNameTaken:
            Word(
                en: message, fr: "Ce nom de connexion est pris. Choisissez-en un autre.",
                es: "Este nombre de usuario ya está en uso. Elija otro.", ar: "اسم الدخول هذا مستخدم. اختر اسمًا آخر.",
                ru: "Это имя для входа занято. Выберите другое.", zh: "此登录名已被使用。请另选一个。"
            )
        case .badSignInName:
            Word(
                en: message,
                fr: "Un nom de connexion compte 3 à 60 lettres minuscules, chiffres, points ou traits d’union, et commence par une lettre.",
                es: "El nombre de usuario tiene de 3 a 60 letras minúsculas, cifras, puntos o guiones, y empieza por una letra.",
                ar: "يتكون اسم الدخول من 3 إلى 60 حرفًا لاتينيًا صغيرًا أو رقمًا أو نقطة أو شرطة، ويبدأ بحرف.",
                ru: "Имя для входа: от 3 до 60 строчных латинских букв, цифр, точек или дефисов, первой идёт буква.",
                zh: "登录名由 3 至 60 个小写拉丁字母、数字、点或连字符组成，并以字母开头。"
            )
        case .organisationNameTaken:
            Word(
                en: message, fr: "Une organisation porte déjà ce nom.", es: "Ya existe una organización con este nombre.",
                ar: "توجد مؤسسة بهذا الاسم من قبل.", ru: "Организация с таким названием уже есть.", zh: "已有同名机构。"
            )
        case .setUpAlready:
            Word(
                en: message, fr: "Ce nœud a déjà un administrateur. Connectez-vous, ou demandez-lui une invitation.",
                es: "Este nodo ya tiene un administrador. Inicie sesión o pídale una invitación.",
                ar: "لهذه العقدة مسؤول بالفعل. سجّل الدخول أو اطلب منه دعوة.",
                ru: "У этого узла уже есть администратор. Войдите или попросите у него приглашение.",
                zh: "此节点已有管理员。请登录，或向其索取邀请。"
            )
        default:
            Word(
                en: "Give a name of at most 120 characters (200 for an organisation).",
                fr: "Indiquez un nom de 120 caractères au plus (200 pour une organisation).",
                es: "Indique un nombre de 120 caracteres como máximo (200 para una organización).",
                ar: "اكتب اسمًا لا يزيد على 120 حرفًا (200 للمؤسسة).",
                ru: "Укажите имя не длиннее 120 знаков (200 для организации).",
                zh: "请填写不超过 120 个字符的名称（机构为 200 个）。"
            )
        }
    }
}
