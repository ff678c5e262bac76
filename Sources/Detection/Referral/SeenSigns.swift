import Access
import Basics
import Protection
import Store

/// What was seen, heard or asked: coded answers beside a referral. A later answer to the same question counts, the earlier stays.
struct SeenSigns: Sendable {
    enum Sort: String, Sendable, SQLBindable { case sign, danger }

    struct Answer: Sendable {
        let sort: String
        let code: String
        let answer: SignAnswer
        let at: Instant
    }

    static func write(
        _ answers: [(code: String, answer: SignAnswer)], _ sort: Sort, in file: ID<CaseFile>, of referral: ID<Referral>, by actor: Actor,
        at now: Instant, tx: any Transaction
    ) throws {
        for (code, answer) in answers {
            try tx.run(
                """
                INSERT INTO referral_indicator (id, case_id, referral_id, sort, indicator, answer, added_by, added_at)
                VALUES (\(ID<SeenSignRow>.new(at: now)), \(file), \(referral), \(sort), \(code), \(answer), \(actor.account), \(now))
                """
            )
        }
    }

    /// The newest answer to each question of a file, in the order in which they were asked first.
    static func newest(in file: ID<CaseFile>, tx: any Transaction) throws -> [Answer] {
        let all = try tx.rows(
            """
            SELECT sort, indicator, answer, added_at FROM referral_indicator WHERE case_id = \(file) ORDER BY added_at, id LIMIT 2000
            """
        ) { Answer(sort: $0.text(0), code: $0.text(1), answer: try $0.choice(2, as: SignAnswer.self), at: $0.instant(3)) }
        var newest: [Answer] = []
        var places: [String: Int] = [:]
        for answer in all {
            let key = answer.sort + " " + answer.code
            if let place = places[key] {
                newest[place] = answer
            } else {
                places[key] = newest.count
                newest.append(answer)
            }
        }
        return newest
    }
}

private enum SeenSignRow {}
