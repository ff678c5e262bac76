import Vocabulary

// The clocks that one room of Protection starts and another stops. They belong to the core branch.

extension ClockKind {
    /// The identifying authority takes a referral up. Started when the referral arrives, stopped when an officer takes it up.
    package static let acknowledgement = ClockKind(
        "decision.acknowledgement", Word(work: "Take the referral up", fr: "Prendre le signalement en charge"),
        atEnd: Word(
            work: "Nobody of the authority has taken it up: the supervisor is told.",
            fr: "Personne de l’autorité ne l’a pris en charge : le responsable est averti."), seat: .identification,
        warnDays: { _ in nil }, rule: { $0.deadlines.acknowledgement }
    )
    /// The authority decides whether there are reasonable grounds. Started when the referral arrives.
    package static let presumption = ClockKind(
        "decision.presumption", Word(work: "Decide whether to presume a victim", fr: "Décider de la présomption"),
        atEnd: Word(
            work: "The decision on presumption is overdue: the supervisor is told.",
            fr: "La décision sur la présomption est en retard : le responsable est averti."), seat: .identification,
        rule: { $0.deadlines.presumption }
    )
    /// The child-protection authority confirms that it was told of a child.
    package static let childNotified = ClockKind(
        "child.notified", Word(work: "Child-protection authority answers", fr: "Réponse de l’autorité de protection de l’enfance"),
        atEnd: Word(
            work: "The authority has not answered for the child: call it.",
            fr: "L’autorité n’a pas répondu pour l’enfant : appelez-la."), seat: .childProtection,
        warnDays: { _ in nil }
    )
    /// A guardian is named for a child.
    package static let childGuardian = ClockKind(
        "child.guardian", Word(work: "Name a guardian", fr: "Désigner un tuteur"),
        atEnd: Word(
            work: "The child still has no guardian: the supervisor is told.",
            fr: "L’enfant n’a toujours pas de tuteur : le responsable est averti."), seat: .childProtection,
        rule: { $0.childProtection.guardian }
    )
}
