package import Access
package import Basics
package import Store
package import Vocabulary
import Web

extension People {
    /// The first day on which the person of a file can have been born: before it nothing can have happened to them.
    ///
    /// Whoever the file is assigned to may know the date of birth, and is held to it. For everybody else it follows from the coded age: a
    /// refusal must not tell a date to somebody who may not read it.
    package func firstDay(of file: ID<CaseFile>, for actor: Actor) async throws -> Day {
        let people = self
        let key = try await Entries(room).key(for: file)
        return try await room.gate.look(for: actor) { tx, looking in
            let view = try CaseFiles(people.room).view(file, in: tx, &looking)
            return try people.birth(in: view, with: key, &looking, tx: tx) ?? people.earliestBirth(of: view.summary.person, in: tx)
        }
    }

    /// The same where nobody may open the identity: by the coded age alone.
    package func earliestBirth(of person: ID<Person>, in tx: any Transaction) throws -> Day {
        let today = room.day(of: room.gate.clock.now())
        let coded = try tx.row("SELECT age_band, added_at FROM person WHERE id = \(person)") {
            (AgeBand(rawValue: $0.text(0)), $0.instant(1))
        }
        // Counted from the day on which the person was first recorded: an age that was found later is a higher one at most.
        guard let (band, addedAt) = coded, let oldest = band?.ages?.upperBound, oldest < AgeBand.oldest else {
            return today.before(years: AgeBand.oldest)
        }
        return room.day(of: addedAt).before(years: oldest + 1)
    }

    private func birth(
        in view: CaseView, with key: HolderKey<Person>?, _ looking: inout Gate.Looking, tx: any Transaction
    ) throws -> Day? {
        let (summary, actor) = (view.summary, view.actor)
        guard view.shows(.identity), summary.assignedTo == actor.account || summary.deputy == actor.account, let key,
            let row = try sealed(summary.person, in: tx)
        else { return nil }
        let permit = try looking.standingPermit(.readIdentity, on: summary.person, purpose: .assigned)
        let birth = try Shown(row.identity, in: .identity(of: summary.person, version: row.version), with: key, under: permit) {
            $0.without(view.hidden).birth ?? ""
        }
        return PartialDate(iso: birth.value)?.days.lowerBound
    }
}

extension Day {
    fileprivate func before(years: Int) -> Day {
        let (year, month, day) = parts
        return Day(year: year - years, month: month, day: Swift.min(day, Day.length(ofMonth: month, in: year - years))) ?? self
    }
}

extension Word {
    package static let beforeBirth = Word(
        work: "The person was not born yet on this day. Write a later day, or correct the date of birth or the age first.",
        fr: "La personne n’était pas encore née ce jour-là. Écrivez un jour postérieur, ou corrigez d’abord la date de naissance ou l’âge.")
}
