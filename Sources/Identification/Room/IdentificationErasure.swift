import Basics
import Protection
import Store

/// What goes from the tables of Identification when a person is erased; the coded decisions stay.
enum IdentificationErasure {
    static let step = ErasureStep("identification: person") { tx, stone in
        guard stone.kind == Person.holderKind, let id = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "case_id IN (SELECT id FROM case_file WHERE person_id = \(id))"
        try tx.run(
            """
            UPDATE identification_decision SET reasons = NULL, note_act = NULL, note_means = NULL, note_purpose = NULL
            WHERE \(sql: files)
            """
        )
        try tx.run("UPDATE identification_confirmation SET reasons = NULL WHERE \(sql: files)")
        try tx.run("UPDATE identification_working SET note = NULL WHERE \(sql: files)")
        try tx.run("UPDATE identification_review SET note = NULL, late_reason = NULL WHERE \(sql: files)")
        try tx.run("UPDATE identification_appeal SET court = NULL, outcome_note = NULL WHERE \(sql: files)")
        try tx.run("UPDATE punishment_alert SET note = NULL WHERE \(sql: files)")
        try tx.run("UPDATE residence_permit SET number = NULL WHERE \(sql: files)")
        try Cooperation.erase(id, in: tx)
    }
}
