import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   …/childhood/consents                          asked of the guardian, and a form to ask   readChildFile
    //  POST  …/childhood/consents                          ask                                        recordConsent
    //  GET   …/childhood/consents/{request}                one, with the guardian's answer            readChildFile
    //  POST  …/childhood/consents/{request}                the guardian answers                       actAsGuardian
    //  POST  …/childhood/consents/{request}/authority      the authority does, without a guardian     protectChildren
    //  POST  …/childhood/consents/{consent}/withdrawal     the guardian takes it back                 actAsGuardian
    mutating func addConsentRequests(_ room: ProtectionRoom) {
        let (requests, desk) = (ConsentRequests(room), ConsentRequestDesk(room: room))

        get("/work/cases/{id}/childhood/consents", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.list(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/consents", needs: .deed(.recordConsent)) { visit in
            let (file, actor) = (try visit.id("id", of: CaseFile.self), try visit.signedIn())
            let page = try await desk.list(visit, filled: Filled())
            var reading = FormReading(visit.form)
            let (purpose, recipient) = (reading.read(page.purpose), reading.read(page.recipient))
            let parts = reading.read(ConsentRequestFields.parts)
            return try await visit.settle(
                reading,
                {
                    guard let purpose, let parts else { throw WebRefused.malformed }
                    try await requests.ask(purpose, for: recipient, parts: Set(parts), in: file, by: actor)
                    return ChildAddress.consents(file)
                }, back: { try await desk.list(visit, filled: $0) })
        }

        get("/work/cases/{id}/childhood/consents/{request}", needs: .deed(.readChildFile)) { visit in
            .page(try await desk.one(visit, filled: Filled()))
        }

        post("/work/cases/{id}/childhood/consents/{request}", needs: .deed(.actAsGuardian)) { visit in
            try await desk.answer(visit, with: .actAsGuardian)
        }

        post("/work/cases/{id}/childhood/consents/{request}/authority", needs: .deed(.protectChildren)) { visit in
            try await desk.answer(visit, with: .protectChildren)
        }

        post("/work/cases/{id}/childhood/consents/{consent}/withdrawal", needs: .deed(.actAsGuardian)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await requests.withdraw(visit.id("consent"), in: file, by: visit.signedIn())
            return .see(ChildAddress.consents(file))
        }
    }
}

enum ConsentRequestFields {
    static let parts = ChoicesField(
        "parts", .whichParts,
        choices: CasePart.allCases.filter { $0 != .summary }.map { Choice($0, key: $0.rawValue, label: $0.word) })
    static let answer = ChoiceField("answer", .doYouAgree, why: .doYouAgreeWhy, Consent.Answer.allCases) { $0.word }
    static let view = ChildView.field("view", .viewOfTheChild, why: .viewBesideYours)
    static let viewNote = LongTextField("view-note", .inTheChildsWords, isRequired: false, rows: 3)
    static let explained = ChoiceField("explained", .howExplainedToChild, Consent.Explanation.allCases) { $0.word }
    static let until = DayField("until", .consentUntil, why: .consentUntilWhy, isRequired: false, .fromToday)
}

struct ConsentRequestDesk: Sendable {
    let room: ProtectionRoom

