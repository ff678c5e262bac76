import Basics
import Vocabulary
import Web

/// The questions of the search among commitments.
enum CommitmentFields {
    static let words = TextField("q", .lookFor, why: .lookForWhy, isRequired: false, length: 1...200, purpose: .search)
    static let source = ChoiceField("source", .commitmentSource, isRequired: false, Commitment.Source.allCases, as: .list) { $0.words }
    static let pillar = ChoiceField("pillar", .pillarHeading, isRequired: false, Commitment.Pillar.allCases, as: .list) { $0.words }
    static let linkTo = TextField("to", .linkTo, length: 1...40)
    static let linkWhy = TextField("why", .linkWhy, length: 1...300)
}

/// The library: by document, by pillar, and what a search finds.
struct CommitmentsPage: Page {
    let search: CommitmentSearch
    let filled: Filled
    let counts: [Commitment.Source: Int]
    /// What is shown of the results.
    let shown: ArraySlice<Commitment>
    let found: Int
    /// Where the next part begins; `nil` at the end.
    let next: Int?

    static let pageSize = 50

    var title: Word { .commitmentsTitle }
    var door: Door { .steering }
    var trail: [Crumb] { [Crumb(.instrumentsTitle, InstrumentsAddress.list)] }

    func body(_ html: inout Markup) {
        html.p(.commitmentsLead, .class("lead"))
        html.p(.ownWordsNote, .class("note"))
        html.problems(filled)
        html.form(get: InstrumentsAddress.commitments, .class("filters"), .role("search")) { html in
            html.field(CommitmentFields.words, filled)
            html.field(CommitmentFields.source, filled)
            html.field(CommitmentFields.pillar, filled)
            html.submit(.show)
        }
        if search.isEmpty { documents(&html) }
        html.section(.id("found")) { html in
            html.h2 { html in
                html.say(.foundHeading)
                html.space()
                html.span(.class("soft")) { $0.number(found) }
            }
            if shown.isEmpty { html.p(.nothingFound, .class("empty")) }
            html.ul(.class("commitments"), .role("list")) { html in
                for commitment in shown { html.li { $0.brief(commitment) } }
            }
            if let next { html.p(.class("pages")) { $0.a(to: self.address(from: next), .theNext) } }
            if !shown.isEmpty { html.downloads(.commitmentsTitle, at: self.address(from: nil)) }
        }
    }

    private func documents(_ html: inout Markup) {
        html.h2(.browseByDocument)
        html.ul(.class("cards")) { html in
            for source in Commitment.Source.allCases {
                html.li(.class("card")) { html in
                    html.h3 { $0.a(to: InstrumentsAddress.commitments.with("source", source.rawValue), source.words) }
                    html.p(.class("big")) { $0.number(counts[source] ?? 0) }
                }
            }
        }
        html.h2(.browseByPillar)
        html.ul(.class("pages"), .role("list")) { html in
            for pillar in Commitment.Pillar.allCases {
                html.li { $0.a(to: InstrumentsAddress.commitments.with("pillar", pillar.rawValue), pillar.words) }
            }
        }
    }

    private func address(from start: Int?) -> QualifiedAddress {
        var parts: [(name: String, value: String)] = []
        if !search.words.isEmpty { parts.append(("q", search.words)) }
        if let source = search.source { parts.append(("source", source.rawValue)) }
        if let pillar = search.pillar { parts.append(("pillar", pillar.rawValue)) }
        if let start { parts.append(("from", String(start))) }
        return InstrumentsAddress.commitments.with(parts)
    }

    static func sheet(_ commitments: [Commitment]) -> Sheet {
        Sheet(
            name: "commitments", title: .commitmentsTitle,
            columns: [
                Column("id", .commitmentID), Column("document", .commitmentSource), Column("reference", .referenceOfCommitment),
                Column("heading", .headingOfCommitment), Column("statement", .statementOfCommitment), Column("pillar", .pillarHeading),
                Column("addressed_to", .addressedTo),
            ],
            rows: commitments.map {
                [
                    .text($0.id), .word($0.source.words), .text($0.reference), .text($0.heading), .text($0.statement),
                    .word($0.pillar.words), .text($0.addressedTo),
                ]
            },
            source: nil, notes: [.ownWordsNote]
        )
    }
}

