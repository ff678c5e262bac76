import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// Figures drawn live from case files, for programs of those cleared for them.
    static func caseFigures(_ room: ProtectionRoom) -> Endpoint {
        let value = Schema.any(of: [.text, .integer]).orNull
        return Endpoint(
            verb: .get, path: "/api/v1/figures/cases", operation: "getCaseFigures",
            summary: "Figures drawn live from case files, by month: not for publication. Of the node, or of the owner's organisation.",
            parameters: [.query("months", .choice(CaseFigures.Span.allCases.map { String($0.rawValue) }), "How many months back.")],
            answer: .object([
                "drawn_at": .text, "of": .choice(["node", "organisation"]), "months": .list(of: .text),
                "tables": .list(of: .object(["name": .text, "title": .text, "rows": .list(of: .dictionary(of: value))])),
            ]), refusals: [.invalid], deed: .readCaseFigures
        ) { visit in
            if let months = visit.query.filled("months"), Int(months).flatMap(CaseFigures.Span.init(rawValue:)) == nil {
                throw FieldsRefused.choice("months", CaseFigures.Span.allCases.map { String($0.rawValue) })
            }
            let answer = try await CaseFigures(room).answer(FiguresPage.span(visit.query), for: visit.signedIn())
            let tables = FigureTables(answer: answer, room: room).all.map { table -> JSONValue in
                let sheet = table.sheet
                let rows = sheet.rows.map { cells in
                    JSONValue.members(zip(sheet.columns, cells).map { JSONValue.Member(name: $0.key, value: $1.json) })
                }
                return ["name": .text(sheet.name), "title": .text(sheet.title.en), "rows": .list(rows)]
            }
            return .json([
                "drawn_at": .text(answer.drawnAt.iso), "of": .text(answer.organisation == nil ? "node" : "organisation"),
                "months": .list(answer.months.map(JSONValue.text)), "tables": .list(tables),
            ])
        }
    }
}

extension Cell {
    /// As a program reads it: in English where it is a word.
    fileprivate var json: JSONValue {
        switch bare {
        case .integer(let number): .integer(number)
        case .absent, .count(.absent): .null
        case .count(let count):
            count.bounds.map { $0.lowerBound == $0.upperBound ? .integer($0.lowerBound) : .text(count.description) } ?? .null
        case .day(let day): .text(day.iso)
        default: .text(bare.written(in: .en))
        }
    }
}
