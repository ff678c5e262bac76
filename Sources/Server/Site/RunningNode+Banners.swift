import Access
import Basics
import Store
import Vocabulary
import Web

extension RunningNode {
    /// Notices that stand on every page until their reason is gone.
    func banners() async -> [Banner] {
        guard !isDemonstration else { return [Banner(.demonstrationBanner)] }
        let recovery = try? keyFolder.recovery()
        guard recovery?.confirmedAt == nil else { return [] }
        return [Banner(recovery == nil ? .noRecoveryKey : .recoveryNotConfirmed, doors: [.work], needs: .deed(.manageKeys))]
    }
}

extension Word {
    static let demonstrationBanner = Word(
        en: "Demonstration: everybody and everything here is invented.", fr: "Démonstration : tout et tous sont inventés.",
        es: "Demostración: todo lo que aparece aquí es inventado.", ar: "عرض تجريبي: كل من وما يظهر هنا من نسج الخيال.",
        ru: "Демонстрация: все люди и всё остальное вымышлены.", zh: "演示：这里的人和事全是虚构的。"
    )
    static let noRecoveryKey = Word(
        work: "There is no recovery key: if the machine is lost, everything sealed is lost. Run “concord setup” on it.",
        fr: "Il n’y a pas de clé de secours : si la machine est perdue, tout ce qui est scellé est perdu. Lancez « concord setup »."
    )
    static let recoveryNotConfirmed = Word(
        work: "Nobody has proved yet that a copy of the recovery key is kept. Run “concord keys confirm”.",
        fr: "Personne n’a encore prouvé qu’une copie de la clé de secours est conservée. Lancez « concord keys confirm »."
    )
}
