import Access
import Basics
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/authorities                                     who is competent for what   manageOrganisations
    //  POST  /work/authorities                                     name one                    manageOrganisations
    //  POST  /work/authorities/{competence}/{organisation}/end     no longer                   manageOrganisations
    mutating func addAuthorities(_ room: ProtectionRoom) {
        get("/work/authorities", needs: .deed(.manageOrganisations)) { visit in
            _ = try visit.signedIn()
            return .page(try await AuthoritiesPage(room, filled: Filled()))
        }

        post("/work/authorities", needs: .deed(.manageOrganisations)) { visit in
            let page = try await AuthoritiesPage(room, filled: Filled())
            var reading = FormReading(visit.form)
            let competence = reading.read(AuthoritiesPage.competence)
            let organisation = reading.read(page.organisation)
            guard reading.isSound, let competence, let organisation else {
                return .page(try await AuthoritiesPage(room, filled: reading.filled), status: .unprocessable)
            }
            let (actor, now) = (try visit.signedIn(), visit.now)
            try await room.gate.change(.manageOrganisations, on: organisation, for: actor, detail: "competent: \(competence.rawValue)") {
                tx, _ in
                try tx.run(
                    """
                    INSERT INTO competent_authority (organisation_id, competence, named_by, named_at)
                    VALUES (\(organisation), \(competence), \(actor.account), \(now)) ON CONFLICT (competence, organisation_id) DO NOTHING
                    """
                )
            }
            return .see(CaseAddress.authorities)
        }

        post("/work/authorities/{competence}/{organisation}/end", needs: .deed(.manageOrganisations)) { visit in
            guard let competence = Competence(rawValue: visit.parameter("competence")) else { return .notFound }
            let organisation = try visit.id("organisation", of: Organisation.self)
            try await room.gate.change(
                .manageOrganisations, on: organisation, for: visit.signedIn(), detail: "no longer competent: \(competence.rawValue)"
            ) { tx, _ in
                try tx.run(
                    "DELETE FROM competent_authority WHERE competence = \(competence) AND organisation_id = \(organisation)"
                )
            }
            return .see(CaseAddress.authorities)
        }
    }
}

/// Who is competent for what.
struct AuthoritiesPage: Page {
    static let competence = ChoiceField("competence", .competence, Competence.allCases) { $0.word }
    let organisation: ChoiceField<ID<Organisation>>
    let named: [(competence: Competence, organisation: ID<Organisation>, name: String)]
    let filled: Filled

    init(_ room: ProtectionRoom, filled: Filled) async throws {
        self.filled = filled
        let (all, named) = try await room.database.read { tx in
            (
                try tx.rows("SELECT id, name FROM organisation WHERE closed_at IS NULL ORDER BY name LIMIT 2000") {
                    (try $0.id(0, of: Organisation.self), $0.text(1))
                },
                try tx.rows(
                    """
                    SELECT a.competence, o.id, o.name FROM competent_authority a JOIN organisation o ON o.id = a.organisation_id
                    ORDER BY a.competence, o.name
                    """
                ) { (try $0.choice(0, as: Competence.self), try $0.id(1, of: Organisation.self), $0.text(2)) }
            )
        }
        organisation = ChoiceField(
            "organisation", .authority, choices: all.map { Choice($0.0, key: "\($0.0)", label: .data($0.1)) }, as: .list)
        self.named = named.map { (competence: $0.0, organisation: $0.1, name: $0.2) }
    }

    var title: Word { .authorities }
    var door: Door { .work }

    func body(_ html: inout Markup) {
        html.p(.authoritiesLead)
        if named.isEmpty { html.p(.authoritiesWillStandHere, .class("empty")) }
        html.ul { html in
            for entry in named {
                html.li { html in
                    html.say(entry.competence.word)
                    html.text(": ")
                    html.bdi { $0.text(entry.name) }
                    html.form(
                        post: CaseAddress.authorityEnd(entry.competence.rawValue, "\(entry.organisation)"), .class("inline")
                    ) { $0.submit(.noLongerCompetent, .class("quiet")) }
                }
            }
        }
        html.problems(filled)
        html.h2(.nameAuthority)
        html.form(post: CaseAddress.authorities) { html in
            html.field(Self.competence, filled)
            html.field(organisation, filled)
            html.submit(.nameAuthority)
        }
    }
}
