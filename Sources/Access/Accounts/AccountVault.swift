package import Basics
package import Store

/// Seals what identifies an account's holder, with a key of that account alone, and destroys the key.
package struct AccountVault: Sendable {
    let vault: Vault
    let erasure: Erasure
    let clock: WallClock

    /// - Parameter erasure: must run `AccountErasure.step`, as a restore must.
    package init(vault: Vault, erasure: Erasure, clock: WallClock) {
        self.vault = vault
        self.erasure = erasure
        self.clock = clock
    }

    /// The sealed fields of an account.
    enum Field: String, Sendable { case email, telephone, secondFactor }

    /// Encrypts a value for one field of one account.
    func seal<Value>(_ value: Value, as field: Field, of account: ID<Account>) async throws -> Sealed<Account, Value> {
        try await vault.makeKey(for: account, at: clock.now()).seal(value, in: field.place(of: account))
    }

    /// Decrypts a field for the page of somebody who went through the gate for this very account.
    func open<Value>(
        _ sealed: Sealed<Account, Value>, as field: Field, under permit: Permit<Account>
    ) async throws -> Shown<Value> {
        guard let id = permit.id else { throw VaultRefused.tampered }
        return Shown(try await vault.key(for: id).unseal(sealed, in: field.place(of: id)))
    }

    /// Decrypts the secret of the app that makes codes, to check one; it never reaches a page after it was set up.
    func openFactor(_ sealed: Sealed<Account, [UInt8]>, of account: ID<Account>) async throws -> [UInt8] {
        try await vault.key(for: account).unseal(sealed, in: Field.secondFactor.place(of: account))
    }

    /// Destroys the account's key and what was sealed with it, and puts it on the list that a restore obeys.
    func erase(_ account: ID<Account>) async throws -> ErasureReceipt { try await erasure.erase(account, at: clock.now()) }
}

extension AccountVault.Field {
    fileprivate func place(of account: ID<Account>) -> SealPlace {
        switch self {
        case .email: SealPlace("account_contact", account, "email")
        case .telephone: SealPlace("account_contact", account, "telephone")
        case .secondFactor: SealPlace("second_factor", account, "secret")
        }
    }
}

extension Account: KeyHolder {
    package static let holderKind = "account"
}

/// Something that was sealed, opened under a permit: the only form in which a page gets it. It doesn't print itself by accident.
package struct Shown<Value: Sendable>: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// For the page, and nothing else.
    package let value: Value

    fileprivate init(_ value: Value) { self.value = value }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Shown {
    /// Opens what is sealed for any other kind of holder, under a permit for that very holder.
    package init<Holder, Stored>(
        _ sealed: Sealed<Holder, Stored>, in place: SealPlace, with key: HolderKey<Holder>, under permit: Permit<Holder>,
        reading: (Stored) throws -> Value
    ) throws {
        guard permit.id == key.holder else { throw VaultRefused.tampered }
        self.init(try reading(try key.unseal(sealed, in: place)))
    }
}

/// What must go from the tables when an account's holder is erased: at once, and again after a restore from an older backup.
package enum AccountErasure {
    package static let step = ErasureStep("account") { tx, stone in
        guard stone.kind == Account.holderKind, let id = ID<Account>(bytes: stone.holder) else { return }
        try clear(id, at: stone.at, in: tx)
    }

    static func clear(_ id: ID<Account>, at now: Instant, in tx: any Transaction) throws {
        try tx.run(
            """
            UPDATE account SET state = 'erased', sign_in_name = \("erased-\(id)"), display_name = '—', search = '', language = NULL,
                version = version + 1
            WHERE id = \(id) AND state <> 'erased'
            """
        )
        try Sessions.endAll(of: id, at: now, in: tx)
        try tx.run("DELETE FROM api_token WHERE account_id = \(id)")
        try tx.run("DELETE FROM api_answer WHERE account_id = \(id)")
        try tx.run("DELETE FROM account_role WHERE account_id = \(id)")
        try tx.run("DELETE FROM account_password WHERE account_id = \(id)")
        try tx.run("DELETE FROM second_factor WHERE account_id = \(id)")
        try tx.run("DELETE FROM recovery_code WHERE account_id = \(id)")
        try tx.run("DELETE FROM provider_identity WHERE account_id = \(id)")
        try tx.run("DELETE FROM sign_in_step WHERE account_id = \(id)")
        try tx.run("DELETE FROM sign_in_network WHERE account_id = \(id)")
        try tx.run("DELETE FROM one_time_link WHERE account_id = \(id)")
        try tx.run("DELETE FROM account_contact WHERE account_id = \(id)")
        try tx.run("DELETE FROM notice_read WHERE account_id = \(id) OR notice_id IN (SELECT id FROM notice WHERE account_id = \(id))")
        try tx.run("DELETE FROM notice_kept_from WHERE notice_id IN (SELECT id FROM notice WHERE account_id = \(id))")
        try tx.run("DELETE FROM notice WHERE account_id = \(id)")
    }
}
