import Basics
import Tabular
import Vocabulary
import Web

/// Everything that a trial found, with the buttons that import the file or let it go.
struct TrialPage: Page {
    let upload: ImportUpload
    let report: ImportReport
    let isStale: Bool
    let isUnderWay: Bool
    var refusal: Word?

    var title: Word { .trialTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.importsMenu, ImportAddress.imports)] }

    /// Refused rows on the page itself; the files hold more.
    static let shown = 200

    func body(_ html: inout Markup) {
        if let refusal { html.p(.class("note danger"), .role("alert")) { $0.say(refusal) } }
        html.p(.trialLead, .class("lead"))
        html.facts { facts in
            facts.row(.importFile) { $0.bdi { $0.text(upload.fileName) } }
            facts.row(.importSource) { $0.text(report.source) }
            facts.row(.importMapping) { $0.text(upload.mapping) }
            facts.row(.importScope) { $0.say(upload.scope.words) }
            facts.row(.importSize) { $0.number(upload.fileSize) }
            facts.row(.waitsUntil) { $0.moment(upload.expiresAt) }
        }
        totals(&html)
        decision(&html)
        notices(&html)
        html.section { html in
            html.h2(.refusedRows)
            faults(&html)
        }
        if !report.unreadLabels.isEmpty {
            html.section { html in
                html.h2(.unreadLabels)
                html.p(.unreadLabelsNote)
                html.sheet(ReportSheets.labels(report, most: Self.shown), id: "labels", at: ImportAddress.uploadTable(upload.id, .labels))
            }
        }
    }

    private func totals(_ html: inout Markup) {
        if let intake = report.intake {
            html.numbers([(.rowsRead, intake.rows), (.rowsTaken, intake.accepted), (.rowsRefused, intake.refused)])
        }
        html.h2(.whatWouldChange)
        html.numbers([
            (.cellsInFile, report.cells), (.cellsNew, report.cellsNew), (.cellsChanged, report.cellsChanged),
            (.cellsRemoved, report.cellsRemoved), (.keysTwice, report.duplicateKeys), (.keysDisputed, report.disputedCells),
        ])
    }

    private func decision(_ html: inout Markup) {
        if isUnderWay { return html.p(.importUnderWay, .class("note warning")) }
        if isStale { html.p(.trialIsStale, .class("note warning")) } else { html.p(.importConsequence) }
        html.div(.class("actions")) { html in
            if isStale {
                html.form(post: ImportAddress.trial(upload.id)) { $0.submit(.tryAgain) }
            } else {
                html.form(post: ImportAddress.application(upload.id)) { $0.submit(.doImport) }
            }
            html.form(post: ImportAddress.withdrawal(upload.id)) { $0.submit(.letItGo, .class("secondary")) }
        }
    }

    private func notices(_ html: inout Markup) {
        guard let notices = report.intake?.notices, !notices.isEmpty else { return }
        html.section(.class("note")) { html in
            html.h2(.noticesOfTheFile)
            html.ul { html in
                for notice in notices { html.li(Word(notice.sentence)) }
            }
        }
    }

    private func faults(_ html: inout Markup) {
        guard let intake = report.intake, !intake.faultCounts.isEmpty else { return html.p(.noRowRefused) }
        html.sheet(ReportSheets.kinds(intake), id: "kinds")
        let all = intake.faultCounts.values.reduce(0, +)
        if all > Self.shown { html.p(.firstFaultsOnly(min(Self.shown, intake.faults.count), of: all)) }
        html.sheet(ReportSheets.faults(report, most: Self.shown), id: "refused", at: ImportAddress.uploadTable(upload.id, .refused))
    }
}

/// The tables of a report, as a page shows them and as files hold them.
enum ReportSheets {
    static func table(_ table: ImportTable, of report: ImportReport) -> Sheet {
        switch table {
        case .refused: faults(report, most: .max)
        case .labels: labels(report, most: .max)
        }
    }

    /// Every fault of every refused row, in the order of the file.
    static func faults(_ report: ImportReport, most: Int) -> Sheet {
        let all = report.intake?.faultCounts.values.reduce(0, +) ?? 0
        let kept = report.intake?.faults ?? []
        return Sheet(
            name: "refused-rows", title: .refusedRows,
            columns: [
                Column("line", .line, .integer), Column("field", .fieldOfFile), Column("value", .valueOfFile), Column("code", .refusalCode),
                Column("reason", .refusalReason), Column("remedy", .refusalRemedy),
            ],
            rows: kept.prefix(most).map { fault in
                [
                    .integer(fault.line), .field(fault.column), .text(fault.value), .text(fault.code), .word(Word(fault.reason)),
                    .word(Word(fault.remedy)),
                ]
            },
            source: nil, notes: kept.count < all ? [.faultsNotKept(kept.count, of: all)] : []
        )
    }

    /// How many faults there are of each kind, the most frequent first.
    static func kinds(_ intake: IntakeReport) -> Sheet {
        let reasons = Dictionary(intake.faults.map { ($0.code, Word($0.reason)) }) { first, _ in first }
        return Sheet(
            name: "kinds-of-faults", title: .refusalReason,
            columns: [Column("code", .refusalCode), Column("reason", .refusalReason), Column("rows", .labelRows, .integer)],
            rows: intake.faultCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { code, count in
                [.text(code), reasons[code].map(Cell.word) ?? .text(""), .integer(count)]
            },
            source: nil
        )
    }

    static func labels(_ report: ImportReport, most: Int) -> Sheet {
        Sheet(
            name: "unread-labels", title: .unreadLabels,
            columns: [
                Column("label", .labelItself), Column("dimension", .labelDimension), Column("reading", .labelReading),
                Column("rows", .labelRows, .integer),
            ],
            rows: report.unreadLabels.prefix(most).map { label in
                [.label(label.label), .text(label.dimension), .text(label.reading), .integer(label.rows)]
            },
            source: nil
        )
    }
}

/// What somebody sees whose file changed nothing, because the source held it already.
struct SameFilePage: Page {
    let upload: ImportUpload

    var title: Word { .sameFileTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.importsMenu, ImportAddress.imports)] }

    func body(_ html: inout Markup) {
        html.p(.sameFile, .class("lead"))
        html.facts { facts in
            facts.row(.importFile) { $0.bdi { $0.text(upload.fileName) } }
            facts.row(.importFingerprint) { $0.code { $0.text(upload.fileHash) } }
        }
    }
}
