import Access
import Basics
import Protection
import Vocabulary
import Web

extension Routes {
    //  GET   /work/referrals/card                      a number to hand over; may they be asked again?     raiseReferral
    //  POST  /work/referrals/contacts                  keep a safe contact, or not                         raiseReferral
    //  GET   /work/referrals/reoffers                  whom to ask again                                   raiseReferral
    //  GET   /work/referrals/reoffers/{id}             one contact, opened                                 raiseReferral
    //  POST  /work/referrals/reoffers/{id}/outcome     what came of it                                     raiseReferral
    mutating func addRefusals(_ room: ProtectionRoom) {
        let contacts = KeptContacts(room)

        get("/work/referrals/card", needs: .deed(.raiseReferral)) { _ in .page(CardPage(profile: room.profile)) }

        post("/work/referrals/contacts", needs: .deed(.raiseReferral)) { visit in
            var reading = FormReading(visit.form)
            guard let agreed = reading.read(CardPage.mayAskAgain) else {
                return .page(CardPage(profile: room.profile, filled: reading.filled), status: .unprocessable)
            }
            guard agreed == .yes else { return .see(DetectionAddress.referrals) }
            let contact = IdentityFields.readContact(&reading)
            if contact == nil { reading.refuse(IdentityFields.channel, because: .contactNeeded) }
            guard reading.isSound, let contact else {
                return .page(CardPage(profile: room.profile, filled: reading.filled), status: .unprocessable)
            }
            try await contacts.keep(contact, by: visit.signedIn())
            return .see(DetectionAddress.reoffers)
        }

        get("/work/referrals/reoffers", needs: .deed(.raiseReferral)) { visit in
            let asked = ListRequest(visit.query, ReoffersPage.shape)
            let after = asked.after.flatMap { place -> (due: Day, id: ID<KeptContact>)? in
                guard place.values.count == 2, let day = Day(iso: place.values[0]), let id = ID<KeptContact>(place.values[1]) else {
                    return nil
                }
                return (day, id)
            }
            let lines = try await contacts.list(after: after, limit: ListRequest.fetchCount, for: visit.signedIn())
            return .page(ReoffersPage(asked: asked, lines: lines, today: room.day(of: visit.now)))
        }

        get("/work/referrals/reoffers/{id}", needs: .deed(.raiseReferral)) { visit in
            let (reoffer, contact) = try await contacts.open(visit.id("id"), for: visit.signedIn())
            return .page(ReofferPage(reoffer: reoffer, contact: contact))
        }

        post("/work/referrals/reoffers/{id}/outcome", needs: .deed(.raiseReferral)) { visit in
            let id = try visit.id("id", of: KeptContact.self)
            var reading = FormReading(visit.form)
            guard let outcome = reading.read(ReofferPage.outcome) else {
                let (reoffer, contact) = try await contacts.open(id, for: visit.signedIn())
                return .page(ReofferPage(reoffer: reoffer, contact: contact, filled: reading.filled), status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            try await contacts.settle(id, as: outcome, from: version, by: visit.signedIn())
            return .see(outcome == .accepted ? DetectionAddress.new : DetectionAddress.reoffers)
        }
    }
}

/// What is left to offer after a no: a number to hand over, and one question that is asked apart.
struct CardPage: Page {
    let profile: CountryProfile
    var filled = Filled()

    enum Allowed: String, CaseIterable, Sendable { case yes, no }
    static let mayAskAgain = ChoiceField<Allowed>("ask-again", .mayAskAgain, why: .mayAskAgainWhy, Allowed.allCases) {
        $0 == .yes ? .yes : .no
    }

    var title: Word { .helpStillOffered }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        html.p(.refusalRecorded, .class("note"))
        html.p(.handOverCard)
        // The card names nothing: whoever finds it learns a number and no more.
        html.section(.class("card"), .id("card")) { html in
            for language in Language.allCases {
                html.p(.written(inTag: language.code, rightToLeft: language.isRightToLeft)) { $0.text(Word.callAnyTime[language]) }
            }
            if let contact = profile.emergency("helpline") ?? profile.emergency.first {
                html.p { html in html.strong { html in html.bdi { $0.text(contact.telephone) } } }
            }
        }
        html.problems(filled)
        html.h2(.askedApart)
        html.form(post: DetectionAddress.contacts) { html in
            html.field(Self.mayAskAgain, filled)
            html.p(.class("why")) { html in
                html.say(.contactKeptDays)
                html.text(": ")
                html.number(profile.deadlines.safeContactKept)
            }
            IdentityFields.contactControls(&html, filled)
            html.submit(.saveChange)
        }
    }
}

/// Whom to ask again.
struct ReoffersPage: Page {
    let asked: ListRequest
    let lines: [Reoffer]
    let today: Day

    static let shape = ListShape(sorts: [ListSort("due")])

    var title: Word { .reoffers }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals)] }

    func body(_ html: inout Markup) {
        let today = today
        html.p(.reoffersLead)
        html.list(
            KeysetTable(
                caption: .reoffers, asked: asked, slice: ListSlice(fetched: lines) { [$0.dueOn.iso, "\($0.id)"] },
                at: DetectionAddress.reoffers, empty: EmptyList(.reoffersWillStandHere),
                columns: [
                    ListColumn(.reofferDue, namesRow: true) { line, html in
                        html.a(to: DetectionAddress.reoffer(line.id)) { $0.day(line.dueOn) }
                        if line.dueOn <= today {
                            html.space()
                            html.span(.due, .class("badge warning"))
                        }
                    },
                    ListColumn(.keptUntil) { line, html in html.moment(line.expiresAt) },
                    ListColumn(.keptBy) { line, html in html.bdi { $0.text(line.keptBy) } },
                    ListColumn(.tries, isNumeric: true) { line, html in html.number(line.tries) },
                ]
            )
        )
    }
}

/// One contact, opened to ask again.
struct ReofferPage: Page {
    let reoffer: Reoffer
    let contact: Shown<SafeContact>
    var filled = Filled()

    static let outcome = ChoiceField<KeptContacts.Outcome>("outcome", .reofferOutcome, KeptContacts.Outcome.allCases) { $0.word }

    var title: Word { .reoffer }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.referrals, DetectionAddress.referrals), Crumb(.reoffers, DetectionAddress.reoffers)] }

    func body(_ html: inout Markup) {
        html.p(.openingRecorded, .class("note"))
        html.dl(.class("facts")) { html in
            html.line(.contactChannel) { html in html.bdi { $0.text(contact.value.channel) } }
            html.line(.contactHow) { html in html.bdi { $0.text(contact.value.how) } }
            html.line(.safeToWrite, contact.value.mayWrite ? .yes : .no)
            html.line(.safeToCall, contact.value.mayCall ? .yes : .no)
            html.line(.reofferDue) { $0.day(reoffer.dueOn) }
            html.line(.keptUntil) { $0.moment(reoffer.expiresAt) }
        }
        html.problems(filled)
        html.form(post: DetectionAddress.reofferOutcome(reoffer.id)) { html in
            html.hiddenField("version", String(reoffer.version))
            html.field(Self.outcome, filled)
            html.submit(.saveChange)
        }
    }
}
