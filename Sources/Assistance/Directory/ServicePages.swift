import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/services                     the directory                 account
    //  GET   /work/services/new                 a form for another            manageServices
    //  POST  /work/services                     add one                       manageServices
    //  GET   /work/services/{id}                one; to change, for its own   account
    //  POST  /work/services/{id}                change it                     manageServices
    //  POST  /work/services/{id}/verification   it is right as it stands      manageServices
    //  POST  /work/services/{id}/end            not offered any more          manageServices
    mutating func addServices(_ room: ProtectionRoom) {
        let directory = ServiceDirectory(room: room)
        let form = ServiceForm(room.profile)

        get("/work/services", needs: .account) { visit in
            let actor = try visit.signedIn()
            let asked = ListRequest(visit.query, ServicesPage.shape(room.profile))
            let narrowing = ServicesPage.narrowing(asked, actor, room, at: visit.now)
            let after = asked.after.flatMap { place -> (name: String, id: ID<AssistanceService>)? in
                guard place.values.count == 2, let id = ID<AssistanceService>(place.values[1]) else { return nil }
                return (place.values[0], id)
            }
            let today = room.day(of: visit.now)
            let services = try await room.database.read { tx in
                try AssistanceService.list(narrowing, after: after, limit: ListRequest.fetchCount, tonight: today, in: tx)
            }
            return .page(
                ServicesPage(asked: asked, services: services, profile: room.profile, today: today, mayAdd: actor.may(.manageServices)))
        }

        get("/work/services/new", needs: .deed(.manageServices)) { _ in .page(NewServicePage(form: form)) }

        post("/work/services", needs: .deed(.manageServices)) { visit in
            var reading = FormReading(visit.form)
            guard let draft = form.read(&reading) else {
                return .page(NewServicePage(form: form, filled: reading.filled), status: .unprocessable)
            }
            return .see(AssistanceAddress.service(try await directory.add(draft, by: visit.signedIn(), at: visit.now)))
        }

        get("/work/services/{id}", needs: .account) { visit in
            guard let page = try await ServicePage.read(room, form, visit, filled: nil) else { return .notFound }
            return .page(page)
        }

        post("/work/services/{id}", needs: .deed(.manageServices)) { visit in
            let id = try visit.id("id", of: AssistanceService.self)
            var reading = FormReading(visit.form)
            guard let draft = form.read(&reading) else {
                guard let page = try await ServicePage.read(room, form, visit, filled: reading.filled) else { return .notFound }
                return .page(page, status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await directory.change(id, to: draft, from: version, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.service(id))
        }

        post("/work/services/{id}/verification", needs: .deed(.manageServices)) { visit in
            let id = try visit.id("id", of: AssistanceService.self)
            try await directory.verify(id, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.service(id))
        }

        post("/work/services/{id}/end", needs: .deed(.manageServices)) { visit in
            try await directory.end(visit.id("id"), by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.services)
        }
    }
}

/// The directory.
struct ServicesPage: Page {
    let asked: ListRequest
    let services: [AssistanceService]
    let profile: CountryProfile
    let today: Day
    let mayAdd: Bool

    static func shape(_ profile: CountryProfile) -> ListShape {
        ListShape(
            search: .findService,
            filters: [
                ListFilter("kind", .serviceKind, profile.services.map { ($0.code, $0.name) }),
                ListFilter("language", .language, profile.languages.map { ($0.tag, Word.data($0.ownName)) }),
                ListFilter("group", .groupsServed, ServedGroup.allCases.map { ($0.rawValue, $0.word) }),
                ListFilter("region", .region, profile.regions.map { ($0.code, $0.text) }),
                ListFilter("free", .freePlaces, [("yes", .someFree)]),
                ListFilter("open", .openingHours, [("now", .openNow)]),
                ListFilter("whose", .whoseService, [("ours", .ourServices)]),
            ],
            sorts: [ListSort("name")]
        )
    }

    static func narrowing(_ asked: ListRequest, _ actor: Actor, _ room: ProtectionRoom, at now: Instant) -> AssistanceService.Narrowing {
        var narrowing = AssistanceService.Narrowing()
        narrowing.text = asked.search
        narrowing.kind = asked.filters["kind"]
        narrowing.language = asked.filters["language"]
        narrowing.group = asked.filters["group"].flatMap(ServedGroup.init(rawValue:))
        narrowing.region = asked.filters["region"]
        narrowing.hasFree = asked.filters["free"] == "yes"
        narrowing.organisation = asked.filters["whose"] == "ours" ? actor.organisation : nil
        if asked.filters["open"] == "now" { narrowing.openAt = OpeningHours.place(of: now, room.profile.calendar) }
        return narrowing
    }

    var title: Word { .services }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        if mayAdd { html.p { $0.a(to: AssistanceAddress.newService, .addService, .class("button")) } }
        let (profile, today) = (profile, today)
        html.list(
            KeysetTable(
                caption: .services, asked: asked, slice: ListSlice(fetched: services) { [$0.name, "\($0.id)"] },
                at: AssistanceAddress.services, empty: EmptyList(.servicesWillStandHere),
                columns: [
                    ListColumn(.serviceName, namesRow: true) { service, html in
                        html.a(to: AssistanceAddress.service(service.id)) { html in html.bdi { $0.text(service.name) } }
                    },
                    ListColumn(.serviceKind) { service, html in html.say(profile.service(service.kind)?.name ?? .serviceKind) },
                    ListColumn(.offeredBy) { service, html in html.bdi { $0.text(service.organisationName) } },
                    ListColumn(.groupsServed) { service, html in
                        html.words(ServedGroup.allCases.filter(service.served.contains).map(\.word))
                    },
                    ListColumn(.languagesSpoken) { service, html in
                        html.text(service.languages.map { profile.language($0)?.ownName ?? $0 }.joined(separator: ", "))
                    },
                    ListColumn(.freePlaces, isNumeric: true) { service, html in
                        if let free = service.free { html.number(free) } else { html.say(.notSaid) }
                    },
                    ListColumn(.verifiedOn) { service, html in
                        html.day(service.verifiedOn)
                        if service.isStale(on: today) {
                            html.space()
                            html.span(.tooOld, .class("badge warning"))
                        }
                    },
                ]
            )
        )
    }
}

