import Access
import Basics
import Protection
import Store
import Web

extension Endpoint {
    /// A referral in one document, for a system that has asked the same questions.
    static func referrals(_ room: ProtectionRoom) -> Endpoint {
        let desk = ReferralDesk(room)
        let answer = Schema.any(of: [.text, .integer, .flag, .list(of: .text)]).orNull
        return Endpoint(
            verb: .post, path: "/api/v1/referrals", operation: "raiseReferral",
            summary: "Raises a referral: the answers of all pages of the form in one document, by the names of its fields.",
            body: Schema.dictionary(of: answer).described(
                "The names of the fields are those of the form, which follow from the country profile. An adult must have agreed or not been able to answer; a child is not asked."
            ),
            answer: .object(["id": .text, "case": .text]),
            refusals: [.malformed, .notFound, .conflict, .tooLarge, .wrongMedia, .invalid], deed: .raiseReferral
        ) { visit in
            let sent = try FormBody(answers: JSONValue(reading: visit.form.json))
            let id = try await desk.raise(sent, by: visit.signedIn())
            let file = try await room.database.read { tx in try RaisedReferral.find(id, in: tx)?.file.id }
            return .json(["id": .text("\(id)"), "case": .text(file.map { "\($0)" } ?? "")])
        }
    }
}

extension ReferralDesk {
    /// Sends what was answered elsewhere, by the same rules as page after page: a draft that is gone again with the sending.
    func raise(_ sent: FormBody, by actor: Actor) async throws -> ID<Referral> {
        let path = ReferralForm.age.answer(in: sent)
        let steps = ReferralStep.all(for: path)
        let known = steps.flatMap { form.names(of: $0) }
        for pair in sent.fields.pairs where !known.contains(where: { pair.name == $0 || pair.name.hasPrefix($0 + "-") }) {
            // Among them, for a child, the questions about consent: nobody may have asked them.
            throw FieldsRefused.unknown(pair.name)
        }
        let draft = steps.reduce(FormBody()) { form.merged($0, $1, from: sent) }
        let (content, fault) = form.content(of: draft, now: now)
        if let fault { throw FieldsRefused(fault.filled) }
        // An adult who refused is counted without a word of who it was; that is for the form alone.
        guard content.consent?.answer != .no else { throw ReferralRefused.incomplete }
        let id = try await drafts.save(draft, as: nil, kind: Self.kind, for: actor, at: now)
        return try await send(id, by: actor)
    }
}
