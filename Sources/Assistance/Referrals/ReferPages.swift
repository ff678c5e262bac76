import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/service-referral             choose services that fit the person         referToServices
    //  GET   /work/cases/{id}/service-referral/share-set   choose what is shared, and see it           referToServices
    //  POST  /work/cases/{id}/service-referrals            send                                        referToServices
    mutating func addReferring(_ room: ProtectionRoom) {
        let desk = ReferralDesk(room: room)

        get("/work/cases/{id}/service-referral", needs: .deed(.referToServices)) { visit in
            .page(try await ChooseServicesPage.read(room, visit))
        }

        get("/work/cases/{id}/service-referral/share-set", needs: .deed(.referToServices)) { visit in
            .page(try await ShareSetPage.read(room, visit, visit.query, problem: nil))
        }

        post("/work/cases/{id}/service-referrals", needs: .deed(.referToServices)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let page = try await ShareSetPage.read(room, visit, visit.form.fields, problem: nil)
            do {
                try await desk.send(page.set, for: file, by: visit.signedIn(), at: visit.now)
            } catch let refused as ConsentRefused {
                return .page(
                    try await ShareSetPage.read(room, visit, visit.form.fields, problem: .data(refused.message)), status: .unprocessable)
            } catch let refused as ServiceRefused {
                return .page(
                    try await ShareSetPage.read(room, visit, visit.form.fields, problem: .data(refused.message)), status: .unprocessable)
            }
            return .see(CaseAddress.file(file).at("service-plan"))
        }
    }
}

/// Services of the directory for the person of a file, to be chosen: several at once. Those of the person's own region come first.
struct ChooseServicesPage: Page {
    let summary: CaseSummary
    let profile: CountryProfile
    let services: [AssistanceService]
    let asked: Asked
    let region: String?
    let bases: [Choice<String>]
    let today: Day

    /// What narrows the list; everything may stay as it is.
    struct Asked: Sendable {
        let kind: String?
        let text: String?
        let fits: Bool

        init(_ query: Query, _ profile: CountryProfile) {
            kind = query.filled("kind").flatMap { profile.service($0)?.code }
            text = query.filled("q")
            fits = query["fit"] != "all"
        }

        static let text = TextField("q", .findServiceOrOrganisation, isRequired: false, length: 1...100, purpose: .plain)
        static let fit = ChoiceField(
            "fit", .whichServices, isRequired: false,
            choices: [
                Choice("person", key: "person", label: .servicesForThisPerson), Choice("all", key: "all", label: .showAllServices),
            ])

        static func kind(_ profile: CountryProfile) -> ChoiceField<String> {
            ChoiceField(
                "kind", .serviceKind, isRequired: false,
                choices: [Choice("any", key: "any", label: .anyKindOfHelp)]
                    + profile.services.map { Choice($0.code, key: $0.code, label: $0.name) }, as: .list)
        }

        func filled(_ profile: CountryProfile) -> Filled {
            var filled = Filled()
            filled.fill(Self.text, with: text)
            filled.fill(Self.kind(profile), with: kind ?? "any")
            filled.fill(Self.fit, with: fits ? "person" : "all")
            return filled
        }
    }

