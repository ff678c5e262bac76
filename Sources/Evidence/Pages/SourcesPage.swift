import Basics
import Vocabulary
import Web

/// Where every figure comes from, and the rules by which it was read.
struct SourcesPage: Page {
    let published: [PublishedSource]
    let labels: Sheet?

    var title: Word { .sourcesTitle }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.numbers, EvidenceAddress.numbers)] }

    func body(_ html: inout Markup) {
        html.p(.methodLead, .class("lead"))
        for source in published {
            html.article(.class("card")) { html in
                html.h2 { html in html.bdi { $0.text(source.citation) } }
                html.p { html in
                    if let day = source.releasedOn { html.day(day) }
                    html.space()
                    if let years = source.years { html.bdi { $0.text("\(years.lowerBound)–\(years.upperBound)") } }
                }
                if let notice = source.noticeWord { html.p(notice) }
                if let address = source.address.flatMap(OutsideAddress.init) {
                    html.p { html in html.a(toOutside: address) { $0.text(address.text) } }
                }
            }
        }
        html.ul { html in
            for word in [Word.methodFew, .onlyPublishedTotals, .methodTwice, .methodRefused, .boundaries] { html.li(word) }
        }
        if let labels {
            html.section { html in
                html.h2(.labelsTitle)
                html.sheet(labels, id: "labels", at: EvidenceAddress.worldTable(.labels))
            }
        }
        html.furtherOnNumbers()
    }
}