/// One commitment, with what it goes together with.
struct CommitmentPage: Page {
    let commitment: Commitment
    let links: [Linked]
    let mayLink: Bool
    var filled = Filled()

    struct Linked: Sendable {
        let link: CommitmentLink
        /// `nil` for a record of another kind.
        let commitment: Commitment?
    }

    var title: Word { .data(commitment.id) }
    var door: Door { .steering }
    var trail: [Crumb] {
        [
            Crumb(.commitmentsTitle, InstrumentsAddress.commitments),
            Crumb(commitment.source.words, InstrumentsAddress.commitments.with("source", commitment.source.rawValue)),
        ]
    }
    var printsHeading: Bool { false }

    func body(_ html: inout Markup) {
        html.h1 { html in
            html.bdi { $0.text(commitment.id) }
            html.space()
            html.bdi(.lang(.en)) { $0.text(commitment.heading) }
        }
        html.p(.class("lead"), .lang(.en), .dir(.en)) { $0.text(commitment.statement) }
        html.dl(.class("facts")) { html in
            html.dt(.commitmentSource)
            html.dd { $0.a(to: InstrumentsAddress.commitments.with("source", commitment.source.rawValue), commitment.source.words) }
            html.dt(.referenceOfCommitment)
            html.dd { html in html.bdi(.lang(.en)) { $0.text(commitment.reference) } }
            html.dt(.pillarHeading)
            html.dd { $0.a(to: InstrumentsAddress.commitments.with("pillar", commitment.pillar.rawValue), commitment.pillar.words) }
            html.dt(.addressedTo)
            html.dd { html in html.bdi(.lang(.en)) { $0.text(commitment.addressedTo) } }
        }
        html.p(.ownWordsNote, .class("soft"))
        html.h2(.goesTogetherWith)
        if links.isEmpty { html.p(.noLinks, .class("empty")) }
        html.ul(.class("commitments"), .role("list")) { html in
            for linked in links { html.li { self.linked(linked, &$0) } }
        }
        if mayLink { form(&html) }
    }

    private func linked(_ linked: Linked, _ html: inout Markup) {
        if let other = linked.commitment { html.brief(other) } else { html.p { $0.text("\(linked.link.toKind) \(linked.link.toID)") } }
        html.p(.class("soft"), .lang(.en), .dir(.en)) { $0.text(linked.link.why) }
        if mayLink, !linked.link.isShipped {
            html.form(post: InstrumentsAddress.removedLink(commitment.id)) { html in
                html.hiddenField("kind", linked.link.toKind)
                html.hiddenField("to", linked.link.toID)
                html.submit(.removeLink, .class("quiet"))
            }
        }
    }

    private func form(_ html: inout Markup) {
        html.section(.id("add-link")) { html in
            html.h2(.addLink)
            html.problems(filled)
            html.form(post: InstrumentsAddress.links(commitment.id)) { html in
                html.field(CommitmentFields.linkTo, filled)
                html.field(CommitmentFields.linkWhy, filled)
                html.submit(.addLink)
            }
        }
    }
}

extension Markup {
    /// A commitment in a list: id, heading, pillar, statement.
    fileprivate mutating func brief(_ commitment: Commitment) {
        p { html in
            html.a(to: InstrumentsAddress.commitment(commitment.id)) { html in
                html.strong { $0.text(commitment.id) }
                html.space()
                html.bdi(.lang(.en)) { $0.text(commitment.heading) }
            }
            html.space()
            html.span(commitment.pillar.words, .class("badge"))
        }
        p(.lang(.en), .dir(.en)) { $0.text(commitment.statement) }
    }
}
