import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Endpoint {
    /// Determinations of what is best for a child, for programs. No step can be skipped.
    static func determinations(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = DeterminationProgramDesk(room: room)
        let all = "/api/v1/cases/{id}/childhood/determinations"
        let (one, both) = (all + "/{one}", [fileParameter, idParameter("one", "The id of the determination.")])
        func step(
            _ noun: String, _ operation: String, _ summary: String, _ body: Schema, _ deed: Deed = .protectChildren,
            _ take: @escaping @Sendable (Visit) async throws -> JSONValue
        ) -> Endpoint {
            Endpoint(
                verb: .post, path: one + "/" + noun, operation: operation, summary: summary, parameters: both, body: body,
                answer: .movedDetermination, refusals: changeRefusals, deed: deed
            ) { visit in .json(try await take(visit)) }
        }
        return [
            Endpoint(
                verb: .get, path: all, operation: "listDeterminations",
                summary: "The determinations of a child’s best interests, the newest first.", parameters: [fileParameter],
                answer: .object(["determinations": .list(of: .determinationLine)]), refusals: [.notFound], deed: .readChildFile
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: all, operation: "openDetermination", summary: "Opens a determination of a question.",
                parameters: [fileParameter], body: .object(["question": .codes(BestInterestsQuestion.self)]),
                answer: .movedDetermination, refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.open(visit)) },
            Endpoint(
                verb: .get, path: one, operation: "getDetermination",
                summary: "One determination: panel, options, who was heard, decisions. What was typed is opened on record.",
                parameters: both, answer: .determination, refusals: [.notFound], deed: .readChildFile
            ) { visit in .json(.determination(try await desk.page(visit))) },
            step("panel", "addPanelMember", "Adds a member of the panel.", .panelMember) { try await desk.addMember($0) },
            Endpoint(
                verb: .post, path: one + "/panel/{member}/end", operation: "removePanelMember",
                summary: "Takes a member off the panel before it decides. That they sat on it stays with the file.",
                parameters: both + [idParameter("member", "The id of the member.")], body: .object([:]), answer: .movedDetermination,
                refusals: changeRefusals, deed: .protectChildren
            ) { visit in .json(try await desk.removeMember(visit)) },
            step("options", "weighOption", "Adds an option with what speaks for and against it.", .weighedOption) {
                try await desk.addOption($0)
            },
            step(
                "hearing", "recordHearing",
                "Records that child and guardian were heard, from the version that was read; two options at least were weighed before.",
                .hearing(room.profile)
            ) { try await desk.hear($0) },
            step(
                "decision", "decideDetermination",
                "Decides, from the version that was read: a panel of three, from two organisations at least.", .newDecision
            ) { try await desk.decide($0) },
            step(
                "review", "reviewDetermination",
                "Looks at a decision again, from the version that was read; nothing can be shared on it meanwhile.", .review
            ) { try await desk.review($0) },
            step(
                "share", "shareOnDetermination", "Opens a share on the ground of a decided determination.", .shareOn(room.profile),
                .shareCase
            ) { try await desk.share($0) },
        ]
    }
}

/// Determines for programs, by the same rules as the pages do.
private struct DeterminationProgramDesk: Sendable {
    let room: ProtectionRoom

    private var determinations: Determinations { Determinations(room) }
    private var desk: DeterminationDesk { DeterminationDesk(room: room) }

    func page(_ visit: Visit) async throws -> DeterminationPage { try await desk.one(visit, filled: Filled()) }

    /// Where a determination stands after a deed of whoever asks.
    private func stands(_ id: ID<BestInterests>, _ file: ID<CaseFile>) async throws -> JSONValue {
        let one = try await room.database.read { tx in try BestInterests.find(id, in: file, tx: tx) }
        return ["id": .text("\(id)"), "stage": .text(one.stage.rawValue), "version": .integer(one.version)]
    }

    func list(_ visit: Visit) async throws -> JSONValue {
        let all = try await desk.list(visit, filled: Filled()).all
        return [
            "determinations": .list(
                all.map {
                    [
                        "id": .text("\($0.id)"), "question": .text($0.question.rawValue), "stage": .text($0.stage.rawValue),
                        "opened_at": .text($0.openedAt.iso), "version": .integer($0.version),
                    ]
                })
        ]
    }

