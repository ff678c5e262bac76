import Foundation
package import Vocabulary
package import Web

/// A page for paper: printed to PDF and handed over. It stands alone: no menu, no links, no picture from elsewhere.
package protocol PrintedPage: Sendable {
    /// Its heading, and the title within the PDF.
    var title: Word { get }
    /// What stands at the foot of each sheet, beside the number of the page: where it comes from and on which day; no name.
    var footer: String { get }
    func body(_ html: inout Markup)
}

extension PrintedPage {
    /// The whole document as the printer takes it, with its own style inside and nothing to fetch.
    func document(in language: Language, zone: TimeZone) -> [UInt8] {
        var head = Markup(language: language)
        head.sayPlainly(title)
        var bytes = Array("<!doctype html><html lang=\"\(language.code)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\"><head>".utf8)
        bytes +=
            "<meta charset=\"utf-8\"><title>".utf8 + head.bytes + "</title><style>".utf8 + PrintStyle.sheet.utf8
            + "</style></head><body>".utf8
        var html = Markup(language: language, zone: zone)
        html.header(.class("running")) { $0.text(footer) }
        html.h1(title)
        body(&html)
        return bytes + html.bytes + "</body></html>".utf8
    }
}

/// How paper looks: A4, black on white, with what a page is and its number at the foot.
enum PrintStyle {
    static let sheet = """
        @page { size: A4; margin: 18mm 16mm 20mm; @bottom-left { content: element(running); } \
        @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Noto Sans", "DejaVu Sans", sans-serif; color: #444; } }
        .running { position: running(running); font-size: 8pt; color: #444; }
        html { font: 10pt/1.4 "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", "DejaVu Sans", sans-serif; color: #000; }
        h1 { font-size: 16pt; margin: 0 0 4mm; } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
        h3 { font-size: 10pt; margin: 4mm 0 1mm; break-after: avoid; }
        dl { margin: 0 0 3mm; break-inside: avoid; } dt { font-weight: bold; font-size: 9pt; color: #333; } dd { margin: 0 0 1.5mm; }
        table { border-collapse: collapse; width: 100%; font-size: 9pt; } th, td { border: .3mm solid #999; padding: 1mm 2mm; text-align: start; }
        caption { text-align: start; font-weight: bold; } tr { break-inside: avoid; }
        .note { border-inline-start: 1mm solid #000; padding-inline-start: 3mm; font-size: 9pt; }
        .absent { color: #555; font-style: italic; } .typed { white-space: pre-wrap; } a { color: inherit; text-decoration: none; }
        """
}
