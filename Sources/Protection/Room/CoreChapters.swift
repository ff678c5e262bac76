import Store

/// What Protection itself tells of an invented life.
enum CoreChapters {
    /// A file that was opened under an older version of the country's rules goes to those in force; most are left where they are.
    static let moves = Chapter(.present) { life, country in
        guard let file = life.file, let summary = try await country.room.database.read({ tx in try CaseSummary.find(file, in: tx) }),
            summary.profile != country.room.profile.hash, country.turn("profile moved", every: 6, of: life)
        else { return }
        let room = country.room
        let seal = try await room.database.read { tx in try ProfileMove.plan(summary, room, in: tx).seal }
        try await CaseFiles(room).moveProfile(file, from: summary.version, seal: seal, by: country.actor(life.supervisor))
    }
}
