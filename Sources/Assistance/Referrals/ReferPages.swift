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
                    try await ShareSetPage.read(room, visit, visit.form.fields, problem: refused.words), status: .unprocessable)
            } catch let refused as ServiceRefused {
                return .page(
                    try await ShareSetPage.read(room, visit, visit.form.fields, problem: refused.words), status: .unprocessable)
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