    static func read(_ room: ProtectionRoom, _ visit: Visit) async throws -> ChooseServicesPage {
        let (query, today) = (visit.query, room.day(of: visit.now))
        return try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
            guard view.mayWrite(.services) else { throw WebRefused.notFound }
            let person = try tx.row(
                "SELECT p.sex, c.region FROM case_file c JOIN person p ON p.id = c.person_id WHERE c.id = \(view.summary.id)"
            ) { (sex: $0.text(0), region: $0.optionalText(1)) }
            let asked = Asked(query, view.profile)
            var narrowing = AssistanceService.Narrowing()
            (narrowing.kind, narrowing.text) = (asked.kind, asked.text)
            // Cooperation with the police is nowhere looked at: it makes no service fit more or less.
            if asked.fits { narrowing.group = ServedGroup.of(view.summary.path, sex: person?.sex ?? "unknown") }
            var near = narrowing
            near.region = person?.region
            let nearest = try AssistanceService.list(near, after: nil, limit: 200, tonight: today, in: tx)
            let known = Set(nearest.map(\.id))
            // Farther away is better than nothing: a person may also have to leave their region to be safe.
            let others =
                person?.region == nil
                ? []
                : try AssistanceService.list(narrowing, after: nil, limit: 400, tonight: today, in: tx).filter { !known.contains($0.id) }
            let barred = try Barred.from(view.summary.id, in: tx).organisations
            return ChooseServicesPage(
                summary: view.summary, profile: view.profile,
                services: (nearest + others).filter { $0.organisation != view.summary.organisation && !barred.contains($0.organisation) },
                asked: asked, region: person?.region, bases: try ShareSetPage.bases(view, in: tx), today: today)
        }
    }

    var title: Word { .referToService }
    var door: Door { .work }
    var trail: [Crumb] { summary.trail }

    func body(_ html: inout Markup) {
        html.p(asked.fits ? .servicesThatFit : .allServicesShown)
        html.form(get: AssistanceAddress.refer(summary.id), .class("list-tools"), .role("search")) { html in
            let filled = asked.filled(profile)
            html.field(Asked.text, filled)
            html.field(Asked.kind(profile), filled)
            html.field(Asked.fit, filled)
            html.submit(.showThese)
        }
        if services.isEmpty { return html.p(.noServiceFits, .class("empty")) }
        html.form(get: AssistanceAddress.shareSet(summary.id)) { html in
            html.field(
                ChoicesField(
                    "service", .services, why: .servicesChoiceWhy,
                    choices: services.map { service in
                        Choice(
                            "\(service.id)", key: "\(service.id)", label: .data("\(service.name) · \(service.organisationName)"),
                            hint: hint(service))
                    }))
            html.field(ChoiceField("urgency", .urgencyOfReferral, why: acceptByWhy, Urgency.allCases) { $0.word })
            html.field(ChoiceField("basis", .groundOfSharing, why: .groundOfSharingWhy, choices: bases, as: .list))
            html.submit(.goOnToShareSet)
        }
    }

    /// The kind of help, the languages, where it is, and what is free: in words, for a number alone says nothing.
    private func hint(_ service: AssistanceService) -> Word {
        let languages = service.languages.map { profile.language($0)?.ownName ?? $0 }.joined(separator: ", ")
        let kind = profile.service(service.kind)?.name ?? .data(service.kind)
        let place = service.region.flatMap { code in
            profile.regions.first { $0.code == code }.map { code == region ? $0.text : Word.farther($0.text) }
        }
        return Word.joined([kind, languages.isEmpty ? nil : .data(languages), place, service.freeWords].compactMap { $0 })
    }

    private var acceptByWhy: Word {
        let hours = Urgency.allCases.map { profile.acceptBy[$0] }
        return Word(
            work: "They have \(hours[0]), \(hours[1]), \(hours[2]) or \(hours[3]) hours to answer.",
            fr: "Ils ont \(hours[0]), \(hours[1]), \(hours[2]) ou \(hours[3]) heures pour répondre.")
    }
}

/// What is shared with the chosen services: at most what the ground covers, part by part and field by field, shown as they will see it.
struct ShareSetPage: Page {
    let summary: CaseSummary
    let profile: CountryProfile
    let set: ShareSet
    let services: [AssistanceService]
    /// What the ground covers for all of them together.
    let covered: Set<CasePart>
    let kinds: [EntryKind]
    let fields: [(part: CasePart, name: String, label: Word)]
    let preview: SharePreview
    let problem: Word?

    static func bases(_ view: CaseView, in tx: any Transaction) throws -> [Choice<String>] {
        var bases = [Choice("consent", key: "consent", label: .consentInForce)]
        if try view.mayDecideForChild(in: tx) {
            bases.append(Choice("child_protection", key: "child_protection", label: DisclosureGround.Kind.childProtection.word))
        }
        return bases + view.profile.disclosureOverrides.map { Choice($0.code, key: $0.code, label: $0.text) }
    }

