package import Basics
import Store

extension InventedCountry {
    /// Writes an entry of an invented life: what its kind requires besides is filled in, so that it is one that its form would take.
    package func write(
        _ code: String, _ given: [String: EntryValue], of life: inout InventedLife, by player: Player
    ) async throws {
        guard let file = life.file, let kind = room.entryKind(code) else { return }
        var values = given.filter { $0.value != .none }
        for field in kind.fields(room.profile, room.codebook) where field.isRequired && values[field.name] == nil {
            values[field.name] = standIn(for: field, &life)
        }
        _ = try await Entries(room).write(values, as: kind, in: file, by: actor(player))
    }

    /// What stands in a field of which nothing particular is told.
    package func standIn(for field: EntryField, _ life: inout InventedLife) -> EntryValue {
        switch field.kind {
        // One after the other, so that each is there.
        case .code(let options): .code(next("\(field.name) of \(options.count)", of: options).code)
        case .codes(let options): .codes([life.chance.pick(options).code])
        case .yesNoUnknown: .code("unknown")
        case .day, .partialDate: .date(room.day(of: clock.now).iso)
        case .number(let bounds): .number(life.chance.number(bounds))
        case .text: .text("Invented for the demonstration.")
        default: .none
        }
    }

    /// The clocks of one kind that run in a file, and what each is about.
    package func clocks(_ kind: String, of file: ID<CaseFile>) async throws -> [CaseClock] {
        try await room.database.read { tx in try CaseClock.running(in: file, tx: tx) }.filter { $0.kind == kind }
    }
}
