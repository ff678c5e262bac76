import Access
import Basics
import Vocabulary
import Web

/// What is looked for in the audit, as it stands in the address.
struct AuditFilter {
    static let outcome = ChoiceField("outcome", .outcome, isRequired: false, AuditRow.Outcome.allCases, as: .list) { $0.word }
    static let deed = ChoiceField(
        "deed", .deed, isRequired: false,
        choices: Deed.allCases.map { Choice($0.rawValue, key: $0.rawValue, label: $0.word) }
            + AuditEvent.allCases.map { Choice($0.rawValue, key: $0.rawValue, label: $0.word) },
        as: .list
    )
    static let subject = TextField("subject", .auditSubject, why: .auditSubjectWhy, isRequired: false, length: 1...60)
    static let account = TextField("account", .auditAccount, why: .auditSubjectWhy, isRequired: false, length: 1...60)
    static let from = DayField("from", .fromDay, isRequired: false)
    static let to = DayField("to", .toDay, isRequired: false)

    var search = AuditTrail.Search()
    var filled: Filled
    /// The parts of the address that are filters, to carry along to the next page and the file.
    var parts: [(name: String, value: String)]

    init(_ query: Query) {
        var reading = FormReading(FormBody(query))
        search.outcome = reading.read(Self.outcome)
        search.deed = reading.read(Self.deed)
        search.from = reading.read(Self.from)
        search.to = reading.read(Self.to)
        // What is no id matches nothing: the empty list says so.
        search.subject = reading.read(Self.subject).map { ID<AuditRow>($0)?.bytes ?? [] }
        search.account = reading.read(Self.account).map { ID<Account>($0) ?? ID<Account>.new(at: Instant(microseconds: 0)) }
        search.before = query.filled("before").flatMap { ID<AuditRow>($0) }
        filled = reading.filled
        let names: Set<String> = [
            "outcome", "deed", "subject", "account", "from", "from-month", "from-year", "to", "to-month", "to-year",
        ]
        parts = query.pairs.filter { names.contains($0.name) && !$0.value.isEmpty }
    }
}

extension Routes {
    //  GET  /work/audit                  search, newest first; the reading is audited    readAudit
    //  GET  /work/audit.{format}         what was found as a file                        readAudit
    //  GET  /work/audit/verification     checks the chain                                readAudit
    mutating func addAudit(_ room: Room) {
        let audit = room.reception.audit

        get("/work/audit", needs: .deed(.readAudit)) { visit in
            let filter = AuditFilter(visit.query)
            let lines = try await audit.lines(filter.search, limit: AuditPage.pageSize + 1, for: visit.signedIn())
            return .page(AuditPage(filter: filter, fetched: lines))
        }

        get("/work/audit.{format}", needs: .deed(.readAudit)) { visit in
            guard let format = visit.format else { return .notFound }
            let lines = try await audit.lines(AuditFilter(visit.query).search, limit: AuditSheet.longest + 1, for: visit.signedIn())
            return try .download(AuditSheet.sheet(lines), format, in: visit.language)
        }

        get("/work/audit/verification", needs: .deed(.readAudit)) { visit in
            // The check itself is a reading of everything, and recorded as one.
            _ = try await room.reception.gate.change(.readAudit, for: visit.signedIn(), detail: "verified") { _, _ in }
            return .page(AuditVerificationPage(found: try await audit.verify()))
        }
    }
}

/// The audit as a table to keep.
enum AuditSheet {
    /// Rows of one file; whoever needs more narrows by day.
    static let longest = 50_000

    static func sheet(_ lines: [AuditTrail.Line]) -> Sheet {
        Sheet(
            name: "audit", title: .auditTrail,
            columns: [
                Column("number", .sealNumber, .integer), Column("at", .when), Column("person", .person), Column("account", .auditAccount),
                Column("organisation", .organisation), Column("deed", .deed), Column("outcome", .outcome),
                Column("subject_kind", .auditSubjectKind), Column("subject", .auditSubject), Column("purpose", .purpose),
                Column("detail", .detail),
            ],
            rows: lines.prefix(longest).map(row), source: nil, notes: lines.count > longest ? [.auditFileCut] : []
        )
    }

    private static func row(_ line: AuditTrail.Line) -> [Cell] {
        func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .absent(.notApplicable) }
        let row = line.row
        return [
            line.number.map(Cell.integer) ?? .absent(.nothing), .text(row.at.iso), text(line.accountName),
            text(row.account?.description), text(line.organisationName), .text(row.deed), .text(row.outcome.rawValue),
            text(row.subject?.kind), text(row.subject?.id.flatMap { ID<AuditRow>(bytes: $0)?.description }),
            text(line.purpose?.words ?? row.purpose), text(row.detail),
        ]
    }
}
