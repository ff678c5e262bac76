import Basics
import Vocabulary
import Web

/// The refused rows, with what is wrong with each.
struct QuarantinePage: Page {
    let asked: ListRequest
    let slice: ListSlice<QuarantinedRow>

    var title: Word { .quarantineMenu }
    var door: Door { .work }

    static func shape(sources: [String], codes: [String], run: Int?) -> ListShape {
        // An import by its number comes from the page of that import; it is no list to choose from.
        let run = run.map { [ListFilter("run", .runOfRow, [(String($0), .importNumber($0))])] } ?? []
        return ListShape(
            search: .searchRefused,
            filters: [
                ListFilter(
                    "state", .rowState,
                    [QuarantinedRow.State.waiting, .released, .dropped].map { ($0.rawValue, $0.words) }
                ),
                ListFilter("source", .importSource, sources.map { ($0, .data($0)) }),
                ListFilter("code", .refusalReason, codes.map { ($0, .data($0)) }),
            ] + run,
            sorts: [ListSort("place")]
        )
    }

    func body(_ html: inout Markup) {
        html.p(.quarantineLead, .class("lead"))
        html.list(
            KeysetTable(
                caption: .quarantineMenu, asked: asked, slice: slice, at: ImportAddress.quarantine, empty: EmptyList(.quarantineNone),
                columns: [
                    ListColumn(.line, namesRow: true, isNumeric: true) { row, html in
                        html.a(to: ImportAddress.refusedRow(row.id)) { $0.plainNumber(row.line) }
                    },
                    ListColumn(.importSource) { row, html in html.text(row.source) },
                    ListColumn(.runOfRow, isNumeric: true) { row, html in html.plainNumber(row.run) },
                    ListColumn(.fieldOfFile) { row, html in html.code { $0.text(row.field) } },
                    ListColumn(.valueOfFile) { row, html in
                        if row.isSealed { html.say(.sealedValue) } else { html.bdi { $0.text(row.value) } }
                    },
                    ListColumn(.refusalReason) { row, html in html.say(row.reasonWord) },
                    ListColumn(.refusalRemedy) { row, html in html.say(row.remedyWord) },
                    ListColumn(.rowState) { row, html in html.say(row.state.words) },
                ]
            )
        )
    }
}
