import Access
import Basics
import Vocabulary
import Web

extension Routes {
    //  GET   /work                         what needs me today    account
    //  POST  /work/notices/{id}/reading    put a notice away      account
    mutating func addWork(_ room: Room) {
        get("/work", needs: .account) { visit in
            let actor = try visit.signedIn()
            let notices = try await room.reception.inbox.notices(for: actor)
            return .page(
                WorkPage(
                    actor: actor, notices: notices, codes: try await room.today.codes(visit, notices.compactMap(\.about)),
                    factor: try await room.reception.signIn.secondFactor(of: actor), today: room.today,
                    sections: try await room.today.sections(visit)
                )
            )
        }

        post("/work/notices/{id}/reading", needs: .account) { visit in
            try await room.reception.inbox.putAway(visit.id("id"), by: visit.signedIn())
            return .see(AdministrationAddress.work)
        }
    }
}

/// Where work begins: what needs this person today.
struct WorkPage: Page {
    let actor: Actor
    let notices: [Notice]
    /// The codes of the files they are about.
    let codes: [[UInt8]: String]
    let factor: SignIn.SecondFactorState
    let today: TodayDesk
    /// What the contexts have for this person today.
    let sections: [TodayDesk.Section]

    var title: Word { .work }
    var door: Door { .work }

    private var unread: [Notice] { notices.filter { !$0.isRead } }
    /// Whoever came in by a demonstration's link works with a second factor without having one.
    private var needsFactor: Bool { factor.isNeeded && !factor.isSetUp && !actor.hasSecondFactor }
    private var hasFewCodes: Bool { factor.isSetUp && factor.codesLeft < 3 }

    func body(_ html: inout Markup) {
        html.h2(.needsYou)
        if needsFactor {
            html.div(.class("note warning")) { html in
                html.p { $0.a(to: AdministrationAddress.ownAccount.at("second-factor"), .setUpSecondFactor) }
                html.p(.setUpSecondFactorWhy)
            }
        } else if factor.isNeeded, !actor.hasSecondFactor {
            html.p(.signInWithCode, .class("note warning"))
        }
        if hasFewCodes {
            html.p(.class("note warning")) { $0.a(to: AdministrationAddress.ownAccount.at("second-factor"), .fewCodesLeft) }
        }
        for section in sections { section(&html) }
        if unread.isEmpty, sections.isEmpty, !needsFactor, !hasFewCodes { html.p(.nothingNeedsYou, .class("empty")) }
        html.ul(.class("timeline")) { html in
            for notice in unread { html.li { item(notice, &$0) } }
        }
        places(&html)
        let read = notices.filter(\.isRead)
        if !read.isEmpty {
            html.details { html in
                html.summary(.alreadyRead)
                html.ul { html in
                    for notice in read {
                        html.li { html in
                            html.moment(notice.at)
                            html.space()
                            text(of: notice, &html)
                        }
                    }
                }
            }
        }
    }

    private func words(of notice: Notice) -> (word: Word, address: (any Address)?) {
        notice.matter.flatMap { today.matter($0, notice.subject, notice.amount) } ?? (notice.word, nil)
    }

    private func text(of notice: Notice, _ html: inout Markup) { text(of: notice, words(of: notice).word, &html) }

    /// The code of the file, or of the referral, first: by it the reader knows which one is meant.
    private func text(of notice: Notice, _ word: Word, _ html: inout Markup) {
        if let code = notice.code ?? notice.about.flatMap({ codes[$0] }) {
            html.code { $0.text(code) }
            html.space()
        }
        html.say(word)
    }

    private func item(_ notice: Notice, _ html: inout Markup) {
        html.p { html in
            html.moment(notice.at)
            html.br()
            if notice.kind == .invitationExpired, let id = notice.subject.flatMap({ ID<Account>(bytes: $0) }), actor.may(.manageAccounts) {
                html.a(to: AdministrationAddress.account(id), notice.word)
            } else if case (let word, let address?) = words(of: notice) {
                html.a(to: address) { text(of: notice, word, &$0) }
            } else {
                text(of: notice, &html)
            }
            if notice.before > 0 {
                html.space()
                html.span(.alsoBefore(notice.before), .class("why"))
            }
        }
        html.form(post: AdministrationAddress.noticeReading(notice.id), .class("inline")) { html in
            html.submit(.putAway, .class("quiet"))
        }
    }

    /// A card for each group of the menu, so that what belongs together stands together.
    private func places(_ html: inout Markup) {
        let entries = today.places + AdministrationMenu.entries.dropFirst()
        html.h2(.yourPlaces)
        html.ul(.class("cards")) { html in
            // What stands by itself in the menu comes last here: it's one's own account.
            let items = Menu(entries).items(at: .work, for: actor)
            for case .group(let group, let members) in items {
                html.li(.class("card")) { html in
                    html.h3(group.word)
                    html.ul { html in
                        for entry in members { html.li { $0.a(to: entry.address, entry.word) } }
                    }
                }
            }
            for case .entry(let entry) in items {
                html.li(.class("card")) { html in html.h3 { $0.a(to: entry.address, entry.word) } }
            }
        }
    }
}
