import Access
import Basics
import Vocabulary
import Web

/// The questions about an organisation. The list of countries is in the reader's order.
struct OrganisationForm {
    static let name = TextField("name", .organisationName, length: 1...200, purpose: .organisationName)
    static let kind = ChoiceField("kind", .organisationKind, Organisation.Kind.allCases, as: .list) { $0.word }
    let country: ChoiceField<String>

    init(_ countries: Countries, in language: Language) {
        country = ChoiceField(
            "country", .organisationCountry, why: .organisationCountryWhy, isRequired: false,
            choices: countries.sorted(in: language).map { Choice($0.code.alpha3, key: $0.code.alpha3, label: $0.name) }, as: .list
        )
    }

    func read(_ reading: inout FormReading) -> Organisations.Draft? {
        let name = reading.read(Self.name)
        let kind = reading.read(Self.kind)
        let country = reading.read(self.country)
        guard reading.isSound, let name, let kind else { return nil }
        return Organisations.Draft(kind: kind, name: name, country: country)
    }

    func filled(with organisation: Organisation) -> Filled {
        var filled = Filled()
        filled.fill(Self.name, with: organisation.name)
        filled.fill(Self.kind, with: organisation.kind)
        filled.fill(country, with: organisation.country)
        return filled
    }
}

extension Routes {
    //  GET   /work/organisations                  list                     manageOrganisations
    //  GET   /work/organisations/new              an empty form            manageOrganisations
    //  POST  /work/organisations                  add one                  manageOrganisations
    //  GET   /work/organisations/{id}             one of them              manageOrganisations
    //  POST  /work/organisations/{id}             change it                manageOrganisations
    //  POST  /work/organisations/{id}/closure     nobody of it signs in    manageOrganisations
    //  POST  /work/organisations/{id}/reopening   they do again            manageOrganisations
    mutating func addOrganisations(_ room: Room) {
        let organisations = room.reception.organisations
        let need = Need.deed(.manageOrganisations)

        get("/work/organisations", needs: need) { visit in
            let asked = ListRequest(visit.query, OrganisationsPage.shape)
            let lines = try await organisations.list(
                holding: asked.search ?? "", kind: asked.filters["kind"].flatMap(Organisation.Kind.init(rawValue:)),
                after: asked.after?.values.first, limit: ListRequest.fetchCount, for: visit.signedIn()
            )
            return .page(OrganisationsPage(asked: asked, lines: lines, countries: room.countries))
        }

        get("/work/organisations/new", needs: need) { visit in
            .page(NewOrganisationPage(form: OrganisationForm(room.countries, in: visit.language)))
        }

        post("/work/organisations", needs: need) { visit in
            let form = OrganisationForm(room.countries, in: visit.language)
            var reading = FormReading(visit.form)
            if let draft = form.read(&reading) {
                do {
                    return .see(AdministrationAddress.organisation(try await organisations.add(draft, by: visit.signedIn())))
                } catch AccountRefused.organisationNameTaken {
                    reading.refuse(OrganisationForm.name, because: AccountRefused.organisationNameTaken.words)
                }
            }
            return .page(NewOrganisationPage(filled: reading.filled, form: form), status: .unprocessable)
        }

        get("/work/organisations/{id}", needs: need) { visit in
            guard let organisation = try await organisations.find(visit.id("id"), for: visit.signedIn()) else { return .notFound }
            let form = OrganisationForm(room.countries, in: visit.language)
            return .page(OrganisationPage(organisation: organisation, filled: form.filled(with: organisation), form: form))
        }

        post("/work/organisations/{id}", needs: need) { visit in
            let id = try visit.id("id", of: Organisation.self)
            guard let organisation = try await organisations.find(id, for: visit.signedIn()) else { return .notFound }
            let form = OrganisationForm(room.countries, in: visit.language)
            var reading = FormReading(visit.form)
            if let draft = form.read(&reading) {
                do {
                    let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
                    try await organisations.change(id, to: draft, version: version, by: visit.signedIn())
                    return .see(AdministrationAddress.organisation(id))
                } catch AccountRefused.organisationNameTaken {
                    reading.refuse(OrganisationForm.name, because: AccountRefused.organisationNameTaken.words)
                }
            }
            return .page(OrganisationPage(organisation: organisation, filled: reading.filled, form: form), status: .unprocessable)
        }

        post("/work/organisations/{id}/closure", needs: need) { visit in
            let id = try visit.id("id", of: Organisation.self)
            try await organisations.close(id, by: visit.signedIn())
            return .see(AdministrationAddress.organisation(id))
        }

        post("/work/organisations/{id}/reopening", needs: need) { visit in
            let id = try visit.id("id", of: Organisation.self)
            try await organisations.reopen(id, by: visit.signedIn())
            return .see(AdministrationAddress.organisation(id))
        }
    }
}
