import Access
import Basics
import Vocabulary
import Web

/// The audit, newest first.
struct AuditPage: Page {
    static let pageSize = 50

    let filter: AuditFilter
    let lines: [AuditTrail.Line]
    let hasMore: Bool

    init(filter: AuditFilter, fetched: [AuditTrail.Line]) {
        self.filter = filter
        lines = Array(fetched.prefix(Self.pageSize))
        hasMore = fetched.count > Self.pageSize
    }

    var title: Word { .auditTrail }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.auditLead, .class("lead"))
        html.p { $0.a(to: AdministrationAddress.auditVerification, .verify, .class("button secondary")) }
        html.problems(filter.filled)
        html.details { html in
            html.summary(.narrow)
            html.form(get: AdministrationAddress.audit) { html in
                html.field(AuditFilter.from, filter.filled)
                html.field(AuditFilter.to, filter.filled)
                html.field(AuditFilter.deed, filter.filled)
                html.field(AuditFilter.outcome, filter.filled)
                html.field(AuditFilter.account, filter.filled)
                html.field(AuditFilter.subject, filter.filled)
                html.submit(.search)
            }
        }
        if lines.isEmpty { html.p(.nothingInAudit, .class("empty")) } else { table(&html) }
        pages(&html)
    }

    private func table(_ html: inout Markup) {
        html.div(.class("scroll"), .role("region"), .ariaLabel(.auditTrail), .tabindex(0)) { html in
            html.table(.class("list")) { html in
                html.caption(.auditTrail)
                html.thead { html in
                    html.tr { html in
                        for heading in [Word.when, .person, .deed, .outcome, .thing, .purpose, .detail, .sealNumber] {
                            html.th(heading, .scopeColumn)
                        }
                    }
                }
                html.tbody { html in
                    for line in lines { html.tr { row(line, &$0) } }
                }
            }
        }
    }

    private func row(_ line: AuditTrail.Line, _ html: inout Markup) {
        let row = line.row
        // To the second, and in the same form as in the file: what is compared must not depend on the reader's language.
        html.td { html in
            html.time(.datetime(row.at.iso)) { $0.text(row.at.iso.replacing("T", with: " ").replacing("Z", with: " UTC")) }
        }
        html.td { person(line, &$0) }
        html.td { html in
            if let word = Deed(rawValue: row.deed)?.word ?? AuditEvent(rawValue: row.deed)?.word {
                html.say(word)
            } else {
                html.code { $0.text(row.deed) }
            }
        }
        html.td { $0.stateBadge(row.outcome.word, isGood: row.outcome == .done) }
        html.td { html in
            guard let subject = row.subject else { return }
            html.text(subject.kind)
            if let id = subject.id.flatMap({ ID<AuditRow>(bytes: $0) }) {
                html.br()
                html.a(to: AdministrationAddress.audit.with("subject", id.description)) { html in
                    html.code { $0.text(String(id.description.prefix(13))) }
                }
            }
        }
        html.td { html in
            switch line.purpose {
            case .words(let words): html.bdi { $0.text(words) }
            case .destroyed: html.say(.purposeDestroyed)
            case nil: break
            }
        }
        html.td { html in if let detail = row.detail { html.text(detail) } }
        html.td { html in if let number = line.number { html.plainNumber(number) } else { html.say(.notYetSealed) } }
    }

    private func person(_ line: AuditTrail.Line, _ html: inout Markup) {
        guard let account = line.row.account else { return html.say(.nobodySignedIn) }
        guard account != Actor.console else { return html.say(.theConsole) }
        html.a(to: AdministrationAddress.audit.with("account", account.description)) { html in
            html.bdi { $0.text(line.accountName ?? account.description) }
        }
        if let organisation = line.organisationName {
            html.br()
            html.small { html in html.bdi { $0.text(organisation) } }
        }
    }

    private func pages(_ html: inout Markup) {
        html.nav(.class("pages"), .ariaLabel(.auditTrail)) { html in
            if filter.search.before != nil { html.a(to: AdministrationAddress.audit.with(filter.parts), .newest) }
            if hasMore, let last = lines.last {
                html.a(to: AdministrationAddress.audit.with(filter.parts + [("before", last.row.id.description)]), .older, .class("next"))
            }
            html.a(to: AdministrationAddress.auditFile(.csv).with(filter.parts), .asCSV)
            html.a(to: AdministrationAddress.auditFile(.xlsx).with(filter.parts), .asXLSX)
        }
    }
}

/// Whether the audit is whole, and if not, where it breaks.
struct AuditVerificationPage: Page {
    let found: AuditVerification

    var title: Word { .verifyTitle }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.auditTrail, AdministrationAddress.audit)] }

    func body(_ html: inout Markup) {
        html.p(found.isWhole ? .trailIsWhole : .trailIsBroken, .class(found.isWhole ? "note good" : "note danger"))
        if let fault = found.fault { html.p(.fault(fault)) }
        html.dl(.class("facts")) { html in
            html.fact(.sealedRows) { $0.number(found.links) }
            html.fact(.waitingRows) { $0.number(found.unsealed) }
            html.fact(.copiedSeal) { html in
                if let copied = found.copied { html.plainNumber(copied) } else { html.say(.noCopy) }
            }
        }
    }
}
