import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Referrals to services for programs: sent, answered, followed to their end.
    static func serviceReferrals(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = ReferralProgramDesk(room: room)
        let (ofFile, one) = ("/api/v1/cases/{id}/service-referrals", "/api/v1/service-referrals/{referral}")
        let referral = idParameter("referral", "The id of the referral.")
        let version = Schema.object(["version": .integer])
        let lists = desk.shape.filters.map { Parameter.query($0.name, .choice($0.choices.map(\.key)), $0.label.en + ".") }
        return [
            Endpoint(
                verb: .get, path: ofFile, operation: "listServiceReferrals",
                summary: "The service plan of a case file: its referrals to services that whoever asks may see, the newest first.",
                parameters: [fileParameter], answer: .object(["service_referrals": .list(of: .serviceReferral)]), refusals: [.notFound],
                deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: ofFile, operation: "referToServices",
                summary:
                    "Refers to one service or several: all of them, or none where one has no ground. Nothing goes that the ground does not cover.",
                parameters: [fileParameter], body: .newServiceReferral(room.profile),
                answer: .object(["service_referrals": .list(of: .text)]), refusals: changeRefusals, deed: .referToServices
            ) { visit in .json(try await desk.send(visit)) },
            Endpoint(
                verb: .get, path: "/api/v1/service-referrals", operation: "listReferralsToUs",
                summary: "The queue of referrals to one’s organisation, by the moment until which they are to be answered, 50 at a time.",
                parameters: lists + [
                    .query("q", .text(length: 200), "The code of a referral."),
                    .query("after", .text(length: 2_000), "The `next` of the answer before."),
                ], answer: .object(["service_referrals": .list(of: .serviceReferral), "next": Schema.text.orNull]), refusals: [.invalid],
                deed: .answerReferrals
            ) { visit in .json(try await desk.queue(visit)) },
            Endpoint(
                verb: .post, path: one + "/acceptance", operation: "acceptReferral",
                summary: "Accepts a referral, from the version that was read: what was chosen for it opens.", parameters: [referral],
                body: version, answer: .movedReferral, refusals: changeRefusals, deed: .answerReferrals
            ) { visit in .json(try await desk.accept(visit)) },
            Endpoint(
                verb: .post, path: one + "/decline", operation: "declineReferral",
                summary: "Declines a referral, with a reason of the profile.",
                parameters: [referral],
                body: .object(["version": .integer, "reason": .choice(room.profile.declineReasons.map(\.code))]), answer: .movedReferral,
                refusals: changeRefusals, deed: .answerReferrals
            ) { visit in .json(try await desk.decline(visit)) },
            Endpoint(
                verb: .post, path: one + "/start", operation: "startService", summary: "Says that the help has begun.",
                parameters: [referral], body: version, answer: .movedReferral, refusals: changeRefusals, deed: .answerReferrals
            ) { visit in .json(try await desk.start(visit)) },
            Endpoint(
                verb: .post, path: one + "/completion", operation: "completeService",
                summary: "Says that the help has ended, with its outcome: what was shared closes.", parameters: [referral],
                body: .completion, answer: .movedReferral, refusals: changeRefusals, deed: .answerReferrals
            ) { visit in .json(try await desk.complete(visit)) },
            Endpoint(
                verb: .post, path: one + "/withdrawal", operation: "withdrawReferral",
                summary: "Takes a referral back, as its sender: what was shared closes.", parameters: [referral], body: version,
                answer: .movedReferral, refusals: changeRefusals, deed: .referToServices
            ) { visit in .json(try await desk.withdraw(visit)) },
        ]
    }
}

/// Refers and answers for programs, by the same rules as the pages do.
private struct ReferralProgramDesk: Sendable {
    let room: ProtectionRoom

    var shape: ListShape { ReferralListPage.shape(room.profile) }
    private var desk: ReferralDesk { ReferralDesk(room: room) }