/// One service: what it is, and a form for those who keep it.
struct ServicePage: Page {
    let service: AssistanceService
    let profile: CountryProfile
    let form: ServiceForm
    let filled: Filled
    let mayChange: Bool
    let showsAddress: Bool
    let today: Day

    static func read(_ room: ProtectionRoom, _ form: ServiceForm, _ visit: Visit, filled: Filled?) async throws -> ServicePage? {
        let (actor, id, today) = (try visit.signedIn(), try visit.id("id", of: AssistanceService.self), room.day(of: visit.now))
        guard let service = try await room.database.read({ tx in try AssistanceService.find(id, tonight: today, in: tx) }) else {
            return nil
        }
        let isOwn = service.organisation == actor.organisation
        return ServicePage(
            service: service, profile: room.profile, form: form, filled: filled ?? form.filled(service),
            mayChange: isOwn && actor.may(.manageServices),
            // A sheltered address is for its own people and for those who refer to it.
            showsAddress: !service.isConfidential || isOwn || (actor.may(.referToServices) && actor.hasSecondFactor), today: today)
    }

    var title: Word { .data(service.name) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.services, AssistanceAddress.services)] }

    func body(_ html: inout Markup) {
        html.dl(.class("facts")) { html in
            html.line(.serviceKind, profile.service(service.kind)?.name ?? .serviceKind)
            html.line(.offeredBy) { html in html.bdi { $0.text(service.organisationName) } }
            html.line(.groupsServed) { $0.words(ServedGroup.allCases.filter(service.served.contains).map(\.word)) }
            html.line(.languagesSpoken) { html in
                html.text(service.languages.map { profile.language($0)?.ownName ?? $0 }.joined(separator: ", "))
            }
            html.line(.region, profile.regions.first { $0.code == service.region }?.text ?? .wholeCountry)
            html.line(.openingHours) { html in
                html.words(service.hours.days.map { Word.weekdays[$0 - 1] })
                html.text(" · ")
                html.text("\(service.hours.opens / 60):00–\(service.hours.closes / 60):00")
            }
            if showsAddress, let address = service.address { html.line(.serviceAddress) { html in html.bdi { $0.text(address) } } }
            if !showsAddress { html.line(.serviceAddress, .addressIsConfidential) }
            if let telephone = service.telephone { html.line(.serviceTelephone) { html in html.bdi { $0.text(telephone) } } }
            html.line(.freePlaces) { html in
                if let free = service.free { html.number(free) } else { html.say(.notSaid) }
            }
            html.line(.verifiedOn) { html in
                html.day(service.verifiedOn)
                if service.isStale(on: today) {
                    html.space()
                    html.span(.tooOld, .class("badge warning"))
                }
            }
        }
        guard mayChange else { return }
        html.form(post: AssistanceAddress.verification(service.id)) { $0.submit(.verifyNow) }
        html.problems(filled)
        html.h2(.changeService)
        html.form(post: AssistanceAddress.service(service.id)) { html in
            html.hiddenField("version", String(service.version))
            form.controls(&html, filled)
            html.submit(.saveChange)
        }
        html.form(post: AssistanceAddress.serviceEnd(service.id)) { $0.submit(.endService, .class("danger")) }
    }
}

/// A form for another service.
struct NewServicePage: Page {
    let form: ServiceForm
    var filled = Filled()

    var title: Word { .addService }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.services, AssistanceAddress.services)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.form(post: AssistanceAddress.services) { html in
            form.controls(&html, filled)
            html.submit(.addService)
        }
    }
}
