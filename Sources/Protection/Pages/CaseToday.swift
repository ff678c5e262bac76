import Access
import Basics
import Vocabulary
import Web

/// What needs a person today: the files that are due first, with how long they have waited.
enum CaseToday {
    static func sections(_ visit: Visit, _ room: ProtectionRoom) async throws -> [@Sendable (inout Markup) -> Void] {
        let actor = try visit.signedIn()
        guard actor.may(.readCase), actor.hasSecondFactor else { return [] }
        var narrowing = CaseQueue.Narrowing()
        narrowing.isOpen = true
        let today = room.day(of: visit.now)
        narrowing.dueBy = today.adding(days: 7)
        let lines = try await CaseQueue(room).lines(narrowing, after: nil, limit: 10, for: actor)
        guard !lines.isEmpty else { return [] }
        return [
            { html in
                html.h3(.dueThisWeek)
                html.ul(.class("timeline")) { html in
                    for line in lines {
                        html.li { html in
                            html.a(to: CaseAddress.file(line.summary.id)) { html in
                                html.code { $0.text(line.summary.code) }
                                html.space()
                                html.bdi { $0.text(line.summary.label) }
                            }
                            html.text(" · ")
                            if let due = line.summary.nextDue {
                                html.day(due)
                                if due < today {
                                    html.space()
                                    html.span(.late, .class("badge warning"))
                                }
                            }
                        }
                    }
                }
                html.p { $0.a(to: CaseAddress.files, .allCaseFiles) }
            }
        ]
    }
}
