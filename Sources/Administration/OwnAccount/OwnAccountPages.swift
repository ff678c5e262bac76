import Access
import Basics
import Vocabulary
import Web

enum OwnAccountFields {
    static let firstCode = TextField("code", .firstCode, length: 6...10, purpose: .oneTimeCode)
}

extension Routes {
    //  GET   /work/account                               who I am here                                  viewOwnAccount
    //  POST  /work/account/password                      change it                                      changeOwnSecrets, fresh
    //  GET   /work/account/contact                       see it; audited                                viewOwnAccount
    //  POST  /work/account/contact                       change it                                      changeOwnSecrets, fresh
    //  POST  /work/account/second-factor                 begin                                          changeOwnSecrets, fresh
    //  GET   /work/account/second-factor                 the key, while it is not confirmed             changeOwnSecrets, fresh
    //  POST  /work/account/second-factor/confirmation    the first code; shows recovery codes once      changeOwnSecrets, fresh
    //  POST  /work/account/recovery-codes                new ones, shown once                           changeOwnSecrets, fresh
    //  …     /work/account/tokens…                       see TokenPages
    //  POST  /work/account/provider/removal              end the link to the provider                   changeOwnSecrets, fresh
    mutating func addOwnAccount(_ room: Room) {
        let signIn = room.reception.signIn
        let home = AdministrationAddress.ownAccount

        get("/work/account", needs: .deed(.viewOwnAccount)) { visit in
            .page(try await OwnAccountPage.load(room, for: visit.signedIn()))
        }

        post("/work/account/password", needs: .deed(.changeOwnSecrets)) { visit in
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            let password = reading.newPassword()
            return try await freshly(visit, back: home) {
                if let password {
                    do {
                        let session = try await signIn.changePassword(to: password, by: actor, network: visit.network)
                        return .see(home).startingSession(session.text)
                    } catch let refused as PasswordRefused {
                        reading.refuse(SignInFields.newPassword, because: refused.words)
                    }
                }
                var page = try await OwnAccountPage.load(room, for: actor)
                page.filled = reading.filled
                return .page(page, status: .unprocessable)
            }
        }

        get("/work/account/contact", needs: .deed(.viewOwnAccount)) { visit in
            let actor = try visit.signedIn()
            return .page(OwnContactPage(contact: try await room.reception.accounts.contact(of: actor.account, for: actor)))
        }

        post("/work/account/contact", needs: .deed(.changeOwnSecrets)) { visit in
            var reading = FormReading(visit.form)
            let contact = AccountForm.readContact(&reading)
            let filled = reading.filled
            return try await freshly(visit, back: AdministrationAddress.ownContact) {
                guard let contact else { return .page(OwnContactPage(filled: filled), status: .unprocessable) }
                try await room.reception.accounts.setOwnContact(contact, by: visit.signedIn())
                return .see(home)
            }
        }

        addOwnSecondFactor(room)
        addOwnTokens(room)
    }

    private mutating func addOwnSecondFactor(_ room: Room) {
        let signIn = room.reception.signIn
        let home = AdministrationAddress.ownAccount
        let need = Need.deed(.changeOwnSecrets)

        post("/work/account/second-factor", needs: need) { visit in
            try await freshly(visit, back: home) {
                try await signIn.beginSecondFactor(by: visit.signedIn())
                return .see(AdministrationAddress.ownSecondFactor)
            }
        }

        get("/work/account/second-factor", needs: need) { visit in
            try await freshly(visit, back: AdministrationAddress.ownSecondFactor) {
                guard let setup = try await signIn.pendingSecondFactor(of: visit.signedIn()) else { return .see(home) }
                return .page(AppPage(setup: setup))
            }
        }

        post("/work/account/second-factor/confirmation", needs: need) { visit in
            let actor = try visit.signedIn()
            var reading = FormReading(visit.form)
            let code = reading.read(OwnAccountFields.firstCode)
            return try await freshly(visit, back: AdministrationAddress.ownSecondFactor) {
                if let code {
                    do {
                        let done = try await signIn.confirmSecondFactor(code: code, by: actor, network: visit.network)
                        return Answer.page(CodesPage(codes: done.codes)).startingSession(done.session.text)
                    } catch AccountRefused.wrongCode {
                        reading.refuse(OwnAccountFields.firstCode, because: AccountRefused.wrongCode.words)
                    }
                }
                guard let setup = try await signIn.pendingSecondFactor(of: actor) else { return .see(home) }
                return .page(AppPage(filled: reading.filled, setup: setup), status: .unprocessable)
            }
        }

        post("/work/account/recovery-codes", needs: need) { visit in
            try await freshly(visit, back: home) {
                .page(CodesPage(codes: try await signIn.renewRecoveryCodes(by: visit.signedIn())))
            }
        }

        guard room.reception.provider != nil else { return }
        post("/work/account/provider/removal", needs: need) { visit in
            try await freshly(visit, back: home) {
                try await signIn.unlinkProvider(by: visit.signedIn())
                return .see(home)
            }
        }
    }
}
