package import Basics
package import Store

/// Everything that Access offers, built once at start and handed to the pages.
package struct Reception: Sendable {
    package let gate: Gate
    package let roles: RoleBook
    package let organisations: Organisations
    package let accounts: Accounts
    package let sessions: Sessions
    package let tokens: APITokens
    package let signIn: SignIn
    package let audit: AuditTrail
    package let sealer: AuditSealer
    package let inbox: Inbox
    package let jobs: Jobs
    /// Somebody else who can say who a person is, if one is configured.
    package let provider: (any IdentityProvider)?

    /// - Parameters:
    ///   - vault: where contact data and the secrets of second factors are sealed.
    ///   - derivation: how passwords become keys; its cost is a setting.
    ///   - head: where the copy of the audit's newest seal is kept; `nil` keeps none.
    ///   - jobs: of all contexts; those of Access come along by themselves.
    package init(
        database: any Database, clock: WallClock, roles: RoleBook, rules: PasswordRules, vault: AccountVault, derivation: KeyDerivation,
        head: AuditHeadFile?, provider: (any IdentityProvider)? = nil, providerCountsAsSecondFactor: Bool = false,
        nodeName: String = "Concord", jobs: [Job] = []
    ) {
        gate = Gate(database: database, clock: clock)
        self.roles = roles
        organisations = Organisations(gate: gate)
        accounts = Accounts(gate: gate, roles: roles, vault: vault)
        sessions = Sessions(gate: gate, roles: roles)
        tokens = APITokens(gate: gate, roles: roles)
        signIn = SignIn(
            gate: gate, roles: roles, vault: vault, derivation: derivation, rules: rules,
            providerCountsAsSecondFactor: providerCountsAsSecondFactor, nodeName: nodeName
        )
        audit = AuditTrail(gate: gate, head: head)
        sealer = AuditSealer(database: database, head: head)
        inbox = Inbox(gate: gate)
        self.jobs = Jobs(AccessJobs.all + jobs, database: database, clock: clock)
        self.provider = provider
    }
}
