import Access
import Basics
import Store
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
        let next = try await room.database.read { tx in try CaseClock.next(in: lines.map(\.summary.id), tx: tx) }
        // Elsewhere than with the keeper a clock may be of a part that was not shared: the file says more, by its own rules.
        let names = next.compactMapValues { clock -> Word? in
            guard let kind = room.clockKind(clock.kind), let file = lines.first(where: { $0.summary.id == clock.file })?.summary else {
                return nil
            }
            let isShown = kind.part == .summary || (file.organisation == actor.organisation && actor.may(kind.part.reading))
            return isShown ? kind.name : nil
        }
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
                            if let name = names[line.summary.id] {
                                html.say(name)
                                html.text(" · ")
                            }
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
