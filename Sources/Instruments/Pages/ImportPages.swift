import Basics
import Vocabulary
import Web

/// The questions of an import.
struct ImportFields: Sendable {
    let treaty: ChoiceField<String>
    static let file = FileField("file", .importFile, why: .importFileWhy, accept: ".csv,.tsv,.txt", mostMegabytes: 5)
    static let source = TextField("source", .importSource, why: .importSourceWhy, length: 1...300)
    static let asOf = DayField("as_of", .importAsOf)
    static let complete = TickField("complete", .importComplete)

    init(_ treaties: [Treaty]) {
        treaty = ChoiceField(
            "treaty", .importTreaty, why: .importTreatyWhy, isRequired: false,
            choices: treaties.map { Choice($0.code, key: $0.code, label: .data("\($0.code): \($0.name)")) }, as: .list
        )
    }
}

/// Uploading a depositary's list, and the imports so far.
struct ImportPage: Page {
    let fields: ImportFields
    var filled = Filled()
    var faults: [TreatyFileFault] = []
    let imports: [TreatyImport]

    var title: Word { .importTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list)] }

    func body(_ html: inout Markup) {
        html.p(.importLead, .class("lead"))
        html.problems(filled)
        if !faults.isEmpty { html.sheet(faultSheet, id: "faults") }
        html.form(upload: InstrumentsAddress.imports) { html in
            html.field(ImportFields.file, filled)
            html.field(fields.treaty, filled)
            html.field(ImportFields.source, filled)
            html.field(ImportFields.asOf, filled)
            html.field(ImportFields.complete, filled)
            html.submit(.importShow)
        }
        html.h2(.importsSoFar)
        if imports.isEmpty {
            html.p(.importsNone, .class("empty"))
        } else {
            html.sheet(importSheet, id: "imports")
        }
    }

    private var faultSheet: Sheet {
        Sheet(
            name: "faults", title: .importFaults,
            columns: [
                Column("line", .importFaultLine, .integer), Column("column", .importFaultColumn), Column("value", .importFaultValue),
                Column("problem", .importFaultProblem),
            ],
            rows: faults.map { [.integer($0.line), .text($0.column), .text(String($0.value.prefix(100))), .text($0.problem)] },
            source: nil
        )
    }

    private var importSheet: Sheet {
        Sheet(
            name: "imports", title: .importsSoFar,
            columns: [
                Column("file", .importFile), Column("uploaded", .importUploaded, .day), Column("source", .importSource),
                Column("as_of", .importAsOf, .day), Column("state", .importState),
            ],
            rows: imports.map { one in
                [
                    .link(.text(one.fileName), to: InstrumentsAddress.oneImport(one.id)), .day(one.uploadedAt.day()), .text(one.source),
                    .day(one.asOf), .word(one.state.words),
                ]
            },
            source: nil
        )
    }
}

/// What an import would change, with both sides of each row; the buttons that apply or drop it.
struct ImportDiffPage: Page {
    let one: TreatyImport
    let diff: TreatyDiff
    let countries: Countries
    let refusal: (any Refusal)?

    var title: Word { .diffTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list), Crumb(.importTitle, InstrumentsAddress.imports)] }

    func body(_ html: inout Markup) {
        if let refusal { html.p(.class("note danger"), .role("alert")) { $0.say(Word(work: refusal.message, fr: refusal.message)) } }
        html.dl(.class("facts")) { html in
            html.dt(.importFile)
            html.dd { html in html.bdi { $0.text(one.fileName) } }
            html.dt(.importSource)
            html.dd { $0.text(one.source) }
            html.dt(.importAsOf)
            html.dd { $0.day(one.asOf) }
            html.dt(.importState)
            html.dd { $0.say(one.state.words) }
        }
        guard one.state == .waiting else { return }
        html.dl(.class("stats")) { html in
            for kind in TreatyDiff.Kind.allCases {
                html.div { html in
                    html.dt(kind.words)
                    html.dd(.class("stat-number")) { $0.number(diff.count(kind)) }
                }
            }
        }
        if diff.changesNothing { html.p(.diffNothing, .class("note")) }
        decision(&html)
        for kind in TreatyDiff.Kind.allCases where diff.count(kind) > 0 {
            if kind == .unchanged {
                html.details { html in
                    html.summary(kind.words)
                    html.sheet(sheet(kind), id: kind.rawValue)
                }
            } else {
                html.sheet(sheet(kind), id: kind.rawValue)
            }
        }
    }

    private func decision(_ html: inout Markup) {
        html.div(.class("actions")) { html in
            if !diff.changesNothing {
                html.form(post: InstrumentsAddress.application(one.id)) { html in
                    html.p(.diffConsequence)
                    html.hiddenField("shown", diff.digest)
                    html.submit(.importApply)
                }
            }
            html.form(post: InstrumentsAddress.withdrawal(one.id)) { $0.submit(.importDrop, .class("secondary")) }
        }
    }

    private func sheet(_ kind: TreatyDiff.Kind) -> Sheet {
        Sheet(
            name: kind.rawValue, title: kind.words,
            columns: [
                Column("treaty", .treaty), Column("party", .partyName), Column("before", .diffBefore), Column("after", .diffAfter),
            ],
            rows: diff.lines.filter { $0.kind == kind }.map { line in
                [
                    .text(line.treaty), .word(Parties.name(line.party, in: countries)), .word(summary(line.before)),
                    .word(summary(line.after)),
                ]
            },
            source: nil
        )
    }

    /// A row in one line: what was done and when, what was signed, and how certain it is.
    private func summary(_ row: Participation?) -> Word {
        guard let row else { return Word(work: "not in the register", fr: "absent du registre") }
        func text(_ language: Language) -> String {
            var parts: [String] = []
            if let action = row.action { parts.append(action.words[language]) }
            if let acted = row.actedOn { parts.append(Word.span(acted)[language]) }
            if let signed = row.signedOn { parts.append("\(Word.signedOn[language]) \(signed.written(in: language))") }
            parts.append(row.provenance.confidence.words[language])
            if !row.provenance.conflict.isEmpty { parts.append(row.provenance.conflict) }
            return parts.joined(separator: " · ")
        }
        return Word(work: text(.en), fr: text(.fr))
    }
}

extension TreatyImport.State {
    var words: Word {
        switch self {
        case .waiting: .importWaiting
        case .applied(_, let added, let changed, let removed): .importApplied(added, changed, removed)
        case .dropped: .importDropped
        }
    }
}
