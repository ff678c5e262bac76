package import Access
import Vocabulary
package import Web

/// Why a law that lets something be disclosed without consent leaves no other way, in the words of whoever names that law.
package enum LawReason {
    /// Empty where the ground is another.
    package static let field = TextField("because", .whyThisLaw, why: .whyThisLawWhy, isRequired: false, length: 3...500)

    /// What the gate writes beside the audit; `nil` where nothing was said.
    package static func purpose(_ text: String?) throws -> Purpose? {
        try text.map { text throws(AccessRefused) in try Purpose(stated: text) }
    }
}

extension Word {
    static let whyThisLaw = Word(work: "Why this law leaves no other way", fr: "Pourquoi cette loi ne laisse pas d’autre voie")
    static let whyThisLawWhy = Word(
        work: "Needed for a law alone. The supervisor of the file is told, and your words stay on record until the person is forgotten.",
        fr:
            "Nécessaire pour une loi seulement. Le responsable du dossier est averti, et vos mots restent consignés jusqu’à l’oubli de la personne."
    )
}
