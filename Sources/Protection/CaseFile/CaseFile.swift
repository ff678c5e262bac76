package import Access
package import Basics
package import Store

/// One person's file with the organisation that keeps it. It holds no identity: the person behind it is opened apart.
package enum CaseFile {}

extension CaseFile: Held {
    /// Who works on a file, when it ends, who is kept from it and what its person is told: for whoever keeps it to say.
    private static let keepersDeeds: Set<Deed> = [.superviseCases, .closeCases, .erasePeople, .barPeople, .answerSubjects, .reviewGlass]

    package static func isForKeeper(_ deed: Deed) -> Bool { keepersDeeds.contains(deed) }

    package static func holding(of id: ID<CaseFile>, in tx: any Transaction) throws -> Holding? {
        let found = try tx.row("SELECT organisation_id, raised_by, assigned_to, deputy FROM case_file WHERE id = \(id)") { row in
            (
                try row.id(0, of: Organisation.self), try row.id(1, of: Account.self), try row.optionalID(2, of: Account.self),
                try row.optionalID(3, of: Account.self)
            )
        }
        guard let (organisation, raiser, worker, deputy) = found else { return nil }
        let shared = try tx.rows("SELECT organisation_id FROM case_share WHERE case_id = \(id) AND closed_at IS NULL AND seat <> 'keeper'")
        {
            try $0.id(0, of: Organisation.self)
        }
        let members = try tx.rows("SELECT account_id FROM case_member WHERE case_id = \(id) AND ended_at IS NULL") {
            try $0.id(0, of: Account.self)
        }
        return Holding(
            organisation: organisation, owner: raiser, assigned: Set([worker, deputy].compactMap { $0 } + members), sharedWith: Set(shared),
            barred: try Barred.from(id, in: tx)
        )
    }
}

extension Barred {
    /// Who must not see a file now.
    package static func from(_ file: ID<CaseFile>, in tx: any Transaction) throws -> Barred {
        let bars = try tx.rows("SELECT account_id, organisation_id FROM case_bar WHERE case_id = \(file) AND lifted_at IS NULL") {
            (try $0.optionalID(0, of: Account.self), try $0.optionalID(1, of: Organisation.self))
        }
        return Barred(accounts: Set(bars.compactMap(\.0)), organisations: Set(bars.compactMap(\.1)))
    }
}

/// Whether somebody is protected as an adult, as a child, or as a child until their age is known.
package enum ProtectionPath: String, CaseIterable, Sendable, Hashable, Codable, SQLBindable {
    case adult, child
    /// The age is not known, and they may be under 18: protected as a child until it is.
    case unsure

    /// Under 18, or to be treated so.
    package var protectsAsChild: Bool { self != .adult }
}

/// What stands at the top of a case file and in lists: coded, no identity.
package struct CaseSummary: Sendable, Hashable {
    package let id: ID<CaseFile>
    /// `K7F3-92QM`: random, so that it tells nothing of how many there are.
    package let code: String
    /// What the worker calls it; never a name.
    package let label: String
    package let person: ID<Person>
    /// Who keeps the file.
    package let organisation: ID<Organisation>
    package let raisedBy: ID<Account>
    package let assignedTo: ID<Account>?
    package let deputy: ID<Account>?
    package let path: ProtectionPath
    package let stage: IdentificationStage
    package let setting: Setting
    package let isUrgent: Bool
    /// The hash of the profile version that it was opened under.
    package let profile: String
    package let openedAt: Instant
    package let stageSince: Instant
    /// The day of its next deadline; `nil` when nothing is due.
    package let nextDue: Day?
    package let closedAt: Instant?
    package let closureReason: String?
    package let version: Int

    package var isOpen: Bool { closedAt == nil }

    /// The ledger tells whom the person trusts with what. It is for whoever keeps the file, and for the authority that protects a child.
    package func isLedgerOpen(to actor: Actor, in tx: any Transaction) throws -> Bool {
        if organisation == actor.organisation { return true }
        return try path.protectsAsChild && Competence.childProtection.isOf(actor.organisation, in: tx)
    }
}

/// What somebody sees of a case file: its summary, and the parts that their role and their share let them see.
package struct CaseView: Sendable {
    package let actor: Actor
    package let summary: CaseSummary
    package let profile: CountryProfile
    /// What may be shown. A part that is not here is not read, so it can't be in the answer.
    package let parts: Set<CasePart>
    /// What may be written.
    package let writable: Set<CasePart>
    /// Fields of these parts that a share leaves out; nothing of them is read.
    package let hidden: HiddenFields
    /// Proof that this very file was opened for this very person.
    package let permit: Permit<CaseFile>
    /// Whether the file is here for a service alone: its organisation neither keeps it nor has a seat of its own in it.
    package let isRecipient: Bool

    /// The same view as somebody would have it who is given these parts alone, without these fields: for a look before it is shared.
    package func narrowed(to given: Set<CasePart>, without fields: HiddenFields) -> CaseView {
        CaseView(
            actor: actor, summary: summary, profile: profile, parts: parts.intersection(given), writable: [],
            hidden: HiddenFields(hidden.names.union(fields.names)), permit: permit, isRecipient: isRecipient
        )
    }

    /// Whether whoever looks belongs to the authority that decides for a child without a guardian.
    package func mayDecideForChild(in tx: any Transaction) throws -> Bool {
        guard summary.path.protectsAsChild, try Competence.childProtection.isOf(actor.organisation, in: tx) else { return false }
        return try !CaseMember.hasGuardian(summary.id, in: tx)
    }

    /// Whether a deed of whoever looks reaches this very file, so that a form for it leads somewhere.
    package func reaches(_ deed: Deed, in tx: any Transaction) throws -> Bool {
        guard may(deed), !deed.needsSecondFactor || actor.hasSecondFactor else { return false }
        return try tx.exists("SELECT 1 FROM case_file c WHERE c.id = \(summary.id) AND \(sql: .reached(with: deed, by: actor))")
    }

    /// Whether whoever looks may read with whom the person shares what: who keeps the file, the authority that protects a child, and the
    /// child's guardian. Nobody else, whatever their role.
    package func readsLedger(in tx: any Transaction) throws -> Bool {
        if try summary.isLedgerOpen(to: actor, in: tx) { return true }
        return try tx.exists(
            """
            SELECT 1 FROM case_member WHERE case_id = \(summary.id) AND account_id = \(actor.account) AND capacity = 'guardian'
                AND ended_at IS NULL
            """
        )
    }

    /// Why somebody sees less of a file than their work on their own files shows them; `nil` where their role gives them no more.
    package enum Standing: Sendable { case colleagues, others }

    /// How the file stands to whoever looks, where the parts of their work are shut to them.
    package var standing: Standing? {
        // Who may open the name in files of their own would be surprised to find it shut in this one.
        guard actor.may(.readIdentity), !parts.contains(.identity) else { return nil }
        return summary.organisation == actor.organisation ? .colleagues : .others
    }

    package func shows(_ part: CasePart) -> Bool { parts.contains(part) }
    /// Whether attachments of a part are shown: only where nothing that they may say is hidden.
    package func showsPapers(_ part: CasePart) -> Bool { shows(part) && !hidden.hidesPapers(of: part) }
    package func mayWrite(_ part: CasePart) -> Bool { summary.isOpen && writable.contains(part) }
    /// Whether the person has this deed at all and the file is open. Whether it reaches the file is for the gate.
    package func may(_ deed: Deed) -> Bool { summary.isOpen && actor.may(deed) }
}
