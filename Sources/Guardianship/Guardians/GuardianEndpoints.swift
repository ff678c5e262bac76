import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// The guardian of a child for programs: who it is and was, who could be, appointed and revoked.
    static func guardians(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = GuardianProgramDesk(room: room)
        let path = "/api/v1/cases/{id}/childhood"
        return [
            Endpoint(
                verb: .post, path: path + "/acknowledgement", operation: "acknowledgeChild",
                summary: "Says that the child-protection authority was told of the child and acts, once.", parameters: [fileParameter],
                body: .object([:]), answer: .object(["id": .text]), refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.acknowledge(visit)) },
            Endpoint(
                verb: .get, path: path + "/guardian", operation: "getGuardian",
                summary: "The guardians of a child, the present one first; and for the authority who could be one.",
                parameters: [fileParameter], answer: .guardianship, refusals: [.notFound], deed: .readChildFile
            ) { visit in .json(try await desk.standing(visit)) },
            Endpoint(
                verb: .post, path: path + "/guardian", operation: "appointGuardian",
                summary:
                    "Appoints a guardian; whoever was it before no longer is. A conflict of interest is recorded and then refused; what is not known yet is to be asked first.",
                parameters: [fileParameter], body: .appointment, answer: .guardianship, refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.appoint(visit)) },
            Endpoint(
                verb: .post, path: path + "/guardian/{one}/end", operation: "endGuardianship",
                summary: "Revokes a guardian, at once. The child is without one again, and the clock starts anew.",
                parameters: [fileParameter, idParameter("one", "The id of the appointment.")],
                body: .object(["reason": .choice(GuardianEnd.chosen.map(\.rawValue))]), answer: .guardianship, refusals: changeRefusals,
                deed: .protectChildren
            ) { visit in .json(try await desk.revoke(visit)) },
        ]
    }
}

/// Appoints guardians for programs, by the same rules as the pages do.
private struct GuardianProgramDesk: Sendable {
    let room: ProtectionRoom

    private var guardians: Guardians { Guardians(room) }

    private func page(_ visit: Visit) async throws -> GuardianPage {
        try await GuardianDesk(room: room).one(visit, filled: Filled())
    }

    func standing(_ visit: Visit) async throws -> JSONValue { .guardianship(try await page(visit)) }

    func acknowledge(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        _ = try ProgramAnswers(visit).form()
        try await guardians.acknowledge(file, by: visit.signedIn())
        return ["id": .text("\(file)")]
    }

    func appoint(_ visit: Visit) async throws -> JSONValue {
        let (page, answers) = (try await page(visit), try ProgramAnswers(visit))
        let conflicts = QuestionGroup("conflicts", Conflict.allCases.map(\.rawValue)) {
            Conflict(rawValue: $0).map { GuardianFields.conflict($0).name } ?? $0
        }
        let body = try answers.form(
            ["guardian", "kind", "all-the-same", "seen"], days: [GuardianFields.until], groups: [conflicts])
        var reading = FormReading(body)
        let (account, kind) = (reading.read(page.candidate), reading.read(GuardianFields.kind))
        let found = GuardianFields.conflicts(&reading)
        let (until, allTheSame) = (reading.read(GuardianFields.until), reading.read(GuardianFields.allTheSame) ?? false)
        guard reading.isSound, let account, let kind else { throw FieldsRefused(reading.filled) }
        let choice = Guardians.Choice(
            account: account, conflicts: found, isTemporary: kind == .temporary,
            until: kind == .temporary ? until : nil, allTheSame: allTheSame,
            seen: body.fields.filled("seen").flatMap { ID<GuardianAppointment>($0) })
        try await guardians.appoint(choice, for: page.view.summary.id, by: visit.signedIn())
        return try await standing(visit)
    }

    func revoke(_ visit: Visit) async throws -> JSONValue {
        let (file, one) = (try visit.id("id", of: CaseFile.self), try visit.id("one", of: GuardianAppointment.self))
        var reading = FormReading(try ProgramAnswers(visit).form(["reason"]))
        guard let reason = reading.read(GuardianFields.end) else { throw FieldsRefused(reading.filled) }
        try await guardians.revoke(one, in: file, because: reason, by: visit.signedIn())
        return try await standing(visit)
    }
}

extension JSONValue {
    fileprivate static func guardianship(_ page: GuardianPage) -> JSONValue {
        [
            "appointments": .list(
                page.appointments.map {
                    [
                        "id": .text("\($0.id)"), "account": .text("\($0.account)"), "name": .text($0.accountName),
                        "is_temporary": .bool($0.isTemporary), "appointed_on": .text($0.appointedOn.iso),
                        "until": JSONValue($0.until?.iso), "ended_at": JSONValue($0.endedAt?.iso),
                        "end_reason": JSONValue($0.endReason?.rawValue),
                    ]
                }),
            "candidates": .list(
                page.candidates.filter { $0.vetting?.isValid(on: page.today) ?? false }.map {
                    [
                        "account": .text("\($0.id)"), "name": .text($0.name), "organisation": .text($0.organisation),
                        "children": .integer($0.children), "most_children": JSONValue($0.vetting?.mostChildren),
                    ]
                }),
        ]
    }
}

extension Schema {
    /// One of the codes of a list of this room.
    static func codes<Code: CodedAnswer>(_: Code.Type) -> Schema { .choice(Code.allCases.map(\.rawValue)) }

    fileprivate static let guardianship = Schema.object([
        "appointments": .list(
            of: .object([
                "id": .text, "account": .text, "name": .text, "is_temporary": .flag, "appointed_on": .text, "until": Schema.text.orNull,
                "ended_at": Schema.text.orNull, "end_reason": Schema.codes(GuardianEnd.self).orNull,
            ])),
        "candidates": .list(
            of: .object([
                "account": .text, "name": .text, "organisation": .text, "children": .integer, "most_children": Schema.integer.orNull,
            ])),
    ])

    fileprivate static let appointment = Schema.object(
        [
            "guardian": Schema.text(length: 40).described("The account of a candidate."), "kind": .codes(GuardianFields.Kind.self),
            "until": Schema.day.orNull.described("The last day, for a temporary one."),
            "conflicts": Schema.object([
                "employer": .codes(ConflictAnswer.self), "return_interest": .codes(ConflictAnswer.self),
                "carer": .codes(ConflictAnswer.self),
                "kin_of_exploiter": .codes(ConflictAnswer.self), "other_interest": .codes(ConflictAnswer.self),
            ]).described("What would keep them from being the guardian of this child."),
            "all_the_same": Schema.flag.described("Although they have as many children as they may."),
            "seen": Schema.text(length: 40).orNull.described("The appointment that was read as the present one."),
        ], optional: ["until", "all_the_same", "seen"])
}
