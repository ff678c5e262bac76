import Basics
import Vocabulary
import Web

/// The imports so far, the latest first, and the files that wait for the reader's decision.
struct ImportsPage: Page {
    let waiting: [ImportUpload]
    let asked: ListRequest
    let slice: ListSlice<ImportLine>
    let mayReadQuarantine: Bool

    var title: Word { .importsMenu }
    var door: Door { .work }

    static func shape(sources: [String]) -> ListShape {
        ListShape(
            search: .searchImports, filters: [ListFilter("source", .importSource, sources.map { ($0, .data($0)) })],
            sorts: [ListSort("number", startsDescending: true)]
        )
    }

    func body(_ html: inout Markup) {
        html.p(.importsLead, .class("lead"))
        html.p { html in
            html.a(to: ImportAddress.new, .importAFile, .class("button"))
            html.space()
            if mayReadQuarantine { html.a(to: ImportAddress.waiting, .quarantineMenu, .class("button secondary")) }
        }
        if !waiting.isEmpty {
            html.section(.class("card")) { html in
                html.h2(.filesWaiting)
                html.ul { html in
                    for upload in waiting {
                        html.li { html in
                            html.a(to: ImportAddress.upload(upload.id)) { $0.bdi { $0.text(upload.fileName) } }
                            html.space()
                            html.span(.class("soft")) { $0.moment(upload.uploadedAt) }
                        }
                    }
                }
            }
        }
        html.list(table)
    }

    private var table: KeysetTable<ImportLine> {
        KeysetTable(
            caption: .importsMenu, asked: asked, slice: slice, at: ImportAddress.imports,
            empty: EmptyList(.importsNone, begin: .importAFile, ImportAddress.new),
            columns: [
                ListColumn(.importFile, namesRow: true) { line, html in
                    html.a(to: ImportAddress.run(line.run.id)) { $0.bdi { $0.text(line.run.fileName) } }
                },
                ListColumn(.importSource) { line, html in html.text(line.run.source) },
                ListColumn(.importStarted, sort: "number") { line, html in html.moment(line.run.startedAt) },
                ListColumn(.importBy) { line, html in html.importing(line.by) },
                ListColumn(.importState) { line, html in html.say(line.run.state.words) },
                ListColumn(.rowsRead, isNumeric: true) { line, html in html.number(line.run.rowsRead) },
                ListColumn(.rowsTaken, isNumeric: true) { line, html in html.number(line.run.rowsTaken) },
                ListColumn(.rowsRefused, isNumeric: true) { line, html in html.number(line.run.rowsRefused) },
                ListColumn(.cellsNew, isNumeric: true) { line, html in html.number(line.run.cellsNew) },
                ListColumn(.cellsChanged, isNumeric: true) { line, html in html.number(line.run.cellsChanged) },
                ListColumn(.cellsRemoved, isNumeric: true) { line, html in html.number(line.run.cellsRemoved) },
            ]
        )
    }
}

/// One import with all its numbers.
struct ImportRunPage: Page {
    let line: ImportLine
    let mayReadQuarantine: Bool

    var title: Word { .importNumber(line.run.number) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.importsMenu, ImportAddress.imports)] }

    func body(_ html: inout Markup) {
        let run = line.run
        html.facts { facts in
            facts.row(.importFile) { $0.bdi { $0.text(run.fileName) } }
            facts.row(.importSource) { $0.text(run.source) }
            facts.row(.importMapping) { $0.text(run.mapping) }
            facts.row(.importScope) { $0.say(run.scope.words) }
            facts.row(.importBy) { $0.importing(line.by) }
            facts.row(.importStarted) { $0.moment(run.startedAt) }
            if let finished = run.finishedAt, run.state != .running { facts.row(.importFinished) { $0.moment(finished) } }
            facts.row(.importState) { $0.say(run.state.words) }
            facts.row(.importFingerprint) { $0.code { $0.text(run.fileHash) } }
        }
        html.numbers([
            (.rowsRead, run.rowsRead), (.rowsTaken, run.rowsTaken), (.rowsRefused, run.rowsRefused), (.cellsNew, run.cellsNew),
            (.cellsChanged, run.cellsChanged), (.cellsRemoved, run.cellsRemoved), (.keysTwice, run.duplicateKeys),
            (.keysDisputed, run.disputedCells), (.labelsUnread, run.labelsUnread),
        ])
        guard run.rowsRefused > 0, mayReadQuarantine else { return }
        html.p { $0.a(to: ImportAddress.quarantine.with("run", String(run.number)), .rowsOfThisImport) }
    }
}

extension Markup {
    /// Who brought a file in.
    mutating func importing(_ by: Importing) {
        switch by {
        case .person(let name): bdi { $0.text(name) }
        case .console: say(.importByConsole)
        case .unknown: say(.importByUnknown)
        }
    }

    /// Names with what belongs to each.
    mutating func facts(_ rows: (inout Markup) -> Void) { dl(.class("facts"), content: rows) }

    /// One name with what belongs to it, within `facts`.
    mutating func row(_ name: Word, _ content: (inout Markup) -> Void) {
        dt(name)
        dd(content: content)
    }

    /// Numbers in large figures, each under its name.
    mutating func numbers(_ numbers: [(Word, Int)]) {
        dl(.class("stats")) { html in
            for (name, number) in numbers {
                html.div { html in
                    html.dt(name)
                    html.dd(.class("stat-number")) { $0.number(number) }
                }
            }
        }
    }
}
