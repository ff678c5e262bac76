import Basics
import Protection
import Store

/// What must go from the tables of this room when a person is erased: whatever is sealed. The coded record stays.
enum CaseWorkErasure {
    static let step = ErasureStep("casework: sealed texts and attachments") { tx, stone in
        guard stone.kind == Person.holderKind, let id = ID<Person>(bytes: stone.holder) else { return }
        let files: SQL = "SELECT id FROM case_file WHERE person_id = \(id)"
        let statements: [SQL] = [
            "UPDATE experience SET place = NULL, narrative = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE recruitment SET promise_detail = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE route_leg SET border_point = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE person_involved SET identity = NULL, place = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE origins SET birth_place = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE particulars SET note = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE dependant SET name = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE health_entry SET note = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE safety_plan SET threat_detail = NULL, trusted = NULL, code_word = NULL, safe_places = NULL, avoid = NULL, steps = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE goal SET words = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE own_view SET words = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE contact_attempt SET note = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE crime_reference SET reference = NULL, authority = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE hearing SET court = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE legal_aid SET lawyer = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE assessment SET note = NULL WHERE case_id IN (\(sql: files))",
            "UPDATE interview SET place = NULL, account = NULL, evaluation = NULL WHERE case_id IN (\(sql: files))",
            "DELETE FROM attachment_part WHERE attachment_id IN (SELECT id FROM attachment WHERE case_id IN (\(sql: files)))",
            "UPDATE attachment SET name = NULL, origin = NULL WHERE case_id IN (\(sql: files))",
        ]
        for statement in statements { try tx.run(statement) }
    }
}