    static func read(_ room: ProtectionRoom, _ visit: Visit, _ query: Query, problem: Word?) async throws -> ShareSetPage {
        let (file, actor, today) = (try visit.id("id", of: CaseFile.self), try visit.signedIn(), room.day(of: visit.now))
        let entries = Entries(room)
        let key = try await entries.key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(room).view(file, in: tx, &looking)
            guard view.mayWrite(.services) else { throw WebRefused.notFound }
            let services = try query.all("service").compactMap { ID<AssistanceService>($0) }.compactMap {
                try AssistanceService.find($0, tonight: today, in: tx)
            }
            let basis = try bases(view, in: tx).map(\.value).first { $0 == query["basis"] } ?? "consent"
            let covered = try covered(by: basis, for: services, view, on: today, tx: tx)
            let fields = Self.fields(covered, view, room)
            let chosen = Set(query.all("part").compactMap(CasePart.init(rawValue:))).intersection(covered)
            let hidden = HiddenFields(Set(query.all("hide")).intersection(fields.map(\.name)))
            let set = ShareSet(
                services: services.map(\.id), urgency: query["urgency"].flatMap(Urgency.init(rawValue:)) ?? .normal, basis: basis,
                parts: chosen, hidden: hidden)
            let narrowed = view.narrowed(to: chosen.union(ShareSet.always), without: hidden)
            return ShareSetPage(
                summary: view.summary, profile: view.profile, set: set, services: services, covered: covered,
                kinds: room.branches.flatMap(\.entries), fields: fields,
                preview: try SharePreview(narrowed, room, key, &looking, tx: tx), problem: problem)
        }
    }

    /// What every one of the recipients may be given on this ground, and the sender sees.
    private static func covered(
        by basis: String, for services: [AssistanceService], _ view: CaseView, on day: Day, tx: any Transaction
    ) throws -> Set<CasePart> {
        let seen = view.parts.subtracting(ShareSet.never).subtracting(ShareSet.always)
        guard basis == "consent" else { return seen }
        return try services.reduce(seen) { left, service in
            let consent = try ConsentLedger.latest(for: ShareSet.purpose, to: service.organisation, in: view.summary.id, tx: tx)
            guard let consent, consent.isInForce(on: day) else { return [] }
            return left.intersection(consent.parts)
        }
    }

    private static func fields(
        _ parts: Set<CasePart>, _ view: CaseView, _ room: ProtectionRoom
    ) -> [(part: CasePart, name: String, label: Word)] {
        var fields: [(part: CasePart, name: String, label: Word)] = []
        if parts.contains(.identity) { fields += IdentityPart.allCases.map { (.identity, $0.name, $0.word) } }
        for kind in room.branches.flatMap(\.entries) where parts.contains(kind.part) {
            for field in kind.fields(view.profile, room.codebook) where !view.hidden.hides(field, of: kind) {
                let label = Word(work: "\(kind.title.en): \(field.label.en)", fr: "\(kind.title.fr) : \(field.label.fr)")
                fields.append((kind.part, HiddenFields.name(field, of: kind), label))
            }
        }
        return fields
    }

    var title: Word { .shareSet }
    var door: Door { .work }
    var trail: [Crumb] { summary.trail + [Crumb(.referToService, AssistanceAddress.refer(summary.id))] }

    func body(_ html: inout Markup) {
        if let problem { html.div(.class("problems"), .role("alert")) { html in html.p { $0.say(problem) } } }
        html.ul { html in
            for service in services { html.li { html in html.bdi { $0.text("\(service.name) · \(service.organisationName)") } } }
        }
        if services.isEmpty { return html.p(.noServiceChosen, .class("empty")) }
        if covered.isEmpty { html.p(.onlyCodedIsShared, .class("note")) }
        if set.basis == "consent" {
            html.ul { html in
                for service in services where covered.isEmpty {
                    html.li { html in
                        let ask = CaseAddress.consent(summary.id, for: ShareSet.purpose, to: service.organisation)
                        html.bdi { $0.text(service.organisationName) }
                        html.text(": ")
                        html.a(to: ask, .askForConsent)
                    }
                }
            }
            html.p { $0.a(to: AssistanceAddress.consents(summary.id), .consentLedger) }
        }
        html.form(get: AssistanceAddress.shareSet(summary.id)) { html in
            carry(&html, withParts: false)
            choices(&html)
            html.submit(.showPreview)
        }
        html.section(.class("panel"), .id("preview")) { html in
            html.h2(.whatTheyWillSee)
            html.p(.untilAccepted, .class("why"))
            preview.write(&html)
        }
        html.form(post: AssistanceAddress.referrals(summary.id)) { html in
            carry(&html, withParts: true)
            html.submit(.sendReferral)
        }
    }

    private func choices(_ html: inout Markup) {
        var filled = Filled()
        let parts = ChoicesField(
            "part", .partsShared, why: .partsSharedWhy, isRequired: false,
            choices: CasePart.allCases.filter(covered.contains).map { Choice($0, key: $0.rawValue, label: $0.word) })
        filled.fill(parts, with: CasePart.allCases.filter(set.parts.contains))
        if !parts.choices.isEmpty { html.field(parts, filled) }
        let shown = fields.filter { set.parts.contains($0.part) }
        guard !shown.isEmpty else { return }
        let hide = ChoicesField(
            "hide", .fieldsLeftOut, why: .fieldsLeftOutWhy, isRequired: false,
            choices: shown.map { Choice($0.name, key: $0.name, label: $0.label) })
        filled.fill(hide, with: shown.map(\.name).filter(set.hidden.names.contains))
        html.details { html in
            html.summary(.fieldsLeftOut)
            html.field(hide, filled)
        }
    }

    private func carry(_ html: inout Markup, withParts: Bool) {
        for service in set.services { html.hiddenField("service", "\(service)") }
        html.hiddenField("urgency", set.urgency.rawValue)
        html.hiddenField("basis", set.basis)
        guard withParts else { return }
        for part in CasePart.allCases where set.parts.contains(part) { html.hiddenField("part", part.rawValue) }
        for name in set.hidden.names.sorted() { html.hiddenField("hide", name) }
    }
}

