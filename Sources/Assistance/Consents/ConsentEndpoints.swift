import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// The consent ledger of a file for programs, who sees the file, and what was disclosed on which ground.
    static func consents(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ConsentProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/consents"
        return [
            Endpoint(
                verb: .get, path: path, operation: "listConsents",
                summary: "The consent ledger of a case file, the newest answer first. For the keeper of the file.",
                parameters: [fileParameter], answer: .object(["consents": .list(of: .consent)]), refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.consents(visit)) },
            Endpoint(
                verb: .post, path: path, operation: "recordConsent",
                summary: "Records an answer. A child is not asked in place of a guardian, and their own view is recorded.",
                parameters: [fileParameter], body: .newConsent(room.profile), answer: .object(["id": .text]), refusals: changeRefusals,
                deed: .recordConsent
            ) { visit in .json(try await desk.record(visit)) },
            Endpoint(
                verb: .post, path: path + "/{consent}/withdrawal", operation: "withdrawConsent",
                summary: "Withdraws a consent: shares and referrals that rest on it end at once, and the recipients are told.",
                parameters: [fileParameter, idParameter("consent", "The id of the consent.")], body: .object([:]),
                answer: .object(["id": .text]), refusals: changeRefusals, deed: .recordConsent
            ) { visit in .json(try await desk.withdraw(visit)) },
            Endpoint(
                verb: .post, path: path + "/{consent}/share", operation: "openOnConsent",
                summary:
                    "Opens the file to the organisation that a consent names. Services get it with a referral, a new keeper with the hand-over.",
                parameters: [fileParameter, idParameter("consent", "The id of the consent.")], body: .object([:]),
                answer: .object(["id": .text]), refusals: changeRefusals, deed: .shareCase
            ) { visit in .json(try await desk.open(visit)) },
            Endpoint(
                verb: .get, path: "/api/v1/cases/{id}/shares", operation: "listShares",
                summary: "Which organisations see which parts of a case file, and did; on which ground. For the keeper of the file.",
                parameters: [fileParameter], answer: .object(["shares": .list(of: .share)]), refusals: [.notFound], deed: .readCase
            ) { visit in .json(try await desk.shares(visit)) },
            Endpoint(
                verb: .get, path: "/api/v1/cases/{id}/disclosures", operation: "listDisclosures",
                summary:
                    "What was disclosed of a case file, to whom, for what and on which ground: the newest 500. For the keeper of the file.",
                parameters: [fileParameter], answer: .object(["disclosures": .list(of: .disclosure)]), refusals: [.notFound],
                deed: .readCase
            ) { visit in .json(try await desk.disclosures(visit)) },
        ]
    }
}

/// Reads and writes the ledger for programs, by the same rules as its page.
private struct ConsentProgramDesk: Sendable {
    let room: ProtectionRoom

    func consents(_ visit: Visit) async throws -> JSONValue {
        let page = try await ConsentsPage.read(room, visit, filled: Filled())
        return ["consents": .list(page.consents.map { JSONValue.consent($0.consent, to: $0.recipient, $0.childView, on: page.today) })]
    }

    func disclosures(_ visit: Visit) async throws -> JSONValue {
        let page = try await ConsentsPage.read(room, visit, filled: Filled())
        let lines = page.disclosures.map { line -> JSONValue in
            [
                "at": .text(line.at.iso), "recipient": .text(line.recipient), "purpose": .text(line.purpose),
                "parts": .parts(line.parts), "ground": .text(line.ground.rawValue), "ground_code": JSONValue(line.groundCode),
                "by": .text(line.by),
            ]
        }
        return ["disclosures": .list(lines)]
    }

    func shares(_ visit: Visit) async throws -> JSONValue {
        // Who may read the ledger may read who sees the file.
        let file = try await ConsentsPage.read(room, visit, filled: Filled()).view.summary.id
        let shares = try await room.database.read { tx in
            try tx.rows(
                """
                SELECT s.id, o.name, s.seat, s.parts, s.ground, s.ground_code, s.consent_id, s.opened_at, s.closed_at
                FROM case_share s JOIN organisation o ON o.id = s.organisation_id
                WHERE s.case_id = \(file) ORDER BY s.opened_at DESC, s.id DESC LIMIT 500
                """
            ) { row -> JSONValue in
                [
                    "id": .text("\(try row.id(0, of: CaseShare.self))"), "organisation": .text(row.text(1)), "seat": .text(row.text(2)),
                    "parts": .parts(CasePart.parts(row.text(3))), "ground": JSONValue(row.optionalText(4)),
                    "ground_code": JSONValue(row.optionalText(5)),
                    "consent": JSONValue(try row.optionalID(6, of: Consent.self).map { "\($0)" }), "opened_at": .text(row.instant(7).iso),
                    "closed_at": JSONValue(row.optionalInstant(8)?.iso),
                ]
            }
        }
        return ["shares": .list(shares)]
    }

