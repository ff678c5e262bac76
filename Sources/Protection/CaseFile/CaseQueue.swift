package import Access
package import Basics
package import Store

/// The work queue: case files that somebody sees, what is due first on top. Coded; no identity is read.
package struct CaseQueue: Sendable {
    /// One line.
    package struct Line: Sendable {
        package let summary: CaseSummary
        package let workerName: String?
        package let organisationName: String
        package let sex: String
        package let ageBand: String
        /// What the person wants to be called: for whoever the file is assigned to, and for nobody else.
        package internal(set) var name: Shown<String>?
    }

    /// What a list is narrowed by; `nil` narrows by nothing. Twelve, as `CaseQueuePage.shape` offers them.
    package struct Narrowing: Sendable {
        package var stage: IdentificationStage?
        package var path: ProtectionPath?
        package var setting: Setting?
        package var exploitation: String?
        package var sex: String?
        package var ageBand: String?
        package var citizenship: String?
        package var region: String?
        package var isOpen: Bool?
        package var isUrgent: Bool?
        /// Assigned to the reader, to nobody, or to a colleague.
        package var worker: Worker?
        /// Due before a day.
        package var dueBy: Day?
        /// A code, or a part of a label. Never a name: names are found by their own search.
        package var text: String?
        /// Only what the reader reaches with this deed too: taking out is granted less widely than reading.
        package var reachedWith: Deed?

        package enum Worker: String, CaseIterable, Sendable { case me, nobody, others }

        package init() {}
    }

    let room: ProtectionRoom

    package init(_ room: ProtectionRoom) { self.room = room }

    /// - Parameter after: the due day and the id of the last line seen.
    package func lines(
        _ narrowing: Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor
    ) async throws -> [Line] {
        let lines = try await room.database.read { tx in try Self.lines(narrowing, after: after, limit: limit, for: actor, in: tx) }
        let own = lines.filter { $0.summary.assignedTo == actor.account || $0.summary.deputy == actor.account }
        return own.isEmpty || !actor.may(.readIdentity) ? lines : try await named(lines, own.map(\.summary), for: actor)
    }

    /// Opens what the people of one's own files want to be called: written down once for each file and session.
    private func named(_ lines: [Line], _ own: [CaseSummary], for actor: Actor) async throws -> [Line] {
        let keys = try await room.vault.keys(for: own.map(\.person))
        let people = People(room)
        let names = try await room.gate.look(for: actor) { tx, looking in
            var names: [ID<CaseFile>: Shown<String>] = [:]
            for file in own {
                guard let key = keys[file.person], let row = try people.sealed(file.person, in: tx) else { continue }
                let permit = try looking.standingPermit(.readIdentity, on: file.person, purpose: .assigned)
                names[file.id] = try Shown(row.identity, in: .identity(of: file.person, version: row.version), with: key, under: permit) {
                    $0.names.first ?? ""
                }
            }
            return names
        }
        return lines.map { line in
            var line = line
            line.name = names[line.summary.id]
            return line
        }
    }

    /// The same without any name, whoever reads it: for what is kept or sent on.
    package static func lines(
        _ narrowing: Narrowing, after: (due: String, id: ID<CaseFile>)?, limit: Int, for actor: Actor, in tx: any Transaction
    ) throws -> [Line] {
        try tx.rows(.caseQueue(narrowing, after: after, limit: limit, for: actor)) { row in
            let next = SQL.caseSummaryCount
            return Line(
                summary: try CaseSummary(row), workerName: row.optionalText(next), organisationName: row.text(next + 1),
                sex: row.text(next + 2), ageBand: row.text(next + 3)
            )
        }
    }
}

extension String {
    /// Taken literally by `LIKE … ESCAPE '!'`.
    package var likePattern: String {
        lowercased().replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_")
    }
}
