import Vocabulary

extension Word {
    static let yourRights = Word(
        en: "Your rights", fr: "Vos droits", es: "Sus derechos", ar: "حقوقك", ru: "Ваши права", zh: "您的权利"
    )
    static let sameInAnotherLanguage = Word(
        en: "The same in another language", fr: "La même page dans une autre langue", es: "Lo mismo en otro idioma",
        ar: "الصفحة نفسها بلغة أخرى",
        ru: "То же на другом языке", zh: "其他语言版本"
    )
    static let reviewedByNobody = Word(
        en: "This text was not yet reviewed by a native speaker and a lawyer. Ask a person you trust if anything is unclear.",
        fr:
            "Ce texte n’a pas encore été relu par une personne de langue maternelle et un juriste. En cas de doute, demandez à une personne de confiance.",
        es:
            "Este texto aún no ha sido revisado por un hablante nativo ni por un jurista. Si algo no está claro, pregunte a alguien de confianza.",
        ar: "لم يراجع هذا النص بعدُ متحدثٌ أصلي ولا محامٍ. إذا كان شيء غير واضح فاسأل شخصًا تثق به.",
        ru: "Этот текст ещё не проверили носитель языка и юрист. Если что-то неясно, спросите человека, которому доверяете.",
        zh: "此文本尚未经母语人士和律师审阅。如有不明之处，请询问您信任的人。"
    )
    static let reviewedBy = Word(
        en: "Reviewed by", fr: "Relu par", es: "Revisado por", ar: "راجعه", ru: "Проверено:", zh: "审阅者："
    )
    static let callNow = Word(
        en: "If you are in danger, call", fr: "Si vous êtes en danger, appelez", es: "Si está en peligro, llame",
        ar: "إذا كنت في خطر فاتصل", ru: "Если вы в опасности, звоните", zh: "如有危险，请拨打"
    )
    static let rightsApplyIn = Word(
        en: "These rights apply in", fr: "Ces droits valent en", es: "Estos derechos rigen en", ar: "تسري هذه الحقوق في",
        ru: "Эти права действуют в стране:", zh: "这些权利适用于"
    )
}