/// What a recipient sees of a file: read through the same view as theirs will be.
struct SharePreview: Sendable {
    let coded: [(label: Word, value: Word)]
    let identity: Shown<PersonIdentity>?
    let entries: [(kind: EntryKind, fields: [EntryField], entries: [CaseEntry])]

    init(
        _ view: CaseView, _ room: ProtectionRoom, _ key: HolderKey<Person>?, _ looking: inout Gate.Looking, tx: any Transaction
    ) throws {
        coded = try Self.coded(view, room, tx: tx)
        identity =
            if view.shows(.identity), let key {
                try People(room).opened(
                    view.summary.person, with: key,
                    under: looking.permit(.readIdentity, on: view.summary.person, purpose: Purpose(standing: "look before sharing")), in: tx
                )
            } else { nil }
        hidden = view.hidden
        entries = try room.branches.flatMap(\.entries).filter { view.shows($0.part) }.map { kind in
            (kind, kind.fields(view.profile, room.codebook), try Entries(room).all(kind, in: view, with: key, &looking, tx: tx))
        }
    }

    private let hidden: HiddenFields

    /// What is coded of a person: what the recipient sees before they accept.
    static func coded(_ view: CaseView, _ room: ProtectionRoom, tx: any Transaction) throws -> [(label: Word, value: Word)] {
        try coded(of: view.summary, view.profile, room, tx: tx)
    }

    static func coded(
        of summary: CaseSummary, _ profile: CountryProfile, _ room: ProtectionRoom, tx: any Transaction
    ) throws -> [(label: Word, value: Word)] {
        let person = try tx.row("SELECT sex, age_band, language, interpreter FROM person WHERE id = \(summary.person)") {
            ($0.text(0), $0.text(1), $0.optionalText(2), try $0.choice(3, as: InterpreterNeed.self))
        }
        guard let (sex, age, language, interpreter) = person else { return [] }
        let lists = room.codebook.lists
        return [
            (.sex, lists[Sex.self].word(sex)), (.ageBand, lists[AgeBand.self].word(age)), (.path, summary.path.word),
            (.language, language.flatMap { profile.language($0) }.map { Word.data($0.ownName) } ?? .notAnswered),
            (.interpreter, interpreter.word),
        ]
    }

    /// What is shown of who the person is.
    var identityTexts: [(part: IdentityPart, texts: [String])] {
        guard let identity = identity?.value.without(hidden) else { return [] }
        return IdentityPart.allCases.map { (part: $0, texts: $0.texts(identity)) }.filter { !$0.texts.isEmpty }
    }

    func write(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            for (label, value) in coded { html.line(label, value) }
            for (part, texts) in identityTexts { html.line(part.word) { html in html.bdi { $0.text(texts.joined(separator: " · ")) } } }
        }
        for (kind, fields, entries) in entries where !entries.isEmpty {
            html.h3(kind.title)
            for entry in entries { html.entry(entry, fields) }
        }
    }
}

extension IdentityPart {
    var word: Word {
        switch self {
        case .names: .names
        case .aliases: .aliases
        case .birth: .birth
        case .documents: .documents
        case .contact: .contactChannel
        }
    }

    func texts(_ identity: PersonIdentity) -> [String] {
        switch self {
        case .names: identity.names
        case .aliases: identity.aliases
        case .birth: identity.birth.map { [$0] } ?? []
        case .documents: identity.documents
        case .contact: identity.contact.map { [$0.channel, $0.how].filter { !$0.isEmpty } } ?? []
        }
    }
}
