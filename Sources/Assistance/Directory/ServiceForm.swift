import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The questions about a service of one's own organisation.
struct ServiceForm: Sendable {
    let kind: ChoiceField<String>
    let languages: ChoicesField<String>
    let region: ChoiceField<String>
    static let name = TextField("name", .serviceName, length: 1...120)
    static let served = ServedGroup.field()
    static let address = TextField("address", .serviceAddress, isRequired: false, length: 1...300)
    static let confidential = TickField("confidential", .confidentialAddress, why: .confidentialAddressWhy)
    static let telephone = TextField("telephone", .serviceTelephone, isRequired: false, length: 3...60, purpose: .telephone)
    static let days = ChoicesField(
        "days", .openDays, isRequired: false, choices: (1...7).map { Choice($0, key: String($0), label: Word.weekdays[$0 - 1]) })
    static let opens = NumberField("opens", .opensAt, why: .opensAtWhy, isRequired: false, bounds: 0...23)
    static let closes = NumberField("closes", .closesAt, isRequired: false, bounds: 1...24)
    static let free = NumberField("free", .freePlaces, why: .freePlacesWhy, isRequired: false, bounds: 0...10_000)

    init(_ profile: CountryProfile) {
        kind = ChoiceField(
            "kind", .serviceKind, choices: profile.services.map { Choice($0.code, key: $0.code, label: $0.name) }, as: .list)
        languages = ChoicesField(
            "languages", .languagesSpoken, choices: profile.languages.map { Choice($0.tag, key: $0.tag, label: .data($0.ownName)) })
        region = ChoiceField(
            "region", .region, why: .serviceRegionWhy, isRequired: false,
            choices: profile.regions.map { Choice($0.code, key: $0.code, label: $0.text) }, as: .list)
    }

    struct Draft: Sendable {
        let kind: String
        let name: String
        let served: [ServedGroup]
        let languages: [String]
        let region: String?
        let address: String?
        let isConfidential: Bool
        let telephone: String?
        let hours: OpeningHours
        let free: Int?
    }

    func read(_ reading: inout FormReading) -> Draft? {
        let kind = reading.read(kind)
        let name = reading.read(Self.name)
        let served = reading.read(Self.served)
        let languages = reading.read(languages)
        let region = reading.read(region)
        let address = reading.read(Self.address)
        let isConfidential = reading.read(Self.confidential) ?? false
        let telephone = reading.read(Self.telephone)
        let days = reading.read(Self.days) ?? Array(1...7)
        let opens = (reading.read(Self.opens) ?? 0) * 60
        let closes = (reading.read(Self.closes) ?? 24) * 60
        let free = reading.read(Self.free)
        if opens >= closes { reading.refuse(Self.closes, because: .closesBeforeOpens) }
        guard reading.isSound, let kind, let name, let served, let languages else { return nil }
        return Draft(
            kind: kind, name: name, served: served, languages: languages, region: region, address: address, isConfidential: isConfidential,
            telephone: telephone, hours: OpeningHours(days: days, opens: opens, closes: closes), free: free)
    }

    func filled(_ service: AssistanceService) -> Filled {
        var filled = Filled()
        filled.fill(kind, with: service.kind)
        filled.fill(Self.name, with: service.name)
        filled.fill(Self.served, with: Array(service.served))
        filled.fill(languages, with: service.languages)
        filled.fill(region, with: service.region)
        filled.fill(Self.address, with: service.address)
        filled.fill(Self.confidential, with: service.isConfidential)
        filled.fill(Self.telephone, with: service.telephone)
        filled.fill(Self.days, with: service.hours.days)
        filled.fill(Self.opens, with: service.hours.opens / 60)
        filled.fill(Self.closes, with: service.hours.closes / 60)
        filled.fill(Self.free, with: service.free)
        return filled
    }

    func controls(_ html: inout Markup, _ filled: Filled) {
        html.field(kind, filled)
        html.field(Self.name, filled)
        html.field(Self.served, filled)
        html.field(languages, filled)
        html.field(region, filled)
        html.field(Self.address, filled)
        html.field(Self.confidential, filled)
        html.field(Self.telephone, filled)
        html.field(Self.days, filled)
        html.field(Self.opens, filled)
        html.field(Self.closes, filled)
        html.field(Self.free, filled)
    }
}
