import Vocabulary

extension Word {
    static let claims = Word(work: "Claims", fr: "Demandes")
    static let claim = Word(work: "Claim", fr: "Demande")
    static let claimsWillStandHere = Word(
        work:
            "Claims for compensation, unpaid wages and money from the victims’ fund will stand here. One begins in a case file, under “Claims”.",
        fr:
            "Les demandes d’indemnisation, de salaires impayés et au fonds des victimes apparaîtront ici. On en commence une dans un dossier, sous « Demandes »."
    )
    static let noClaims = Word(work: "Nothing is claimed yet.", fr: "Rien n’est encore demandé.")
    static let newClaim = Word(work: "Prepare a claim", fr: "Préparer une demande")
    static let changeClaim = Word(work: "Correct the claim", fr: "Corriger la demande")
    static let claimKind = Word(work: "Where it is claimed", fr: "Devant qui")
    static let currency = Word(work: "Currency", fr: "Monnaie")
    static let currencyWhy = Word(
        work: "By its three letters in ISO 4217. Amounts of different currencies are never added.",
        fr: "Par ses trois lettres d’ISO 4217. Les montants de monnaies différentes ne s’additionnent jamais.")
    static let asked = Word(work: "Asked", fr: "Demandé")
    static let askedWhy = Word(
        work: "Leave it empty if unpaid wages are to be worked out first.",
        fr: "Laissez vide si les salaires impayés sont à calculer d’abord.")
    static let awarded = Word(work: "Awarded", fr: "Accordé")
    static let paidSoFar = Word(work: "Paid", fr: "Payé")
    static let outstanding = Word(work: "Outstanding", fr: "Restant dû")
    static let against = Word(work: "Against whom", fr: "Contre qui")
    static let court = Word(work: "Court, office or fund", fr: "Tribunal, office ou fonds")
    static let claimReference = Word(work: "Reference", fr: "Référence")
    static let legalAid = Word(work: "Lawyer or legal aid", fr: "Avocat ou aide juridique")
    static let limitOn = Word(work: "Last day to file", fr: "Dernier jour pour déposer")
    static let limitWhy = Word(
        work: "A warning comes 90, 30 and 7 days before. The victims’ fund may set a day for each person.",
        fr: "Un avertissement vient 90, 30 et 7 jours avant. Le fonds des victimes peut fixer un jour pour chaque personne.")
    static let limitLaw = Word(work: "Law that sets the limit", fr: "Loi qui fixe ce délai")
    static let limitLawWhy = Word(
        work: "Needed as soon as there is a last day to file, so that the day can be checked.",
        fr: "Nécessaire dès qu’il y a un dernier jour, pour que ce jour puisse être vérifié.")
    static let limitLawNeeded = Word(
        work: "Write the law that sets the last day, or leave the day empty.",
        fr: "Indiquez la loi qui fixe le dernier jour, ou laissez le jour vide.")
    static let claimStage = Word(work: "Stage", fr: "Étape")
    static let takeNextStep = Word(work: "What comes next", fr: "La suite")
    static let nextStage = Word(work: "It is now", fr: "Elle est maintenant")
    static let onDay = Word(work: "On", fr: "Le")
    static let amountAwarded = Word(work: "Amount awarded", fr: "Montant accordé")
    static let amountAwardedWhy = Word(work: "Only with an award.", fr: "Seulement avec une décision favorable.")
    static let recordStage = Word(work: "Record it", fr: "Noter")
    static let hearings = Word(work: "Hearings", fr: "Audiences")
    static let addHearing = Word(work: "Record a hearing", fr: "Noter une audience")
    static let noHearings = Word(work: "No hearing yet.", fr: "Pas encore d’audience.")
    static let payments = Word(work: "Payments", fr: "Paiements")
    static let addPayment = Word(work: "Record a payment", fr: "Noter un paiement")
    static let noPaymentsYet = Word(work: "Nothing was paid yet.", fr: "Rien n’a encore été payé.")
    static let amount = Word(work: "Amount", fr: "Montant")
    static let payee = Word(work: "Paid to", fr: "Payé à")
    static let history = Word(work: "Its way", fr: "Son parcours")
    static let unpaidWages = Word(work: "Unpaid wages", fr: "Salaires impayés")
    static let workOutWages = Word(work: "Work out unpaid wages", fr: "Calculer les salaires impayés")
    static let wagesLead = Word(
        work:
            "For each stretch of work: the days from first to last, both counted; of every seven, as many as were worked; so many hours at the plain rate and the rest as overtime; less what really reached the person. The rate is the agreed one, or the legal minimum where that is higher. Amounts are rounded once, half a cent up.",
        fr:
            "Pour chaque période : les jours du premier au dernier, tous deux comptés ; sur sept, autant qu’il y en a eu de travaillés ; tant d’heures au taux simple et le reste en heures supplémentaires ; moins ce que la personne a vraiment reçu. Le taux est celui convenu, ou le minimum légal s’il est plus élevé. Les montants sont arrondis une fois, au demi-centime supérieur."
    )
    static let noPeriods = Word(
        work: "Add each stretch of work at one rate and one working time; the amount follows.",
        fr: "Ajoutez chaque période de travail à un même taux et un même horaire ; le montant en découle.")
    static let addPeriod = Word(work: "Add this period", fr: "Ajouter cette période")
    static let removePeriod = Word(work: "Remove this period", fr: "Retirer cette période")
    static let firstDay = Word(work: "First day", fr: "Premier jour")
    static let lastDay = Word(work: "Last day", fr: "Dernier jour")
    static let hoursADay = Word(work: "Hours worked a day", fr: "Heures travaillées par jour")
    static let hoursADayWhy = Word(work: "With minutes as a fraction: 12.5", fr: "Les minutes en fraction : 12,5")
    static let hoursOutside = Word(
        work: "A day has 24 hours. Write more than 0 and at most 24, so that no week has more than 168.",
        fr: "Une journée a 24 heures. Écrivez plus de 0 et au plus 24 : aucune semaine n’en a plus de 168.")
    static let normalHours = Word(work: "Of these at the plain rate", fr: "Dont au taux simple")
    static let normalHoursWhy = Word(work: "The legal working day, such as 8.", fr: "La journée légale, par exemple 8.")
    static let daysAWeek = Word(work: "Days a week", fr: "Jours par semaine")
    static let agreedRate = Word(work: "Agreed for an hour", fr: "Convenu par heure")
    static let minimumRate = Word(work: "Legal minimum for an hour", fr: "Minimum légal par heure")
    static let overtimePercent = Word(work: "Overtime, per cent of the rate", fr: "Heures supplémentaires, pour cent du taux")
    static let overtimeWhy = Word(
        work: "150 for half as much again; 100 where the law adds nothing.", fr: "150 pour moitié en plus ; 100 si la loi n’ajoute rien.")
    static let saidPaid = Word(work: "Pay that the employer says was given", fr: "Paie que l’employeur dit avoir versée")
    static let deducted = Word(work: "Taken off it unlawfully", fr: "Retenu illégalement")
    static let deductedWhy = Word(work: "Food, lodging, travel debt, fines.", fr: "Nourriture, logement, dette de voyage, amendes.")
    static let daysCounted = Word(work: "Days", fr: "Jours")
    static let rateApplied = Word(work: "Rate applied", fr: "Taux appliqué")
    static let normalPay = Word(work: "At the plain rate", fr: "Au taux simple")
    static let overtimePay = Word(work: "Overtime", fr: "Heures supplémentaires")
    static let earned = Word(work: "Earned", fr: "Gagné")
    static let received = Word(work: "Really received", fr: "Vraiment reçu")
    static let dueAmount = Word(work: "Due", fr: "Dû")
    static let totalDue = Word(work: "Due in all", fr: "Dû en tout")
    static let askForThis = Word(work: "Ask for this amount", fr: "Demander ce montant")
    static let minutes = Word(work: "min", fr: "min")
    static let openClaim = Word(work: "Open this claim", fr: "Ouvrir cette demande")
    static let openClaims = Word(work: "All claims, and a new one", fr: "Toutes les demandes, et une nouvelle")
}

