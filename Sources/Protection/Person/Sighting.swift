package import Access
package import Basics
package import Store

/// That somebody looked at a file or worked on it, as the person of the file may be told: which organisation, in which roles, for what,
/// on which day. Never who of the staff it was.
package struct Sighting: Sendable, Hashable {
    package let day: Day
    package let organisation: ID<Organisation>
    package let organisationName: String
    /// The names of the roles that whoever it was has, as `share/roles.yaml` calls them.
    package let roles: [String]
    package let what: What
    /// What they said that they needed it for; `nil` where the work itself is the purpose.
    package let purpose: String?

    /// What was done, as far as it concerns the person.
    package enum What: String, CaseIterable, Sendable, Hashable {
        case openedIdentity, openedInEmergency, read, worked
    }

    /// Who saw a file and the person of it, newest first, each day, organisation and purpose once.
    /// - Parameter zone: gives the day of a moment where the country is.
    package static func all(
        of file: ID<CaseFile>, _ person: ID<Person>, day zone: (Instant) -> Day, limit: Int = 5_000, in tx: any Transaction
    ) throws -> [Sighting] {
        let rows = try tx.rows(
            """
            SELECT a.at, a.account_id, a.organisation_id, o.name, a.deed, a.purpose, w.words FROM audit_row a
            JOIN organisation o ON o.id = a.organisation_id LEFT JOIN audit_purpose w ON w.row_id = a.id
            WHERE a.subject_id IN (\(file), \(person)) AND a.outcome = 'done' ORDER BY a.id DESC LIMIT \(limit)
            """
        ) { row in
            (
                zone(row.instant(0)), try row.optionalID(1, of: Account.self), try row.id(2, of: Organisation.self), row.text(3),
                row.text(4),
                ShownPurpose(row.optionalText(5), words: row.optionalText(6))?.words
            )
        }
        let accounts = Array(Set(rows.compactMap(\.1)))
        var roles: [ID<Account>: [String]] = [:]
        for account in accounts {
            roles[account] = try tx.rows("SELECT role FROM account_role WHERE account_id = \(account) ORDER BY role") { $0.text(0) }
        }
        var seen: Set<Sighting> = []
        return rows.compactMap { row in
            let sighting = Sighting(
                day: row.0, organisation: row.2, organisationName: row.3, roles: row.1.flatMap { roles[$0] } ?? [], what: What(deed: row.4),
                purpose: row.5 == Purpose.assigned.text ? nil : row.5
            )
            return seen.insert(sighting).inserted ? sighting : nil
        }
    }
}

extension Sighting.What {
    fileprivate init(deed: String) {
        switch Deed(rawValue: deed) {
        case .readIdentity: self = .openedIdentity
        case .breakGlass: self = .openedInEmergency
        case .readCase, .readExperience, .readCare, .readLegal, .readInterviews, .readCooperation, .readReturn, .readChildFile: self = .read
        default: self = .worked
        }
    }
}
