import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

/// What needs a guardian, or the child-protection authority, today.
enum ChildToday {
    static func sections(_ visit: Visit, _ room: ProtectionRoom) async throws -> [@Sendable (inout Markup) -> Void] {
        let actor = try visit.signedIn()
        guard actor.hasSecondFactor else { return [] }
        var sections: [@Sendable (inout Markup) -> Void] = []
        if actor.may(.actAsGuardian) {
            let requests = try await room.database.read { tx in try ConsentRequest.waiting(for: actor, tx: tx) }
            if !requests.isEmpty {
                sections.append { html in
                    html.h3(.consentsAskedOfMe)
                    html.p { html in
                        html.number(requests.count)
                        html.text(" · ")
                        html.a(to: ChildAddress.consentsAsked, .consentsAskedOfMe)
                    }
                }
            }
        }
        if actor.may(.protectChildren) {
            let requests = try await room.database.read { tx in try ConsentRequest.waitingForAuthority(actor, tx: tx) }
            if !requests.isEmpty {
                sections.append { html in
                    html.h3(.consentsAskedOfAuthority)
                    html.p { html in
                        html.number(requests.count)
                        html.text(" · ")
                        html.a(to: ChildAddress.consentsOfAuthority, .consentsAskedOfAuthority)
                    }
                }
            }
            let asked = ListRequest(visit.query, ListShape(sorts: [ListSort("guardian")]))
            let today = room.day(of: visit.now)
            let alone = try await room.database.read { tx in
                try ChildrenPage.lines(asked, today: today, for: actor, in: tx).filter { $0.guardian == 0 }
            }
            if !alone.isEmpty {
                sections.append { html in
                    html.h3(.childrenWithoutGuardian)
                    html.ul { html in
                        for line in alone.prefix(10) {
                            html.li { html in
                                html.a(to: ChildAddress.guardian(line.summary.id)) { html in html.code { $0.text(line.summary.code) } }
                                if let due = line.summary.nextDue {
                                    html.text(" · ")
                                    html.day(due)
                                    if due < today {
                                        html.space()
                                        html.span(.late, .class("badge warning"))
                                    }
                                }
                            }
                        }
                    }
                    html.p { $0.a(to: ChildAddress.children, .children) }
                }
            }
        }
        return sections
    }
}

/// What is counted of children, for those cleared for figures.
enum ChildFigures {
    /// Counted once for a file, in the month in which the age was found.
    static let treatedAsAdult = FigureSource(
        "children-treated-as-adults", .childrenTreatedAsAdults, values: [("adult_while_child", .childrenTreatedAsAdults)],
        .ofFiles { tx, files in
            try tx.rows(
                """
                SELECT case_id, at FROM case_event
                WHERE case_id IN \(list: files) AND kind = \(CaseEvent.Kind.treatedAsAdult.code)
                """
            ) { FileFact(try $0.id(0, of: CaseFile.self), at: $0.instant(1), "adult_while_child") }
        }
    )

    /// Each appointment in the month in which it was made.
    static let guardians = FigureSource(
        "guardian-appointments", .guardianAppointments, values: [("standing", .standing), ("temporary", .temporary)],
        .ofFiles { tx, files in
            try tx.rows(
                "SELECT case_id, appointed_at, is_temporary FROM guardian_appointment WHERE case_id IN \(list: files)"
            ) { FileFact(try $0.id(0, of: CaseFile.self), at: $0.instant(1), $0.bool(2) ? "temporary" : "standing") }
        }
    )
}
