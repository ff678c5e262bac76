import Access
import Basics
import Vocabulary
import Web

/// All organisations, searchable.
struct OrganisationsPage: Page {
    static let shape = ListShape(
        search: .findOrganisation,
        filters: [ListFilter("kind", .organisationKind, Organisation.Kind.allCases.map { ($0.rawValue, $0.word) })],
        sorts: [ListSort("name")]
    )

    let asked: ListRequest
    let lines: [Organisations.Line]
    let countries: Countries

    var title: Word { .organisations }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p { $0.a(to: AdministrationAddress.newOrganisation, .newOrganisation, .class("button")) }
        html.list(
            KeysetTable(
                caption: .organisations, asked: asked, slice: ListSlice(fetched: lines) { [$0.organisation.name] },
                at: AdministrationAddress.organisations,
                empty: EmptyList(.organisationsWillStandHere, begin: .newOrganisation, AdministrationAddress.newOrganisation),
                columns: [
                    ListColumn(.organisationName, sort: "name", namesRow: true) { line, html in
                        html.a(to: AdministrationAddress.organisation(line.organisation.id)) { html in
                            html.bdi { $0.text(line.organisation.name) }
                        }
                    },
                    ListColumn(.organisationKind) { line, html in html.say(line.organisation.kind.word) },
                    ListColumn(.organisationCountry) { line, html in
                        if let country = line.organisation.country.flatMap({ countries.country(alpha3: $0) }) { html.say(country.name) }
                    },
                    ListColumn(.people, isNumeric: true) { line, html in html.number(line.accounts) },
                    ListColumn(.state) { line, html in
                        html.stateBadge(line.organisation.closedAt == nil ? .isOpen : .isClosed, isGood: line.organisation.closedAt == nil)
                    },
                ]
            )
        )
    }
}

/// An empty form.
struct NewOrganisationPage: Page {
    var filled = Filled()
    let form: OrganisationForm

    var title: Word { .newOrganisation }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.organisations, AdministrationAddress.organisations)] }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.form(post: AdministrationAddress.organisations) { html in
            html.organisationFields(form, filled)
            html.submit(.save)
        }
    }
}

/// One organisation: its data, and closing it.
struct OrganisationPage: Page {
    let organisation: Organisation
    let filled: Filled
    let form: OrganisationForm

    var title: Word { .data(organisation.name) }
    var door: Door { .work }
    var trail: [Crumb] { [Crumb(.organisations, AdministrationAddress.organisations)] }

    func body(_ html: inout Markup) {
        html.p { html in
            html.stateBadge(organisation.closedAt == nil ? .isOpen : .isClosed, isGood: organisation.closedAt == nil)
            if let closed = organisation.closedAt {
                html.space()
                html.moment(closed)
            }
        }
        html.p {
            $0.a(to: AdministrationAddress.accounts.with("organisation", organisation.id.description), .itsPeople)
        }
        html.problems(filled)
        html.h2(.changeOrganisation)
        html.form(post: AdministrationAddress.organisation(organisation.id)) { html in
            html.hiddenField("version", String(organisation.version))
            html.organisationFields(form, filled)
            html.submit(.save)
        }
        if organisation.closedAt == nil {
            html.h2(.closeOrganisation)
            html.p(.closeOrganisationWhy)
            html.form(post: AdministrationAddress.organisationClosure(organisation.id)) { html in
                html.submit(.closeOrganisation, .class("danger"))
            }
        } else {
            html.form(post: AdministrationAddress.organisationReopening(organisation.id)) { html in
                html.submit(.reopenOrganisation)
            }
        }
    }
}

extension Markup {
    fileprivate mutating func organisationFields(_ form: OrganisationForm, _ filled: Filled) {
        field(OrganisationForm.name, filled)
        field(OrganisationForm.kind, filled)
        field(form.country, filled)
    }

    /// A state in a word; the colour only repeats it.
    mutating func stateBadge(_ word: Word, isGood: Bool) {
        span(word, .class(isGood ? "badge good" : "badge warning"))
    }
}