    func open(_ visit: Visit) async throws -> JSONValue {
        let file = try visit.id("id", of: CaseFile.self)
        var reading = FormReading(try ProgramAnswers(visit).form(["question"]))
        guard let question = reading.read(DeterminationFields.question) else { throw FieldsRefused(reading.filled) }
        return try await stands(try await determinations.open(question, in: file, by: visit.signedIn()), file)
    }

    func addMember(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        let page = try await page(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["member", "member-of", "profession"]))
        let (name, organisation) = (reading.read(DeterminationFields.member), reading.read(page.memberOf))
        let profession = reading.read(DeterminationFields.profession)
        guard reading.isSound, let name, let organisation, let profession else { throw FieldsRefused(reading.filled) }
        try await determinations.addMember(name, of: organisation, as: profession, to: one, in: file, by: actor)
        return try await stands(one, file)
    }

    func removeMember(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        _ = try ProgramAnswers(visit).form()
        try await determinations.removeMember(visit.id("member"), from: one, in: file, by: actor)
        return try await stands(one, file)
    }

    func addOption(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["option", "speaks-for", "speaks-against"]))
        let option = reading.read(DeterminationFields.option)
        let (pro, contra) = (reading.read(DeterminationFields.speaksFor), reading.read(DeterminationFields.speaksAgainst))
        guard reading.isSound, let option, let pro, let contra else { throw FieldsRefused(reading.filled) }
        try await determinations.addOption(option, for: pro, against: contra, to: one, in: file, by: actor)
        return try await stands(one, file)
    }

    func hear(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        let (page, answers) = (try await page(visit), try ProgramAnswers(visit))
        let version = try answers.version
        var reading = FormReading(
            try answers.form(
                ["guardian-note", "view", "how", "language", "weight", "child-note"], days: [DeterminationFields.guardianOn],
                besides: ["version"]))
        let (day, guardianNote) = (reading.read(DeterminationFields.guardianOn), reading.read(DeterminationFields.guardianNote))
        let (view, how) = (reading.read(DeterminationFields.view), reading.read(DeterminationFields.how))
        let (weight, childNote) = (reading.read(DeterminationFields.weight), reading.read(DeterminationFields.childNote))
        let language = reading.read(page.language)
        guard reading.isSound, let day, let view, let how, let weight, let childNote, let guardianNote else {
            throw FieldsRefused(reading.filled)
        }
        let hearing = Determinations.Hearing(
            guardianOn: day, view: view, how: how, language: language == DeterminationPage.notAsked ? nil : language, weight: weight,
            childNote: childNote, guardianNote: guardianNote)
        try await determinations.hear(hearing, in: one, of: file, from: version, by: actor)
        return try await stands(one, file)
    }

    func decide(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        let (page, answers) = (try await page(visit), try ProgramAnswers(visit))
        let version = try answers.version
        var reading = FormReading(
            try answers.form(["chosen", "reasons"], days: [DeterminationFields.reviewOn], besides: ["version"]))
        let (option, reasons) = (reading.read(page.chosen), reading.read(DeterminationFields.reasons))
        let reviewOn = reading.read(DeterminationFields.reviewOn)
        guard reading.isSound, let option, let reasons, let reviewOn else { throw FieldsRefused(reading.filled) }
        try await determinations.decide(option, reasons: reasons, reviewOn: reviewOn, in: one, of: file, from: version, by: actor)
        return try await stands(one, file)
    }

    func review(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        let answers = try ProgramAnswers(visit)
        let version = try answers.version
        var reading = FormReading(try answers.form(["facts", "facts-note"], besides: ["version"]))
        let (facts, note) = (reading.read(DeterminationFields.facts), reading.read(DeterminationFields.factsNote))
        guard reading.isSound, let facts else { throw FieldsRefused(reading.filled) }
        try await determinations.review(one, in: file, because: facts, note: note, from: version, by: actor)
        return try await stands(one, file)
    }

    func share(_ visit: Visit) async throws -> JSONValue {
        let (file, one, actor) = try desk.ids(visit)
        let page = try await page(visit)
        var reading = FormReading(try ProgramAnswers(visit).form(["recipient", "purpose", "parts"]))
        let (recipient, purpose) = (reading.read(page.recipient), reading.read(page.purpose))
        let parts = reading.read(DeterminationFields.parts)
        guard reading.isSound, let recipient, let purpose, let parts else { throw FieldsRefused(reading.filled) }
        try await determinations.share(Set(parts), with: recipient, for: purpose, on: one, in: file, by: actor)
        return try await stands(one, file)
    }
}
