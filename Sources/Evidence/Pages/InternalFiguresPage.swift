import Access
import Basics
import Vocabulary
package import Web

extension Routes {
    //  GET  /work/internal-figures                  persons by codes, from one source of records   readInternalFigures
    //  GET  /work/internal-figures/table.{format}   the same as a file                             readInternalFigures
    package mutating func addInternalFigures(_ room: InternalFiguresRoom) {
        get("/work/internal-figures", needs: .deed(.readInternalFigures)) { visit in
            let sources = try await room.sources(for: visit.signedIn())
            guard let choice = InternalChoice(visit.query, sources) else {
                return visit.query.filled("source") == nil ? .page(InternalFiguresPage(sources: [], choice: nil, sheet: nil)) : .notFound
            }
            return .page(InternalFiguresPage(sources: sources, choice: choice, sheet: try await room.sheet(choice)))
        }

        get("/work/internal-figures/table.{format}", needs: .deed(.readInternalFigures)) { visit in
            let sources = try await room.sources(for: visit.signedIn())
            guard let format = visit.format, let choice = InternalChoice(visit.query, sources) else { return .notFound }
            return try .download(try await room.sheet(choice), format, in: visit.language)
        }
    }
}

/// Persons by codes, from one source of coded records: for those who are cleared for figures that are not published.
struct InternalFiguresPage: Page {
    let sources: [PublishedSource]
    let choice: InternalChoice?
    let sheet: Sheet?

    var title: Word { .internalFigures }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.internalFiguresLead, .class("lead"))
        html.p(.notForPublication, .class("notice"))
        guard let choice, let sheet else {
            html.p(.noRecordsYet, .class("empty"))
            return
        }
        html.form(get: InternalFiguresAddress.figures, .class("filters")) { html in
            let filled = Filled(FormBody(Query(choice.parts)))
            let facets = InternalChoice.facets(of: choice.source)
            let span = choice.source.years ?? 2000...2000
            html.field(
                ChoiceField(
                    "source", .sourceOfRecords, choices: sources.map { Choice($0.name, key: $0.name, label: .data($0.citation)) }, as: .list
                ), filled)
            html.field(YearField.year(span, name: "from", label: .fromYear), filled)
            html.field(YearField.year(span, name: "to", label: .throughYear), filled)
            for (name, label) in [("by", Word.splitBy), ("and", .splitAlsoBy)] {
                html.field(
                    ChoiceField(
                        name, label, isRequired: false, choices: facets.map { Choice($0.key, key: $0.key, label: $0.title) }, as: .list
                    ), filled)
            }
            html.button(.apply, .type("submit"))
        }
        if choice.leftOut { html.p(.cannotBeCrossed, .class("notice")) }
        html.sheet(sheet, id: "records", at: InternalFiguresAddress.table.with(choice.parts))
    }
}
