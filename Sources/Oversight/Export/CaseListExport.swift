import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// The work queue as a table to keep: coded, with the label that the worker chose and never a name.
struct CaseListExport: Sendable {
    let room: ProtectionRoom

    init(_ room: ProtectionRoom) { self.room = room }

    /// A workbook of more would be a copy of the register.
    private static let most = 20_000

    /// The files that the reader sees and may take out, narrowed like the queue; written down as an export before it is made.
    func sheet(_ query: Query, in language: Language, for actor: Actor) async throws -> Sheet {
        let (room, now) = (room, room.gate.clock.now())
        var narrowing = CaseQueue.Narrowing(query, room, on: room.day(of: now), in: language)
        narrowing.reachedWith = .exportCases
        try await room.gate.change(.exportCases, for: actor, detail: "list") { _, _ in }
        let asked = narrowing
        let lines = try await room.database.read { tx in
            try CaseQueue.lines(asked, after: nil, limit: Self.most + 1, for: actor, in: tx)
        }
        let lists = room.codebook.lists
        return Sheet(
            name: "case-files", title: .caseFiles,
            columns: [
                Column("code", .caseCode), Column("label", .caseLabel), Column("due", .due, .day), Column("stage", .stage),
                Column("path", .path), Column("setting", .setting), Column("sex", .sex), Column("age", .ageBand),
                Column("worker", .worker), Column("keeper", .keeper), Column("opened", .openedOn, .day),
            ],
            rows: lines.prefix(Self.most).map { line in
                let summary = line.summary
                return [
                    .text(summary.code), .text(summary.label), summary.nextDue.map(Cell.day) ?? .absent(.notApplicable),
                    .word(room.profile.decisionNames[summary.stage.rawValue] ?? .stage), .word(summary.path.word),
                    .word(summary.setting.word), .word(lists[Sex.self].word(line.sex)), .word(lists[AgeBand.self].word(line.ageBand)),
                    line.workerName.map(Cell.text) ?? .word(.workerIsNobody), .text(line.organisationName),
                    .day(room.day(of: summary.openedAt)),
                ]
            },
            source: SheetSource(citation: "Concord, \(room.profile.name)", date: room.day(of: now), notice: .notForPublication, url: nil),
            notes: lines.count > Self.most ? [.listIsCut(Self.most)] : []
        )
    }
}
