import Basics
import Protection
import Store

/// What goes when a person is erased: every sealed text of returns, monitoring and claims. What is coded stays, to be counted.
enum ReintegrationErasure {
    static let step = ErasureStep("reintegration: texts") { tx, stone in
        guard stone.kind == Person.holderKind, let person = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "(SELECT id FROM case_file WHERE person_id = \(person))"
        try tx.run("UPDATE return_plan SET agreement_note = NULL, itinerary = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE return_option SET pro = NULL, con = NULL, own_view = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE return_risk SET note = NULL, mitigation = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE return_check SET note = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE removal SET authority_name = NULL, note = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE monitoring_report SET note = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE claim SET against = NULL, court = NULL, reference = NULL, limit_law = NULL WHERE case_id IN \(sql: files)")
        try tx.run("UPDATE claim_hearing SET note = NULL WHERE case_id IN \(sql: files)")
    }
}
