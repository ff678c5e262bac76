package import Basics
import Store

/// How to reach the holder of an account. Sealed in the database; shown to the holder and to administrators.
package struct Contact: Sendable, Hashable {
    package let email: String?
    package let telephone: String?

    /// - Throws: `AccountRefused.badEmail` or `.badTelephone`. Empty texts count as none.
    package init(email: String?, telephone: String?) throws(AccountRefused) {
        let email = (email ?? "").singleSpaced
        let telephone = (telephone ?? "").filter { !" -().".contains($0) }
        if !email.isEmpty {
            let parts = email.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !email.contains(" "), email.utf8.count <= 254
            else { throw .badEmail }
        }
        if !telephone.isEmpty {
            guard telephone.hasPrefix("+"), (7...15).contains(telephone.dropFirst().count),
                telephone.dropFirst().utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { throw .badTelephone }
        }
        self.email = email.isEmpty ? nil : email
        self.telephone = telephone.isEmpty ? nil : telephone
    }
}

extension Contact: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { sealedMark }
    package var debugDescription: String { sealedMark }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Contact data that was opened for a page.
package struct ShownContact: Sendable {
    package let email: Shown<String>?
    package let telephone: Shown<String>?
}

extension Accounts {
    /// The holder changes their own contact data, after a fresh sign-in.
    package func setOwnContact(_ contact: Contact, by actor: Actor) async throws {
        try await setContact(contact, of: actor.account, deed: .changeOwnSecrets, by: actor)
    }

    /// An administrator enters the contact data of somebody they invite.
    package func setContact(_ contact: Contact, of id: ID<Account>, by actor: Actor) async throws {
        try await setContact(contact, of: id, deed: .manageAccounts, by: actor)
    }

    private func setContact(_ contact: Contact, of id: ID<Account>, deed: Deed, by actor: Actor) async throws {
        // An erased account gets no new key.
        guard try await gate.database.read({ tx in try Self.find(id, in: tx)?.state }) != .erased else {
            throw AccountRefused.contactErased
        }
        // Sealed before the transaction: keys come from a store of their own.
        let email = try await sealed(contact.email, as: .email, of: id)
        let telephone = try await sealed(contact.telephone, as: .telephone, of: id)
        try await gate.change(deed, on: id, for: actor, detail: "contact changed") { tx, _ in
            guard try Self.find(id, in: tx)?.state != .erased else { throw AccountRefused.contactErased }
            try tx.run(
                """
                INSERT INTO account_contact (account_id, email, telephone, version) VALUES (\(id), \(email), \(telephone), 1)
                ON CONFLICT (account_id) DO UPDATE
                SET email = excluded.email, telephone = excluded.telephone, version = account_contact.version + 1
                """
            )
        }
    }

    /// Opens the contact data: one's own, or, for administrators, another's. The opening is audited.
    package func contact(of id: ID<Account>, for actor: Actor) async throws -> ShownContact {
        let deed: Deed = id == actor.account ? .viewOwnAccount : .manageAccounts
        let (permit, email, telephone) = try await gate.change(deed, on: id, for: actor, detail: "contact opened") { tx, permit in
            let sealed = try tx.row("SELECT email, telephone FROM account_contact WHERE account_id = \(id)") {
                ($0.optionalSealed(0, of: Account.self, as: String.self), $0.optionalSealed(1, of: Account.self, as: String.self))
            }
            return (permit, sealed?.0, sealed?.1)
        }
        return ShownContact(
            email: try await opened(email, as: .email, under: permit), telephone: try await opened(telephone, as: .telephone, under: permit)
        )
    }

    private func sealed(
        _ text: String?, as field: AccountVault.Field, of id: ID<Account>
    ) async throws -> Sealed<Account, String>? {
        guard let text else { return nil }
        return try await vault.seal(text, as: field, of: id)
    }

    private func opened(
        _ sealed: Sealed<Account, String>?, as field: AccountVault.Field, under permit: Permit<Account>
    ) async throws -> Shown<String>? {
        guard let sealed else { return nil }
        return try await vault.open(sealed, as: field, under: permit)
    }
}
