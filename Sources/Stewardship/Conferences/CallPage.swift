import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// Calls a conference about a file.
struct CallPage: PageOfFile {
    static let day = DayField("day", .meetsOn, .fromToday)
    static let hour = NumberField("hour", .meetsAt, why: .meetsAtWhy, bounds: 0...23)
    static let venue = ChoiceField("venue", .venue, Conference.Venue.allCases) { $0.word }

    let summary: CaseSummary
    let conferences: [(id: ID<Conference>, day: Day, stage: Conference.Stage)]
    let filled: Filled

    static func read(_ visit: Visit, _ room: ProtectionRoom, filled: Filled) async throws -> CallPage {
        try await CaseFiles(room).look(at: visit.id("id"), for: visit.signedIn()) { tx, view in
            CallPage(summary: view.summary, conferences: try CallPage.conferences(of: view, in: tx), filled: filled)
        }
    }

    /// Those about a file at whose table the reader's organisation sits.
    static func conferences(
        of view: CaseView, in tx: any Transaction
    ) throws -> [(id: ID<Conference>, day: Day, stage: Conference.Stage)] {
        try tx.rows(
            """
            SELECT f.id, f.meets_on, f.stage FROM conference_case cc JOIN conference f ON f.id = cc.conference_id
            JOIN conference_invitation i ON i.conference_id = f.id AND i.organisation_id = \(view.actor.organisation)
            WHERE cc.case_id = \(view.summary.id) ORDER BY f.meets_on DESC LIMIT 50
            """
        ) { (id: try $0.id(0, of: Conference.self), day: try $0.day(1), stage: try $0.choice(2, as: Conference.Stage.self)) }
    }

    var title: Word { .callConference }

    func body(_ html: inout Markup) {
        html.conferences(conferences)
        html.problems(filled)
        guard summary.isOpen else { return html.p(.callNeedsOpenFile, .class("note")) }
        html.p(.callLead)
        html.form(post: StewardshipAddress.newConference(summary.id)) { html in
            html.field(Self.day, filled)
            html.field(Self.hour, filled)
            html.field(Self.venue, filled)
            html.submit(.callConference)
        }
    }
}
