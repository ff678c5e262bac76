import Access
import Basics
package import Store

/// What must go from the tables of Protection itself when a person is erased: at once, and again after a restore from an older
/// backup. The coded record stays, under a case that names nobody.
package enum PersonErasure {
    package static let step = ErasureStep("protection: person") { tx, stone in
        guard stone.kind == Person.holderKind, let id = ID<Person>(bytes: stone.holder) else { return }
        try tx.run(
            "UPDATE person SET identity = NULL, erased_at = \(stone.at), version = version + 1 WHERE id = \(id) AND erased_at IS NULL")
        try tx.run("UPDATE person SET identity = NULL WHERE id = \(id)")
        try BlindIndex.leaveMatchingQueue(id, in: tx)
        try tx.run("UPDATE case_file SET label = '—' WHERE person_id = \(id)")
        try tx.run("UPDATE extra_field_value SET sealed = NULL WHERE case_id IN (SELECT id FROM case_file WHERE person_id = \(id))")
        let files = try tx.rows("SELECT id FROM case_file WHERE person_id = \(id)") { $0.bytes(0) }
        try StatedPurpose.forget(about: [stone.holder] + files, in: tx)
        try tx.run("UPDATE consent SET note = NULL WHERE case_id IN (SELECT id FROM case_file WHERE person_id = \(id))")
    }
}
