import Access
import Basics
import Store
import Vocabulary
import Web

/// A line of a timeline, ready to be printed.
package struct TimelineLine: Sendable {
    let at: Instant
    let word: Word
    let detail: Word?
    let by: String?
    /// The number of the file in which it happened, where the lines of joined files stand together.
    var file: (id: ID<CaseFile>, code: String)?
    /// Its kind and what its detail says, as codes for programs.
    let code: String
    let detailCode: String?
}

extension Markup {
    /// What happened, newest first.
    mutating func timeline(_ lines: [TimelineLine]) {
        ul(.class("timeline")) { html in
            for line in lines {
                html.li { html in
                    html.moment(line.at)
                    if let file = line.file {
                        html.text(" · ")
                        html.a(to: CaseAddress.file(file.id)) { html in html.code { $0.text(file.code) } }
                    }
                    html.br()
                    html.say(line.word)
                    if let detail = line.detail {
                        html.text(": ")
                        html.say(detail)
                    }
                    if let by = line.by {
                        html.text(" · ")
                        html.bdi { $0.text(by) }
                    }
                }
            }
        }
    }
}
