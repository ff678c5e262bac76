import Access
import Basics
import Store
import Vocabulary
import Web

/// The whole timeline.
struct TimelinePage: Page {
    let summary: CaseSummary
    let events: [TimelineLine]
    /// The files that are joined to this one and whose lines stand here too.
    let joined: [CaseSummary]

    var title: Word { .whatHappened }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.caseFiles, CaseAddress.files), Crumb(.data(summary.code), CaseAddress.file(summary.id))] }

    func body(_ html: inout Markup) {
        if !joined.isEmpty { html.p(.joinedTimeline, .class("note")) }
        html.timeline(events)
    }
}
