import Access
import Basics
import Vocabulary
import Web

extension Word {
    static let sessions = Word(work: "Sessions", fr: "Sessions")
    static let sessionsLead = Word(
        work: "Who is signed in at this moment. A session ends by itself after 30 idle minutes, and after 12 hours in any case.",
        fr:
            "Qui est connecté en ce moment. Une session prend fin d’elle-même après 30 minutes d’inactivité, et après 12 heures en tout cas."
    )
    static let since = Word(work: "Since", fr: "Depuis")
    static let lastUsed = Word(work: "Last used", fr: "Dernier usage")
    static let thisSession = Word(work: "this one", fr: "celle-ci")
    static let endSession = Word(work: "End", fr: "Mettre fin")
    static let withSecondFactor = Word(work: "with a second factor", fr: "avec second facteur")
    static let withoutSecondFactor = Word(work: "without a second factor", fr: "sans second facteur")
    static let person = Word(work: "Person", fr: "Personne")
}

extension Routes {
    //  GET   /work/sessions             those of others that may be ended    endSessions
    //  POST  /work/sessions/{id}/end    end one: one's own, or another's     viewOwnAccount; the gate judges the rest
    mutating func addSessions(_ room: Room) {
        let sessions = room.reception.sessions

        get("/work/sessions", needs: .deed(.endSessions)) { visit in
            let actor = try visit.signedIn()
            return .page(SessionsPage(lines: try await sessions.all(for: actor), own: actor.session))
        }

        post("/work/sessions/{id}/end", needs: .deed(.viewOwnAccount)) { visit in
            let id = try visit.id("id", of: Session.self)
            let actor = try visit.signedIn()
            try await sessions.end(id, by: actor)
            if id == actor.session { return .see(AdministrationAddress.signIn).endingSession() }
            // Back to where it was asked: the list of all, or one's own account.
            return .see(visit.form.fields["list"] == "all" ? AdministrationAddress.sessions : .ownAccount)
        }
    }
}

/// Everybody's sessions within reach.
struct SessionsPage: Page {
    let lines: [Sessions.Line]
    let own: ID<Session>

    var title: Word { .sessions }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.sessionsLead, .class("lead"))
        html.div(.class("scroll"), .role("region"), .ariaLabel(.sessions), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.sessions)
                html.thead { html in
                    html.tr { html in
                        for heading in [Word.person, .organisation, .since, .lastUsed, .secondFactor, .endSession] {
                            html.th(heading, .scopeColumn)
                        }
                    }
                }
                html.tbody { html in
                    for line in lines { row(line, &html) }
                }
            }
        }
    }

    private func row(_ line: Sessions.Line, _ html: inout Markup) {
        html.tr { html in
            html.th(.scopeRow) { html in html.bdi { $0.text(line.displayName) } }
            html.td { html in html.bdi { $0.text(line.organisationName) } }
            html.sessionCells(line.session, isOwn: line.session.id == own, list: "all")
        }
    }
}

extension Markup {
    /// The cells that the list of all sessions and that of one's own share.
    mutating func sessionCells(_ session: Session, isOwn: Bool, list: String) {
        td { $0.moment(session.startedAt) }
        td { $0.moment(session.seenAt) }
        td { $0.say(session.hasSecondFactor ? .withSecondFactor : .withoutSecondFactor) }
        td { html in
            if isOwn { html.span(.thisSession, .class("badge")) }
            html.form(post: AdministrationAddress.sessionEnd(session.id), .class("inline")) { html in
                html.hiddenField("list", list)
                html.submit(.endSession, .class("quiet"))
            }
        }
    }
}
