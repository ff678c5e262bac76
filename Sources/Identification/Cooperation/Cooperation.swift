import Basics
import Protection
import Store
import Vocabulary

/// What a person wishes about the police: recorded apart, seen by few, and read by nothing else. No service, period, permit or stage
/// knows this table (Trafficking Protocol, article 6; Recommended Principles and Guidelines, principle 8). A test looks for its name in
/// all of the program and finds it in this file alone.
enum Cooperation {
    static let kind = EntryKind(
        "cooperation", .cooperation, add: .recordCooperation, empty: .cooperationWillStandHere, of: .cooperation,
        table: "person_cooperation",
        columns: "wish, with_whom, asked_on, asked_by, note", listed: ["wish", "asked_on"],
        fields: { _, _ in
            [
                EntryField(
                    "wish", .cooperationWish, why: .cooperationWishWhy, isRequired: true, .code(EntryField.options(Wish.self) { $0.word })),
                EntryField("with_whom", .cooperationWith, .codes(EntryField.options(Counterpart.self) { $0.word })),
                EntryField("asked_on", .askedOn, isRequired: true, .day).happened(),
                EntryField("asked_by", .askedBy, isRequired: true, .code(EntryField.options(Asker.self) { $0.word })),
                EntryField("note", .noteOfPerson, .text(most: 2_000, lines: true)),
            ]
        }
    )

    enum Wish: String, CaseIterable, Sendable { case yes, no, undecided, later }
    enum Counterpart: String, CaseIterable, Sendable { case police, prosecutor, court }
    enum Asker: String, CaseIterable, Sendable {
        case caseWorker = "case_worker"
        case lawyer, guardian, police, prosecutor
    }

    static let table: StaticString = """
        CREATE TABLE person_cooperation (
            id BLOB PRIMARY KEY,
            entry_id BLOB NOT NULL,
            case_id BLOB NOT NULL REFERENCES case_file (id),
            version INTEGER NOT NULL,
            added_by BLOB NOT NULL REFERENCES account (id),
            added_at INTEGER NOT NULL,
            replaced_at INTEGER,
            is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn = 0 OR is_withdrawn = 1),
            wish TEXT,
            with_whom TEXT,
            asked_on TEXT,
            asked_by TEXT,
            note BLOB,
            UNIQUE (entry_id, version)
        ) STRICT
        """
    static let index: StaticString = "CREATE INDEX person_cooperation_by_case ON person_cooperation (case_id, replaced_at)"

    static func erase(_ person: ID<Person>, in tx: any Transaction) throws {
        try tx.run("UPDATE person_cooperation SET note = NULL WHERE case_id IN (SELECT id FROM case_file WHERE person_id = \(person))")
    }
}