    func list(_ visit: Visit) async throws -> JSONValue {
        let actor = try visit.signedIn()
        return try await CaseFiles(room).look(at: visit.id("id"), for: actor) { tx, view in
            let names = try OrganisationNames(in: tx)
            guard view.shows(.services) else { throw WebRefused.notFound }
            let seen = try ServiceReferral.seen(by: actor, of: view.summary, in: tx)
            return ["service_referrals": .list(seen.map { JSONValue.referral($0, names) })]
        }
    }

    func queue(_ visit: Visit) async throws -> JSONValue {
        for filter in shape.filters {
            guard let key = visit.query.filled(filter.name), !filter.choices.contains(where: { $0.key == key }) else { continue }
            throw FieldsRefused.choice(filter.name, filter.choices.map(\.key))
        }
        let page = try await ReferralListPage.read(room, visit, .toUs)
        let names = try await room.database.read { tx in try OrganisationNames(in: tx) }
        let slice = page.slice
        return [
            "service_referrals": .list(slice.rows.map { JSONValue.referral($0.referral, names) }),
            "next": JSONValue(slice.next?.encoded),
        ]
    }

    func send(_ visit: Visit) async throws -> JSONValue {
        let fields = try ProgramAnswers(visit).form(["service", "urgency", "basis", "part", "hide", "because"]).fields
        guard let urgency = fields.filled("urgency"), Urgency(rawValue: urgency) != nil else {
            throw FieldsRefused.choice("urgency", Urgency.allCases.map(\.rawValue))
        }
        let parts = fields.all("part")
        guard parts.allSatisfy({ CasePart(rawValue: $0) != nil }) else {
            throw FieldsRefused.choice("part", CasePart.allCases.map(\.rawValue))
        }
        let set = try await ShareSetPage.read(room, visit, fields, problem: nil).set
        // A page shows what is left of a choice before it is sent; a program is told.
        guard set.basis == fields["basis"], set.services.count == fields.all("service").count else { throw ServiceRefused.noService }
        guard Set(parts.compactMap(CasePart.init)).subtracting(ShareSet.always).isSubset(of: set.parts),
            Set(fields.all("hide")).isSubset(of: set.hidden.names)
        else { throw ConsentRefused.consentNotForThis }
        let sent = try await desk.send(set, for: visit.id("id"), by: visit.signedIn(), at: visit.now)
        return ["service_referrals": .list(sent.map { .text("\($0)") })]
    }

    func accept(_ visit: Visit) async throws -> JSONValue {
        try await moved(visit) { id, version, _ in try await desk.accept(id, from: version, by: visit.signedIn(), at: visit.now) }
    }

    func start(_ visit: Visit) async throws -> JSONValue {
        try await moved(visit) { id, version, _ in try await desk.start(id, from: version, by: visit.signedIn(), at: visit.now) }
    }

    func withdraw(_ visit: Visit) async throws -> JSONValue {
        try await moved(visit) { id, version, _ in try await desk.withdraw(id, from: version, by: visit.signedIn(), at: visit.now) }
    }

    func decline(_ visit: Visit) async throws -> JSONValue {
        try await moved(visit, ["reason"]) { id, version, answers in
            var reading = answers
            guard let reason = reading.read(ReferralPage.reason(room.profile)) else { throw FieldsRefused(reading.filled) }
            try await desk.decline(id, because: reason, from: version, by: visit.signedIn(), at: visit.now)
        }
    }

    func complete(_ visit: Visit) async throws -> JSONValue {
        try await moved(visit, ["outcome", "satisfaction", "currency"]) { id, version, answers in
            var reading = answers
            guard let completion = ReferralPage.completion(&reading) else { throw FieldsRefused(reading.filled) }
            try await desk.complete(id, completion, from: version, by: visit.signedIn(), at: visit.now)
        }
    }

