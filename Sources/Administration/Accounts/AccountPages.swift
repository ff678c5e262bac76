import Access
import Basics
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/accounts                             list                                    manageAccounts
    //  GET   /work/accounts/new                         an empty form                           manageAccounts
    //  POST  /work/accounts                             invite; shows the link once             manageAccounts
    //  GET   /work/accounts/{id}                        one of them                             manageAccounts
    mutating func addAccounts(_ room: Room) {
        let accounts = room.reception.accounts
        let need = Need.deed(.manageAccounts)

        get("/work/accounts", needs: need) { visit in
            let asked = ListRequest(visit.query, AccountsPage.shape(room.reception.roles))
            var search = Accounts.Search()
            search.text = asked.search ?? ""
            search.role = asked.filters["role"].flatMap(RoleName.init(rawValue:))
            search.state = asked.filters["state"].flatMap(Account.State.init(rawValue:))
            search.organisation = visit.query.filled("organisation").flatMap { ID<Organisation>($0) }
            search.after = asked.after?.values.first
            let lines = try await accounts.list(search, limit: ListRequest.fetchCount, for: visit.signedIn())
            return .page(AccountsPage(asked: asked, lines: lines, roles: room.reception.roles))
        }

        get("/work/accounts/new", needs: need) { visit in
            .page(InvitePage(form: try await Self.form(room, for: visit.signedIn())))
        }

        post("/work/accounts", needs: need) { visit in
            let actor = try visit.signedIn()
            let form = try await Self.form(room, for: actor)
            var reading = FormReading(visit.form)
            let invitation = form.readInvitation(&reading)
            let contact = AccountForm.readContact(&reading)
            if let invitation, let contact {
                do {
                    let (id, link) = try await accounts.invite(invitation, by: actor)
                    if contact.email != nil || contact.telephone != nil { try await accounts.setContact(contact, of: id, by: actor) }
                    return .page(LinkPage(link: link, account: id, purpose: .invitation, origin: room.origin))
                } catch let refused as AccountRefused where refused == .signInNameTaken || refused == .badSignInName {
                    reading.refuse(AccountForm.signInName, because: refused.words)
                }
            }
            return .page(InvitePage(filled: reading.filled, form: form), status: .unprocessable)
        }

        get("/work/accounts/{id}", needs: need) { visit in
            guard let line = try await accounts.find(visit.id("id"), for: visit.signedIn()) else { return .notFound }
            let form = try await Self.form(room, for: visit.signedIn())
            return .page(AccountPage(line, form: form, for: try visit.signedIn(), roles: room.reception.roles))
        }

        addAccountChanges(room)
    }

    //  POST  /work/accounts/{id}/roles                  replace the roles                       manageAccounts
    //  POST  /work/accounts/{id}/link                   a new link, shown once                  manageAccounts
    //  POST  /work/accounts/{id}/suspension             can't sign in any more                  manageAccounts
    //  POST  /work/accounts/{id}/resumption             can again                               manageAccounts
    //  POST  /work/accounts/{id}/sessions-end           ends all sessions                       endSessions
    //  POST  /work/accounts/{id}/second-factor-removal  for a lost telephone                    manageAccounts
    //  POST  /work/accounts/{id}/contact                opens the contact data; audited         manageAccounts
    //  POST  /work/accounts/{id}/erasure                destroys what identifies the person     manageAccounts
    private mutating func addAccountChanges(_ room: Room) {
        let accounts = room.reception.accounts
        let need = Need.deed(.manageAccounts)

        post("/work/accounts/{id}/roles", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            let names = reading.read(try await Self.form(room, for: actor).roles) ?? []
            guard reading.isSound else { throw AccountRefused.unknownRole }
            try await accounts.setRoles(names, of: id, version: visit.form.fields["version"].flatMap(Int.init) ?? 0, by: actor)
            return .see(AdministrationAddress.account(id))
        }

        post("/work/accounts/{id}/link", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            let state = try await accounts.find(id, for: visit.signedIn())?.account.state
            let link = try await accounts.newLink(for: id, by: visit.signedIn())
            return .page(LinkPage(link: link, account: id, purpose: state == .invited ? .invitation : .newPassword, origin: room.origin))
        }

        post("/work/accounts/{id}/suspension", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            try await accounts.suspend(id, by: visit.signedIn())
            return .see(AdministrationAddress.account(id))
        }

        post("/work/accounts/{id}/resumption", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            try await accounts.resume(id, by: visit.signedIn())
            return .see(AdministrationAddress.account(id))
        }

        post("/work/accounts/{id}/sessions-end", needs: .deed(.endSessions)) { visit in
            let id = try visit.id("id", of: Account.self)
            try await accounts.endSessions(of: id, by: visit.signedIn())
            return .see(AdministrationAddress.account(id))
        }

        post("/work/accounts/{id}/second-factor-removal", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            try await accounts.removeSecondFactor(of: id, by: visit.signedIn())
            return .see(AdministrationAddress.account(id))
        }

        post("/work/accounts/{id}/contact", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            let contact = try await accounts.contact(of: id, for: visit.signedIn())
            guard let line = try await accounts.find(id, for: visit.signedIn()) else { return .notFound }
            return .page(OpenedContactPage(account: line.account, contact: contact))
        }

        post("/work/accounts/{id}/erasure", needs: need) { visit in
            let id = try visit.id("id", of: Account.self)
            var reading = FormReading(visit.form)
            guard reading.read(AccountForm.eraseSure) == true else {
                guard let line = try await accounts.find(id, for: visit.signedIn()) else { return .notFound }
                let form = try await Self.form(room, for: visit.signedIn())
                return .page(
                    AccountPage(
                        line, form: form, for: try visit.signedIn(), roles: room.reception.roles, filled: reading.filled
                    ),
                    status: .unprocessable
                )
            }
            let receipt = try await accounts.erase(id, by: visit.signedIn())
            return .page(ErasedPage(completeOn: receipt.completeOn))
        }
    }

    private static func form(_ room: Room, for actor: Actor) async throws -> AccountForm {
        AccountForm(
            // Enough for a choice; an administrator of more invites from the page of the organisation.
            organisations: try await room.reception.organisations.list(limit: 2_000, for: actor),
            roles: room.reception.roles.roles(givenBy: actor)
        )
    }
}