extension ClaimKind {
    var word: Word {
        switch self {
        case .criminal: Word(work: "In criminal proceedings", fr: "Au pénal")
        case .civil: Word(work: "Civil court", fr: "Au civil")
        case .administrative: Word(work: "Administration", fr: "Administration")
        case .labour: Word(work: "Labour court or office", fr: "Prud’hommes ou inspection")
        case .fund: Word(work: "Victims’ fund", fr: "Fonds des victimes")
        }
    }
}

extension ClaimStage {
    var word: Word {
        switch self {
        case .prepared: Word(work: "Prepared", fr: "Préparée")
        case .filed: Word(work: "Filed", fr: "Déposée")
        case .heard: Word(work: "Heard", fr: "Entendue")
        case .awarded: Word(work: "Awarded", fr: "Accordée")
        case .refused: Word(work: "Refused", fr: "Refusée")
        case .appealed: Word(work: "Appealed", fr: "En appel")
        case .paidInPart: Word(work: "Paid in part", fr: "Payée en partie")
        case .paid: Word(work: "Paid in full", fr: "Payée en entier")
        case .withdrawn: Word(work: "Withdrawn", fr: "Retirée")
        }
    }
}

extension Claims.Payee {
    var word: Word {
        switch self {
        case .person: Word(work: "The person", fr: "La personne")
        case .guardian: Word(work: "The guardian", fr: "Le tuteur")
        case .lawyer: Word(work: "The lawyer, for the person", fr: "L’avocat, pour la personne")
        case .trust: Word(work: "An account held for the person", fr: "Un compte tenu pour la personne")
        }
    }
}
