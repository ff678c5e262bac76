package import Access
package import Basics
package import Protection
package import Server
import Store

/// The organisations and people of the demonstration, in the database and at hand.
package struct ExampliaCast: Sendable {
    package let organisations: [String: ID<Organisation>]
    package let people: [Player]

    /// One of the 60.
    package typealias Player = InventedCountry.Player

    /// Marks an empty node and brings its organisations and people in.
    package static func make(on node: RunningNode, seed: Int, at now: Instant) async throws -> ExampliaCast {
        var chance = Chance(seed: seed)
        var names = Places.names
        for index in names.indices.dropLast() { names.swapAt(index, chance.number(index...(names.count - 1))) }
        var organisations: [String: ID<Organisation>] = [:]
        let console = Actor.console(at: now)
        let reception = try node.reception()
        try await node.database.write { tx in try Demonstration.mark(seed: seed, at: now, in: tx) }
        for place in Places.all {
            organisations[place.name] = try await reception.organisations.add(
                .init(kind: place.kind, name: place.name, country: nil), by: console)
        }
        var players: [Player] = []
        for place in Places.all {
            guard let home = organisations[place.name] else { continue }
            for roles in place.people {
                let name = names[players.count]
                players.append(
                    Player(
                        account: .new(at: now + .seconds(players.count)), organisation: home, place: place.name, name: name + " Example",
                        roles: roles.compactMap(RoleName.init(rawValue:))
                    ))
            }
        }
        let all = players
        try await node.database.write { tx in
            for player in all {
                let signIn = (player.name.split(separator: " ").first ?? "").lowercased()
                try Demonstration.add(
                    .init(organisation: player.organisation, signInName: signIn, displayName: player.name, roles: player.roles),
                    as: player.account, at: now, in: tx
                )
            }
        }
        let cast = ExampliaCast(organisations: organisations, people: players)
        try await cast.nameAuthorities(on: node, at: now)
        return cast
    }

    private func nameAuthorities(on node: RunningNode, at now: Instant) async throws {
        guard let administrator = people.first(where: { $0.roles.contains { $0.rawValue == "system-administrator" } }) else { return }
        let competent = [(Places.identification, Competence.identification), (Places.childProtection, .childProtection)]
            .compactMap { name, competence in organisations[name].map { ($0, competence) } }
        try await node.database.write { tx in
            for (organisation, competence) in competent {
                try tx.run(
                    """
                    INSERT INTO competent_authority (organisation_id, competence, named_by, named_at)
                    VALUES (\(organisation), \(competence), \(administrator.account), \(now))
                    """
                )
            }
        }
    }

    /// Everybody who has a role, in one place or in all.
    package func all(_ role: String, in place: String? = nil) -> [Player] {
        people.filter { player in player.roles.contains { $0.rawValue == role } && (place == nil || player.place == place) }
    }

    /// Somebody as the gate knows them, signed in a moment ago.
    package func actor(_ player: Player, on node: RunningNode, at now: Instant) -> Actor {
        Demonstration.actor(player.account, player.organisation, player.name, roles: player.roles, in: node.roles, at: now)
    }
}