    private func moved(
        _ visit: Visit, _ names: [String] = [], _ deed: (ID<ServiceReferral>, Int, FormReading) async throws -> Void
    ) async throws -> JSONValue {
        let id = try visit.id("referral", of: ServiceReferral.self)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        try await deed(
            id, version, FormReading(try answers.form(names, amounts: [ReferralPage.cost], besides: ["version"])))
        let referral = try await room.database.read { tx in try ServiceReferral.find(id, in: tx) }
        guard let referral else { throw WebRefused.notFound }
        return ["id": .text("\(id)"), "stage": .text(referral.stage.rawValue), "version": .integer(referral.version)]
    }
}

extension JSONValue {
    fileprivate static func referral(_ referral: ServiceReferral, _ names: OrganisationNames) -> JSONValue {
        [
            "id": .text("\(referral.id)"), "code": .text(referral.code), "service": .text("\(referral.service)"),
            "service_name": .text(referral.serviceName), "kind": .text(referral.serviceKind), "from": .text(names[referral.from]),
            "to": .text(names[referral.to]), "urgency": .text(referral.urgency.rawValue),
            "parts": .list(CasePart.allCases.filter(referral.parts.contains).map { .text($0.rawValue) }),
            "stage": .text(referral.stage.rawValue), "sent_at": .text(referral.sentAt.iso), "accept_by": .text(referral.acceptBy.iso),
            "answered_at": JSONValue(referral.answeredAt?.iso), "started_at": JSONValue(referral.startedAt?.iso),
            "ended_at": JSONValue(referral.endedAt?.iso), "decline_reason": JSONValue(referral.declineReason),
            "outcome": JSONValue(referral.outcome?.rawValue), "satisfaction": JSONValue(referral.satisfaction?.rawValue),
            "cost": JSONValue(referral.cost), "currency": JSONValue(referral.currency), "version": .integer(referral.version),
        ]
    }
}

extension Schema {
    private static let stage = Schema.choice(ServiceReferral.Stage.allCases.map(\.rawValue))
    private static let outcome = Schema.choice(ServiceReferral.Outcome.allCases.map(\.rawValue))
    private static let satisfaction = Schema.choice(ServiceReferral.Satisfaction.allCases.map(\.rawValue))
    private static let urgency = Schema.choice(Urgency.allCases.map(\.rawValue))

    fileprivate static let movedReferral = Schema.object(["id": .text, "stage": stage, "version": .integer])

    fileprivate static let serviceReferral = Schema.object([
        "id": .text, "code": .text, "service": .text, "service_name": .text, "kind": .text, "from": .text, "to": .text, "urgency": urgency,
        "parts": .list(of: .choice(CasePart.allCases.map(\.rawValue))), "stage": stage, "sent_at": .text, "accept_by": .text,
        "answered_at": Schema.text.orNull, "started_at": Schema.text.orNull, "ended_at": Schema.text.orNull,
        "decline_reason": Schema.text.orNull, "outcome": outcome.orNull, "satisfaction": satisfaction.orNull,
        "cost": Schema.integer.orNull, "currency": Schema.text.orNull, "version": .integer,
    ])

    fileprivate static let completion = Schema.object(
        [
            "version": .integer, "outcome": outcome, "satisfaction": satisfaction.orNull, "cost": Schema.minorUnits.orNull,
            "currency": Schema.text(matching: "[A-Z]{3}", length: 3).orNull,
        ], optional: ["satisfaction", "cost", "currency"])

    fileprivate static func newServiceReferral(_ profile: CountryProfile) -> Schema {
        .object(
            [
                "service": Schema.list(of: .text(length: 40)).described("The ids of services of the directory."), "urgency": urgency,
                "basis": .choice(["consent", "child_protection"] + profile.disclosureOverrides.map(\.code)),
                "part": .list(of: .choice(CasePart.allCases.map(\.rawValue))),
                "hide": Schema.list(of: .text(length: 100)).described("Fields of these parts that are left out."),
                "because": Schema.text(length: 500).orNull.described("Why a law leaves no other way, where the basis is one."),
            ], optional: ["part", "hide", "because"])
    }
}
