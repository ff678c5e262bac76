import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What is shared with the chosen services: at most what the ground covers, part by part and field by field, shown as they will see it.
struct ShareSetPage: Page {
    let summary: CaseSummary
    let profile: CountryProfile
    let set: ShareSet
    let services: [AssistanceService]
    /// What the ground covers for all of them together.
    let covered: Set<CasePart>
    /// Those of them for which no consent is in force.
    let lacking: [AssistanceService]
    let kinds: [EntryKind]
    let fields: [(part: CasePart, name: String, label: Word)]
    let preview: SharePreview
    /// Whether whoever refers may ask the person, rather than whoever keeps the file.
    let mayAsk: Bool
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
                parts: chosen, hidden: hidden, reason: query.filled(LawReason.field.name))
            let narrowed = view.narrowed(to: chosen.union(ShareSet.always), without: hidden)
            return ShareSetPage(
                summary: view.summary, profile: view.profile, set: set, services: services, covered: covered,
                lacking: try lacking(services, view, on: today, tx: tx),
                kinds: room.branches.flatMap(\.entries), fields: fields,
                preview: try SharePreview(narrowed, room, key, &looking, tx: tx),
                mayAsk: try actor.may(.recordConsent) && view.summary.isLedgerOpen(to: actor, in: tx), problem: problem)
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

    private static func lacking(
        _ services: [AssistanceService], _ view: CaseView, on day: Day, tx: any Transaction
    ) throws -> [AssistanceService] {
        try services.filter { service in
            let consent = try ConsentLedger.latest(for: ShareSet.purpose, to: service.organisation, in: view.summary.id, tx: tx)
            return !(consent?.isInForce(on: day) ?? false)
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
        if set.basis == "consent", !mayAsk, covered.isEmpty { html.p(.keeperAsks, .class("note")) }
        if set.basis == "consent", mayAsk {
            html.ul { html in
                for service in lacking {
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
            if profile.disclosureOverride(set.basis) != nil {
                var filled = Filled()
                filled.fill(LawReason.field, with: set.reason)
                html.field(LawReason.field, filled)
            }
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
