package import Access
package import Vocabulary
package import Web

/// What the pages of Administration stand on.
struct Room: Sendable {
    let reception: Reception
    let countries: Countries
    /// The address that browsers see, such as `https://concord.example.org`: for links that are handed over.
    let origin: String
    let today: TodayDesk
}

extension Routes {
    /// Sign-in, links, one's own account, organisations, accounts, roles, sessions, the audit, and the page where work begins.
    /// - Parameters:
    ///   - countries: to choose an organisation's country from.
    ///   - origin: the address that browsers see, for the links that an administrator hands over.
    ///   - today: what the other contexts bring to the page where work begins.
    package mutating func addAdministration(
        _ reception: Reception, countries: Countries, origin: String, today: TodayDesk = .empty
    ) {
        let room = Room(reception: reception, countries: countries, origin: origin, today: today)
        addSignIn(room)
        if reception.provider != nil { addProvider(room) }
        addLinks(room)
        addWork(room)
        addOwnAccount(room)
        addOrganisations(room)
        addAccounts(room)
        addRoles(room)
        addSessions(room)
        addAudit(room)
    }
}

/// What Administration has in the menu of the work door.
package enum AdministrationMenu {
    package static let entries: [Menu.Entry] = [
        Menu.Entry(.work, AdministrationAddress.work, at: [.work], needs: .account),
        Menu.Entry(
            .organisations, AdministrationAddress.organisations, at: [.work], needs: .deed(.manageOrganisations), in: .administration),
        Menu.Entry(.accounts, AdministrationAddress.accounts, at: [.work], needs: .deed(.manageAccounts), in: .administration),
        Menu.Entry(.roles, AdministrationAddress.roles, at: [.work], needs: .deed(.readRoles), in: .administration),
        Menu.Entry(.sessions, AdministrationAddress.sessions, at: [.work], needs: .deed(.endSessions), in: .administration),
        Menu.Entry(.auditTrail, AdministrationAddress.audit, at: [.work], needs: .deed(.readAudit), in: .administration),
        Menu.Entry(.myAccount, AdministrationAddress.ownAccount, at: [.work], needs: .account),
    ]
}