    func list(_ visit: Visit, filled: Filled) async throws -> ConsentRequestsPage {
        try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view, _ in
            guard try view.readsLedger(in: tx) else { throw WebRefused.notFound }
            let organisations = view.may(.recordConsent) ? try Organisations.open(in: tx) : []
            return ConsentRequestsPage(
                view: view, requests: try ConsentRequest.all(in: view.summary.id, tx: tx),
                given: try ConsentLedger.all(in: view.summary.id, tx: tx).filter { $0.givenBy.isForChild }, organisations: organisations,
                hasGuardian: try CaseMember.hasGuardian(view.summary.id, in: tx), today: room.day(of: visit.now), filled: filled)
        }
    }

    func one(_ visit: Visit, filled: Filled) async throws -> ConsentRequestPage {
        let id = try visit.id("request", of: ConsentRequest.self)
        return try await Childhood(room).look(at: visit.id("id"), for: visit.signedIn(), notesOf: id.bytes) { tx, view, notes in
            guard try view.readsLedger(in: tx) else { throw WebRefused.notFound }
            guard let request = try ConsentRequest.all("q.case_id = \(view.summary.id) AND q.id = \(id)", tx: tx).first else {
                throw ChildRefused.hasNoSuchThing
            }
            return ConsentRequestPage(
                view: view, request: request, notes: notes,
                isForAuthority: try view.may(.protectChildren) && view.mayDecideForChild(in: tx), filled: filled)
        }
    }

    /// Takes the answer of a guardian, or of the authority in their place.
    func answer(_ visit: Visit, with deed: Deed) async throws -> Answer {
        let (file, request, actor) = (
            try visit.id("id", of: CaseFile.self), try visit.id("request", of: ConsentRequest.self), try visit.signedIn()
        )
        let page = try await one(visit, filled: Filled())
        var reading = FormReading(visit.form)
        let (answer, view) = (reading.read(ConsentRequestFields.answer), reading.read(ConsentRequestFields.view))
        let (language, explained) = (reading.read(page.language), reading.read(ConsentRequestFields.explained))
        let (note, until) = (reading.read(ConsentRequestFields.viewNote), reading.read(ConsentRequestFields.until))
        return try await visit.settle(
            reading,
            {
                guard let answer, let view, let language, let explained else { throw WebRefused.malformed }
                try await ConsentRequests(room).answer(
                    request, in: file,
                    .init(answer: answer, view: view, language: language, explained: explained, note: note, expiresOn: until),
                    from: visit.version, with: deed, by: actor)
                return deed == .protectChildren ? ChildAddress.consentsOfAuthority : ChildAddress.consentsAsked
            }, back: { try await one(visit, filled: $0) })
    }
}

/// What the guardian of a child was asked, and what they agreed to.
struct ConsentRequestsPage: ChildFilePage {
    let view: CaseView
    let requests: [ConsentRequest]
    let given: [Consent]
    let organisations: [(id: ID<Organisation>, name: String)]
    let hasGuardian: Bool
    let today: Day
    let filled: Filled

    var title: Word { .consentsAskedOfGuardian }

    var purpose: ChoiceField<String> {
        ChoiceField(
            "purpose", .purposeOfConsent, choices: view.profile.consentPurposes.map { Choice($0.code, key: $0.code, label: $0.name) },
            as: .list)
    }
    var recipient: ChoiceField<ID<Organisation>> {
        Organisations.field("recipient", .recipient, why: .recipientWhy, isRequired: false, organisations)
    }

    func body(_ html: inout Markup) {
        if requests.isEmpty { html.p(.requestsWillStandHere, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for request in requests {
                html.li { html in
                    html.a(
                        to: ChildAddress.consent(file, request.id), view.profile.consentPurpose(request.purpose)?.name ?? .purposeOfConsent)
                    html.text(" · ")
                    html.moment(request.askedAt)
                    html.text(" · ")
                    html.say(request.answer?.word ?? (hasGuardian ? .waitsForGuardian : .waitsForAuthority))
                }
            }
        }
        let inForce = given.filter { $0.isInForce(on: today) }
        if view.may(.actAsGuardian), !inForce.isEmpty {
            html.h2(.agreedByGuardian)
            for consent in inForce {
                html.section(.class("panel")) { html in
                    html.p { html in
                        html.say(view.profile.consentPurpose(consent.purpose)?.name ?? .purposeOfConsent)
                        html.text(" · ")
                        html.moment(consent.recordedAt)
                    }
                    html.p(.withdrawFollows, .class("note"))
                    html.form(post: ChildAddress.consentEnd(file, consent.id)) { $0.submit(.withdrawConsent, .class("danger")) }
                }
            }
        }
        guard view.may(.recordConsent), view.summary.path.protectsAsChild else { return }
        html.problems(filled)
        html.h2(.askGuardian)
        html.p(.askGuardianWhy, .class("why"))
        html.form(post: ChildAddress.consents(file)) { html in
            html.field(purpose, filled)
            html.field(recipient, filled)
            html.field(ConsentRequestFields.parts, filled)
            html.submit(.askGuardian)
        }
    }
}
