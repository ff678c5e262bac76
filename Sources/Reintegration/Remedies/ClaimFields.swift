import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The questions about a claim.
enum ClaimFields {
    static let kind = ChoiceField("kind", .claimKind, ClaimKind.allCases) { $0.word }
    static let currency = CurrencyField("currency", .currency, why: .currencyWhy)
    static let asked = AmountField("asked", .asked, why: .askedWhy, isRequired: false, mayBeNothing: false)
    static let against = TextField("against", .against, isRequired: false, length: 1...300)
    static let court = TextField("court", .court, isRequired: false, length: 1...300)
    static let reference = TextField("reference", .claimReference, isRequired: false, length: 1...200)
    static func legalAid(_ all: [OrganisationChoice]) -> ChoiceField<ID<Organisation>> {
        .organisations("legal-aid", .legalAid, isRequired: false, all)
    }
    static let limitOn = DayField("limit", .limitOn, why: .limitWhy, isRequired: false)
    static let limitLaw = TextField("law", .limitLaw, why: .limitLawWhy, isRequired: false, length: 1...300)

    static func stage(_ stages: Set<ClaimStage>) -> ChoiceField<ClaimStage> {
        ChoiceField("stage", .nextStage, ClaimStage.allCases.filter(stages.contains)) { $0.word }
    }
    static let onDay = DayField("on", .onDay, .untilToday)
    static let hearingDay = DayField("on", .onDay)
    static let amountAwarded = AmountField("awarded", .amountAwarded, why: .amountAwardedWhy, isRequired: false, mayBeNothing: false)
    static let amount = AmountField("amount", .amount, mayBeNothing: false)
    static let payee = ChoiceField("payee", .payee, Claims.Payee.allCases) { $0.word }
    static let note = LongTextField("note", .note, isRequired: false, length: 1...4_000, rows: 3)

    static func read(_ reading: inout FormReading, _ aid: [OrganisationChoice]) -> Claims.Draft? {
        let kind = reading.read(kind)
        let letters = reading.read(currency)
        let asked = reading.read(asked)
        let (against, court, reference) = (reading.read(against), reading.read(court), reading.read(reference))
        let (aid, limit, law) = (reading.read(legalAid(aid)), reading.read(limitOn), reading.read(limitLaw))
        // Told where it is missing, and not after the rest was sent.
        if limit != nil, law == nil { reading.refuse(limitLaw, because: .limitLawNeeded) }
        guard reading.isSound, let kind, let letters else { return nil }
        return Claims.Draft(
            kind: kind, currency: letters, asked: asked, against: against, court: court, reference: reference, legalAid: aid,
            limitOn: limit, limitLaw: law)
    }

    static func filled(_ claim: Claim, aid: ID<Organisation>?, _ all: [OrganisationChoice]) -> Filled {
        var filled = Filled()
        filled.fill(kind, with: claim.kind)
        filled.fill(currency, with: claim.currency)
        filled.fill(asked, with: claim.asked)
        filled.fill(against, with: claim.against)
        filled.fill(court, with: claim.court)
        filled.fill(reference, with: claim.reference)
        filled.fill(legalAid(all), with: aid)
        filled.fill(limitOn, with: claim.limitOn)
        filled.fill(limitLaw, with: claim.limitLaw)
        return filled
    }

    static func controls(_ html: inout Markup, _ filled: Filled, _ aid: [OrganisationChoice]) {
        html.field(kind, filled)
        html.field(currency, filled)
        html.field(asked, filled)
        html.field(against, filled)
        html.field(court, filled)
        html.field(reference, filled)
        html.field(legalAid(aid), filled)
        html.field(limitOn, filled)
        html.field(limitLaw, filled)
    }
}

/// The questions about a stretch of work. Hours are read in hundredths, as amounts are: 12.5 hours are 750 minutes.
enum WageFields {
    static let first = DayField("first", .firstDay, .untilToday)
    static let last = DayField("last", .lastDay, .untilToday)
    static let hours = AmountField("hours", .hoursADay, why: .hoursADayWhy, bounds: 1...2_400, outside: .hoursOutside)
    static let normal = AmountField("normal", .normalHours, why: .normalHoursWhy, bounds: 1...2_400, outside: .hoursOutside)
    static let days = NumberField("days", .daysAWeek, bounds: 1...7)
    static let agreed = AmountField("agreed", .agreedRate, isRequired: false, mayBeNothing: false)
    static let minimum = AmountField("minimum", .minimumRate, isRequired: false, mayBeNothing: false)
    static let overtime = NumberField("overtime", .overtimePercent, why: .overtimeWhy, bounds: 100...400)
    static let paid = AmountField("paid", .saidPaid)
    static let deducted = AmountField("deducted", .deducted, why: .deductedWhy, isRequired: false)

    /// - Parameter birth: the first day on which the person can have been born.
    static func read(_ reading: inout FormReading, after birth: Day) -> WagePeriod? {
        let (first, last) = (reading.read(first), reading.read(last))
        if let first, first < birth { reading.refuse(Self.first, because: .beforeBirth) }
        let (hours, normal, days) = (reading.read(hours), reading.read(normal), reading.read(days))
        let (agreed, minimum, overtime) = (reading.read(agreed), reading.read(minimum), reading.read(overtime))
        let (paid, deducted) = (reading.read(paid), reading.read(deducted))
        guard let first, let last, let hours, let normal, let days, let overtime, let paid else { return nil }
        return WagePeriod(
            first: first, last: last, minutesADay: minutes(hours), normalMinutes: minutes(normal), daysAWeek: days, agreedRate: agreed,
            minimumRate: minimum, overtimePercent: overtime, saidPaid: paid, deducted: deducted ?? 0)
    }

    private static func minutes(_ hundredths: Int) -> Int { (hundredths * 60 + 50) / 100 }

    static func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(first, filled)
        html.field(last, filled)
        html.field(hours, filled)
        html.field(normal, filled)
        html.field(days, filled)
        html.field(agreed, filled)
        html.field(minimum, filled)
        html.field(overtime, filled)
        html.field(paid, filled)
        html.field(deducted, filled)
    }
}

extension OrganisationChoice {
    /// The open organisations of a node that could give legal aid: those that help, courts’ legal-aid offices are among the ministries.
    static func legalAid(in tx: any Transaction) throws -> [OrganisationChoice] {
        try tx.rows(
            """
            SELECT o.id, o.name FROM organisation o
            WHERE o.closed_at IS NULL AND o.kind IN ('ngo', 'internationalOrganisation', 'ministry', 'company', 'embassy')
            ORDER BY o.name LIMIT 500
            """
        ) { OrganisationChoice(id: try $0.id(0, of: Organisation.self), name: $0.text(1)) }
    }
}