    func record(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        let page = try await ConsentsPage.read(room, visit, filled: Filled())
        let names = [
            "purpose", "recipient", "answer", "given-by", "part", "language", "explained", "evidence", "child-view", "child-words",
        ]
        var reading = FormReading(try ProgramAnswers(visit).form(names, days: [ConsentForm.expires]))
        guard let (draft, view, words) = page.form.read(&reading), reading.isSound else { throw FieldsRefused(reading.filled) }
        let id = try await ConsentLedgerDesk(room: room).record(
            draft, view: view, words: words, in: file, by: visit.signedIn(), at: visit.now)
        return ["id": .text("\(id)")]
    }

    func open(_ visit: Visit) async throws -> JSONValue {
        let consent = try visit.id("consent", of: Consent.self)
        _ = try ProgramAnswers(visit).form([])
        try await ConsentShares(room).open(consent, in: visit.id("id"), by: visit.signedIn())
        return ["id": .text("\(consent)")]
    }

    func withdraw(_ visit: Visit) async throws -> JSONValue {
        let consent = try visit.id("consent", of: Consent.self)
        _ = try ProgramAnswers(visit).form([])
        try await ConsentLedgerDesk(room: room).withdraw(consent, in: visit.id("id"), by: visit.signedIn(), at: visit.now)
        return ["id": .text("\(consent)")]
    }
}

extension JSONValue {
    fileprivate static func parts(_ parts: Set<CasePart>) -> JSONValue {
        .list(CasePart.allCases.filter(parts.contains).map { .text($0.rawValue) })
    }

    fileprivate static func consent(_ consent: Consent, to recipient: String?, _ view: ChildView?, on today: Day) -> JSONValue {
        let giver =
            switch consent.givenBy {
            case .person: "person"
            case .guardian: "guardian"
            case .childAuthority: "child_authority"
            }
        return [
            "id": .text("\(consent.id)"), "purpose": .text(consent.purpose),
            "recipient": JSONValue(consent.recipient.map { "\($0)" }), "recipient_name": JSONValue(recipient),
            "answer": .text(consent.answer.rawValue), "given_by": .text(giver), "child_view": JSONValue(view?.rawValue),
            "parts": .parts(consent.parts), "language": .text(consent.language), "explained": .text(consent.explained.rawValue),
            "evidence": .text(consent.evidence.rawValue), "recorded_at": .text(consent.recordedAt.iso),
            "expires_on": JSONValue(consent.expiresOn?.iso), "withdrawn_at": JSONValue(consent.withdrawnAt?.iso),
            "is_in_force": .bool(consent.isInForce(on: today)),
        ]
    }
}

extension Schema {
    private static let parts = Schema.list(of: .choice(CasePart.allCases.map(\.rawValue)))

    fileprivate static let consent = Schema.object([
        "id": .text, "purpose": .text, "recipient": Schema.text.orNull, "recipient_name": Schema.text.orNull,
        "answer": .choice(Consent.Answer.allCases.map(\.rawValue)), "given_by": .choice(["person", "guardian", "child_authority"]),
        "child_view": Schema.text.orNull, "parts": parts, "language": .text,
        "explained": .choice(Consent.Explanation.allCases.map(\.rawValue)), "evidence": .choice(Consent.Evidence.allCases.map(\.rawValue)),
        "recorded_at": .text, "expires_on": Schema.text.orNull, "withdrawn_at": Schema.text.orNull, "is_in_force": .flag,
    ])
    fileprivate static let share = Schema.object([
        "id": .text, "organisation": .text, "seat": .text, "parts": parts, "ground": Schema.text.orNull, "ground_code": Schema.text.orNull,
        "consent": Schema.text.orNull, "opened_at": .text, "closed_at": Schema.text.orNull,
    ])
    fileprivate static let disclosure = Schema.object([
        "at": .text, "recipient": .text, "purpose": .text, "parts": parts, "ground": .text, "ground_code": Schema.text.orNull, "by": .text,
    ])

    fileprivate static func newConsent(_ profile: CountryProfile) -> Schema {
        .object(
            [
                "purpose": .choice(profile.consentPurposes.map(\.code)),
                "recipient": Schema.text(length: 40).orNull.described("The id of an organisation; left out, whoever the purpose names."),
                "answer": .choice(Consent.Answer.allCases.map(\.rawValue)),
                "given_by": Schema.text(length: 40).described("“person”, or the id of the account of a guardian."),
                "part": .list(of: .choice(CasePart.allCases.filter { $0 != .summary }.map(\.rawValue))),
                "language": .choice(profile.languages.map(\.tag)), "explained": .choice(Consent.Explanation.allCases.map(\.rawValue)),
                "evidence": .choice(Consent.Evidence.allCases.map(\.rawValue)), "expires": Schema.day.orNull,
                "child_view": Schema.choice(ChildView.allCases.map(\.rawValue)).orNull, "child_words": Schema.text(length: 2_000).orNull,
            ], optional: ["recipient", "part", "expires", "child_view", "child_words"]
        )
    }
}
