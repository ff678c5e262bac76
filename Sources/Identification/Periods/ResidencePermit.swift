import Basics
import Protection
import Store
import Vocabulary

/// A residence permit: of which kind, asked for when, issued and ending when. Its number is sealed; its end is a clock.
enum ResidencePermit {
    static let kind = EntryKind(
        "residence-permit", .residencePermits, add: .addPermit, empty: .permitsWillStandHere, of: .legal, table: "residence_permit",
        columns: "kind, state, asked_on, issued_on, ends_on, renewal, number", listed: ["kind", "state", "ends_on"],
        fields: { profile, _ in
            [
                EntryField("kind", .permitKind, isRequired: true, .code(profile.permits.map { EntryField.Option($0.code, $0.name) })),
                EntryField("state", .permitState, isRequired: true, .code(EntryField.options(State.self) { $0.word })),
                EntryField("asked_on", .permitAskedOn, .day).happened(), EntryField("issued_on", .permitIssuedOn, .day).happened(),
                EntryField("ends_on", .permitEndsOn, why: .permitEndsOnWhy, .day),
                EntryField("renewal", .permitRenewal, .code(EntryField.options(Renewal.self) { $0.word })),
                EntryField("number", .permitNumber, .text(most: 60, lines: false)),
            ]
        },
        check: { values, _, _ in
            guard values["state"] == .code(State.issued.rawValue) else { return }
            guard case .date(let issued) = values["issued_on"] ?? .none, case .date(let ends) = values["ends_on"] ?? .none else {
                throw IdentificationRefused.permitEndNeeded
            }
            guard issued < ends else { throw IdentificationRefused.permitDays }
        },
        written: { written, tx in
            try CaseClock.stop(.residencePermit, in: written.file.id, subject: written.entry.bytes, as: .cancelled, at: written.at, tx: tx)
            guard !written.isWithdrawn, written.values["state"] == .code(State.issued.rawValue),
                case .date(let iso) = written.values["ends_on"] ?? .none, let end = Day(iso: iso),
                end >= written.profile.calendar.day(of: written.at)
            else { return }
            try CaseClock.start(
                .residencePermit, in: written.file.id, of: written.file.organisation, subject: written.entry.bytes, until: end,
                under: written.profile, at: written.at, tx: tx)
        }
    )

    enum State: String, CaseIterable, Sendable {
        case askedFor = "asked_for"
        case issued, refused, withdrawn
    }

    /// Whether it follows another one.
    enum Renewal: String, CaseIterable, Sendable {
        case first, renewed
        case renewalAsked = "renewal_asked"
    }
}
