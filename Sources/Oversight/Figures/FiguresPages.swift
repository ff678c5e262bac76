import Access
import Basics
import Protection
import Vocabulary
import Web

extension Routes {
    //  GET  /work/figures                            figures drawn live from case files   readCaseFigures
    //  GET  /work/figures/tables/{table}.{format}    one table of them as a file          readCaseFigures
    mutating func addCaseFigures(_ room: ProtectionRoom) {
        let figures = CaseFigures(room)

        get("/work/figures", needs: .deed(.readCaseFigures)) { visit in
            let span = FiguresPage.span(visit.query)
            let answer = try await figures.answer(span, for: visit.signedIn())
            return .page(FiguresPage(span: span, answer: answer, tables: FigureTables(answer: answer, room: room).all))
        }

        get("/work/figures/tables/{table}.{format}", needs: .deed(.readCaseFigures)) { visit in
            let answer = try await figures.answer(FiguresPage.span(visit.query), for: visit.signedIn())
            guard let format = visit.format, let table = FigureTables(answer: answer, room: room).table(visit.parameter("table")) else {
                return .notFound
            }
            return try .download(table.sheet, format, in: visit.language)
        }
    }
}

/// The dashboards: drawings with a table under each.
struct FiguresPage: Page {
    let span: CaseFigures.Span
    let answer: CaseFigures.Answer
    let tables: [FigureTable]

    static func span(_ query: Query) -> CaseFigures.Span {
        query.filled("months").flatMap { Int($0) }.flatMap(CaseFigures.Span.init(rawValue:)) ?? .year
    }

    var title: Word { .caseFigures }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { html in
            html.say(answer.organisation == nil ? .ofTheNode : .ofYourOrganisation)
            html.space()
            html.say(.drawnLiveAt)
            html.space()
            html.moment(answer.drawnAt)
        }
        html.p(.notForPublication, .class("notice"))
        html.nav(.class("pages"), .ariaLabel(.spanOfFigures)) { html in
            for choice in CaseFigures.Span.allCases {
                if choice == span {
                    html.strong { $0.say(.months(choice.rawValue)) }
                } else {
                    html.a(to: OversightAddress.figures.with("months", "\(choice.rawValue)"), .months(choice.rawValue))
                }
                html.space()
            }
        }
        for table in tables {
            let address = OversightAddress.figureTable(table.name).with("months", "\(span.rawValue)")
            if let bars = table.bars, !table.sheet.rows.isEmpty {
                html.chart(
                    BarChart(table.sheet, names: bars.names, figures: bars.figures, most: 60), of: table.sheet, id: table.name,
                    unit: table.sheet.title(of: bars.figures), at: address
                )
            } else {
                html.sheet(table.sheet, id: table.name, at: address)
            }
        }
    }
}
