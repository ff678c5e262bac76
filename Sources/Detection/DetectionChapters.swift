import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// How an invented person comes to notice: the form of a referral, filled in and sent by whoever met them.
enum DetectionChapters {
    static let all: [Chapter] = [
        Chapter(.referral, atOnce: true) { life, country in
            let raiser = raiser(of: &life, country)
            let desk = ReferralDesk(country.room)
            let answer = firstAnswer(&life)
            let form = filledForm(&life, answer, desk.form)
            let draft = try await desk.drafts.save(
                form, as: nil, kind: ReferralDesk.kind, for: country.actor(raiser), at: country.clock.now)
            try life.pass(minutes: 5...25)
            guard answer != .no || life.path.protectsAsChild else {
                return try await refuse(draft, form, desk, &life, by: raiser, country)
            }
            let referral = try await desk.send(draft, by: country.actor(raiser))
            life.file = try await country.room.database.read { tx in try RaisedReferral.find(referral, in: tx)?.file.id }
            try await compare(country)
            if answer == .notAbleNow, !life.path.protectsAsChild {
                try life.pass(days: 1...1)
                try await desk.askAgain(
                    referral,
                    .init(answer: .yes, language: life.coded.language ?? "en", explained: .interpreter, evidence: .spoken, reason: nil),
                    by: country.actor(raiser))
            }
            guard life.chance.happens(0.15) else { return }
            try life.pass(days: 0...1)
            try await desk.add("Invented: somebody asked for the person at the door.", [], to: referral, by: country.actor(raiser))
        }
    ]

    /// New people are compared with all others within a minute, and not in three years.
    private static func compare(_ country: InventedCountry) async throws {
        let (job, now) = (PersonMatching.job(country.room), country.clock.now)
        try await country.room.database.write { tx in try job.run(tx, now) }
    }

    /// In the present a few forms wait, begun and not sent.
    static func epilogue(_ country: InventedCountry) async throws {
        let desk = ReferralDesk(country.room)
        let writers = ["first-responder", "helpline-operator", "case-worker"].flatMap { country.all($0).prefix(2) }
        for (index, writer) in writers.enumerated() {
            let day = country.present - .days(index) - .minutes(50 + 7 * index)
            country.clock.go(to: day)
            let pairs = [
                (name: "setting", value: Setting.allCases[index % Setting.allCases.count].rawValue), (name: "age", value: "adult"),
            ]
            _ = try await desk.drafts.save(
                FormBody(Query(pairs + [(name: ReferralForm.reached, value: ReferralStep.signs.rawValue)])), as: nil,
                kind: ReferralDesk.kind, for: country.actor(writer), at: day)
        }
        country.clock.go(to: country.present)
        try await askAgain(country)
    }

    /// Of those who may be asked again one was not reached, one has said no a second time; the others wait.
    private static func askAgain(_ country: InventedCountry) async throws {
        let contacts = KeptContacts(country.room)
        for (outcome, asker) in zip(
            [KeptContacts.Outcome.notReached, .declined], country.all("first-responder") + country.all("helpline-operator"))
        {
            let waiting = try await contacts.list(after: nil, limit: 10, for: country.actor(asker))
            guard waiting.count > 1 else { continue }
            try await contacts.settle(waiting[0].id, as: outcome, from: waiting[0].version, by: country.actor(asker))
        }
    }

    /// Somebody who works where the person was met: for most settings of another organisation than the one that keeps the file later.
    private static func raiser(of life: inout InventedLife, _ country: InventedCountry) -> InventedCountry.Player {
        let places: [String] =
            switch life.setting {
            case .police: ["Police of"]
            case .border: ["Border Police"]
            case .inspection: ["Labour Inspectorate"]
            case .health: ["Willow Clinic", "Saint Example Hospital"]
            case .helpline: ["National Helpline"]
            case .ngo, .selfReport: []
            }
        let responders = (country.all("first-responder") + country.all("helpline-operator")).filter { player in
            places.contains { player.place.hasPrefix($0) }
        }
        // Who a link leads in as has files of their own to follow.
        if let played = country.all("first-responder").first, responders.contains(where: { $0.account == played.account }),
            life.staysWithFinder || life.refuses || life.chance.happens(0.35)
        {
            return played
        }
        return responders.isEmpty ? life.worker : life.chance.pick(responders)
    }

