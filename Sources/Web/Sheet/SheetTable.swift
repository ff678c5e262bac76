import Basics
package import Vocabulary

extension Markup {
    /// A table with its explanations, source and downloads.
    ///
    /// ```swift
    /// html.sheet(sheet, id: "victims", at: EvidenceAddress.country(code))
    /// ```
    /// - Parameters:
    ///   - id: names it within the page.
    ///   - address: where the same table is served as `.csv`, `.xlsx` and `.json`; `nil` where it is not.
    package mutating func sheet(_ sheet: Sheet, id: String, at address: (any Address)? = nil) {
        figure(.class("sheet"), .id(id)) { html in
            html.sheetTable(sheet, id: "\(id)-table")
            html.sheetSource(sheet, at: address)
        }
    }

    /// The table alone, with what its signs mean; for a place that prints the source itself.
    mutating func sheetTable(_ sheet: Sheet, id: String) {
        guard !sheet.rows.isEmpty else { return p(.noRows, .class("empty")) }
        let remarks = sheet.remarks
        let numbers = Dictionary(uniqueKeysWithValues: zip(remarks, 1...))
        // A wide table scrolls within its own frame; the frame can be focused, so that keys scroll it too.
        div(.class("scroll"), .role("group"), .ariaLabelledBy("\(id)-caption"), .tabindex(0)) { html in
            html.table(.class("figures")) { html in
                html.caption(sheet.title, .id("\(id)-caption"))
                html.thead { html in
                    html.tr { html in
                        for column in sheet.columns {
                            if column.isNumeric {
                                html.th(column.title, .scopeColumn, .class("num"))
                            } else {
                                html.th(column.title, .scopeColumn)
                            }
                        }
                    }
                }
                html.tbody { html in
                    for row in sheet.rows {
                        html.tr { html in
                            for (index, cell) in row.enumerated() {
                                html.cell(cell, of: sheet.columns[index], isFirst: index == 0, remarks: numbers, id: id)
                            }
                        }
                    }
                }
            }
        }
        sheetNotes(sheet, remarks: remarks, id: id)
    }

    private mutating func cell(_ cell: Cell, of column: Column, isFirst: Bool, remarks: [Word: Int], id: String) {
        let marks = cell.remarks.compactMap { remarks[$0] }
        let content: (inout Markup) -> Void = { html in
            html.print(cell)
            for mark in marks {
                html.element("sup", []) { html in
                    html.a(toElement: "\(id)-r\(mark)") { $0.plainNumber(mark) }
                }
            }
        }
        if isFirst {
            th(.scopeRow, .class(column.isNumeric ? "num" : "name"), content: content)
        } else if cell.absence != nil {
            td(.class("absent"), content: content)
        } else if column.isNumeric {
            td(.class("num"), content: content)
        } else {
            td(content: content)
        }
    }

    private mutating func print(_ cell: Cell) {
        switch cell {
        case .text(let text): bdi { $0.text(text) }
        case .word(let word): say(word)
        // A number or a range runs from left to right in Arabic too.
        case .count(.exact(let number)): self.number(number)
        case .count(.absent(let why)), .absent(let why): say(.absence(why))
        // Without the explanation that `Markup.count` carries: it stands once, below the table.
        case .count(let count):
            let figure = count.written(in: language)
            element("bdi", [.class("range"), Attribute("dir", .text("ltr"))]) { $0.text(figure) }
        case .integer(let number): plainNumber(number)
        case .day(let day): self.day(day)
        case .partialDate(let date): self.date(date)
        case .proportion(let share):
            let words = share.written(in: language)
            text(words)
        case .noted(let cell, _): print(cell)
        case .link(let cell, let address): a(to: address) { $0.print(cell) }
        }
    }

    /// What the signs and remarks of a table mean, and what else a reader must know.
    private mutating func sheetNotes(_ sheet: Sheet, remarks: [Word], id: String) {
        let signs = sheet.signs
        guard !(sheet.notes.isEmpty && signs.isEmpty && remarks.isEmpty) else { return }
        div(.class("notes")) { html in
            if !remarks.isEmpty {
                html.ol { html in
                    for (index, remark) in remarks.enumerated() { html.li(remark, .id("\(id)-r\(index + 1)")) }
                }
            }
            html.ul { html in
                for note in sheet.notes { html.li(note) }
                for sign in signs { html.li(sign.meaning) }
            }
        }
    }

    /// Where the figures come from, of what date, and the files to take away.
    mutating func sheetSource(_ sheet: Sheet, at address: (any Address)?) {
        div(.class("source")) { html in
            if let source = sheet.source { html.cite(source) }
            if let address { html.downloads(sheet.title, at: address) }
        }
    }

    /// The files of a table, for a page that shows its rows in another form than a table.
    /// - Parameter address: where the table is served as `.csv`, `.xlsx` and `.json`.
    package mutating func downloads(_ title: Word, at address: any Address) {
        ul(.class("downloads"), .ariaLabel(.download)) { html in
            for format in SheetFormat.allCases {
                let label = format.label
                html.li { html in
                    html.a(to: address.file(format), .ariaLabel(.download(title, as: format))) { $0.text(label) }
                }
            }
        }
    }

    private mutating func cite(_ source: SheetSource) {
        p { html in
            html.span(.source, .class("label"))
            html.space()
            if let url = source.url.flatMap(OutsideAddress.init) {
                html.bdi { html in html.a(toOutside: url) { $0.text(source.citation) } }
            } else {
                html.bdi { $0.text(source.citation) }
            }
            if let date = source.date {
                html.space()
                html.span(.class("dated")) { $0.day(date) }
            }
            if let notice = source.notice {
                html.space()
                html.span(notice, .class("licence"))
            }
        }
    }
}

extension Address {
    /// The same table as a file: the address with `.csv`, `.xlsx` or `.json` at the end of its path, before any query.
    package func file(_ format: SheetFormat) -> FileAddress { FileAddress(path, format) }
}

/// The address of a table as a file.
package struct FileAddress: Address {
    package let path: String

    init(_ path: String, _ format: SheetFormat) {
        let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var stem = String(path[..<end])
        // The front page has no name to carry an ending.
        if stem.hasSuffix("/") { stem += "table" }
        self.path = stem + "." + format.rawValue + path[end...]
    }
}

extension Word {
    /// For those who hear only the link: which table, and as what.
    static func download(_ title: Word, as format: SheetFormat) -> Word {
        Word(
            en: "\(title.en), download as \(format.label)", fr: "\(title.fr), télécharger en \(format.label)",
            es: "\(title.es), descargar en \(format.label)", ar: "\(title.ar)، تنزيل بصيغة \(format.label)",
            ru: "\(title.ru), скачать как \(format.label)", zh: "\(title.zh)，下载为\(format.label)")
    }
}