    private static func firstAnswer(_ life: inout InventedLife) -> Consent.Answer {
        if life.refuses { return .no }
        if life.staysWithFinder { return .yes }
        return life.chance.happens(0.1) ? .notAbleNow : .yes
    }

    private static func refuse(
        _ draft: ID<Draft>, _ form: FormBody, _ desk: ReferralDesk, _ life: inout InventedLife, by raiser: InventedCountry.Player,
        _ country: InventedCountry
    ) async throws {
        try await desk.recordRefusal(draft, form, by: country.actor(raiser))
        // Some allow it that they are asked again, and what is older than that is gone by now.
        let isRecent = country.present - country.clock.now < .days(40)
        guard isRecent || life.chance.happens(0.3), let contact = life.identity.contact else { return }
        try await KeptContacts(country.room).keep(contact, by: country.actor(raiser))
    }

    private static func filledForm(_ life: inout InventedLife, _ answer: Consent.Answer, _ form: ReferralForm) -> FormBody {
        var pairs: [(name: String, value: String)] = []
        func fill<Kind: Field>(_ field: Kind, _ value: Kind.Value?) { if let value { pairs += field.texts(of: value) } }
        let profile = form.profile
        for danger in profile.immediateDanger { fill(form.danger(danger), life.chance.happens(0.04) ? .yes : .no) }
        fill(ReferralForm.settingField, life.setting)
        fill(ReferralForm.age, life.path)
        for sign in form.signs(in: life.setting, of: life.path) {
            fill(form.sign(sign), life.chance.pick([(SignAnswer.yes, 4), (.no, 4), (.notAsked, 2)]))
        }
        fillPerson(&pairs, life, form)
        fill(form.needs, profile.needsTonight.map(\.code).filter { _ in life.chance.happens(0.3) })
        fill(ReferralForm.urgent, life.isUrgent)
        fill(ReferralForm.label, life.label)
        fill(form.exploitation, life.exploitation)
        fill(ReferralForm.note, "Invented for the demonstration: what was seen, in a few words.")
        if let region = profile.regionField, let code = life.region { pairs.append((name: EntryField(extra: region).name, value: code)) }
        guard !life.path.protectsAsChild else { return FormBody(Query(pairs)) }
        fill(ReferralForm.answer, answer)
        fill(form.explainedIn, life.coded.language ?? "en")
        fill(ReferralForm.explained, life.coded.interpreter == .needed ? .interpreter : .spoken)
        fill(ReferralForm.evidence, life.chance.pick([Consent.Evidence.signed, .spoken, .witnessed]))
        if answer == .no, !profile.refusalReasons.isEmpty { fill(form.reason, life.chance.pick(profile.refusalReasons).code) }
        return FormBody(Query(pairs))
    }

    private static func fillPerson(_ pairs: inout [(name: String, value: String)], _ life: InventedLife, _ form: ReferralForm) {
        func fill<Kind: Field>(_ field: Kind, _ value: Kind.Value?) { if let value { pairs += field.texts(of: value) } }
        let (identity, coded) = (life.identity, life.coded)
        fill(IdentityFields.names, identity.names.joined(separator: "\n"))
        fill(IdentityFields.aliases, identity.aliases.isEmpty ? nil : identity.aliases.joined(separator: "\n"))
        fill(IdentityFields.birth, identity.birthDate)
        fill(IdentityFields.documents, identity.documents.isEmpty ? nil : identity.documents.joined(separator: "\n"))
        fill(IdentityFields.channel, identity.contact?.channel)
        fill(IdentityFields.how, identity.contact?.how)
        fill(IdentityFields.mayWrite, identity.contact?.mayWrite)
        fill(IdentityFields.mayCall, identity.contact?.mayCall)
        fill(form.sex, coded.sex)
        fill(form.citizenship(in: .en), coded.citizenship)
        fill(form.language, coded.language)
        fill(ReferralForm.interpreter, coded.interpreter)
    }
}
