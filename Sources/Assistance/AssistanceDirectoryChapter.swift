import Access
import Basics
import Protection
import Store
import Vocabulary

/// The services, places and interpreters of an invented country.
enum AssistanceDirectoryChapter {
    private struct Offer {
        let place: String
        let kind: String
        let name: String
        var served: [ServedGroup] = [.women, .men, .children, .families, .lgbti]
        var isConfidential = false
        var beds = 0
        var isOpenAlways = false
    }

    private static let offers = [
        Offer(
            place: "Lantern Shelter", kind: "shelter", name: "Lantern Shelter for women", served: [.women, .lgbti], isConfidential: true,
            beds: 18, isOpenAlways: true),
        Offer(
            place: "Hillside Home for Children", kind: "child_home", name: "Hillside Home", served: [.children], isConfidential: true,
            beds: 14, isOpenAlways: true),
        Offer(
            place: "Men’s Refuge North Coast", kind: "shelter", name: "Men’s Refuge", served: [.men, .lgbti], isConfidential: true,
            beds: 12, isOpenAlways: true),
        Offer(place: "Willow Clinic", kind: "general_health", name: "Walk-in care at Willow Clinic"),
        Offer(place: "Willow Clinic", kind: "sexual_health", name: "Women’s health at Willow Clinic", served: [.women, .lgbti]),
        Offer(place: "Saint Example Hospital", kind: "emergency_health", name: "Emergency room of Saint Example", isOpenAlways: true),
        Offer(place: "Saint Example Hospital", kind: "therapy", name: "Trauma therapy at Saint Example"),
        Offer(place: "Free Counsel Lawyers", kind: "legal_advice", name: "Counsel for victims of crime"),
        Offer(place: "Free Counsel Lawyers", kind: "residence_advice", name: "Advice on residence"),
        Offer(place: "Second Start Training", kind: "language_course", name: "Language course at Second Start"),
        Offer(place: "Second Start Training", kind: "job_training", name: "Kitchen and tailoring school"),
        Offer(place: "Bridge Interpreters", kind: "interpreter", name: "Interpreters by telephone", isOpenAlways: true),
        Offer(place: "Victims’ Fund of Examplia", kind: "cash_assistance", name: "First payment of the fund"),
        Offer(place: "Harbour House", kind: "peer_support", name: "Tuesday circle of survivors"),
        Offer(place: "Harbour House", kind: "basic_needs", name: "Clothes and food at the Harbour"),
        Offer(place: "Open Door Inland", kind: "crisis_support", name: "Crisis line of the Open Door"),
        Offer(place: "Island Aid", kind: "family_contact", name: "Family tracing on the islands"),
    ]

    static func prelude(_ country: InventedCountry) async throws {
        let now = country.clock.now
        for (index, offer) in offers.enumerated() {
            guard let keeper = keeper(of: offer.place, country) else { continue }
            let hours = offer.isOpenAlways ? OpeningHours.always : OpeningHours(days: Array(1...5), opens: 8 * 60, closes: 17 * 60)
            let service = try await ServiceDirectory(room: country.room).add(
                .init(
                    kind: offer.kind, name: offer.name, served: offer.served, languages: country.room.profile.languages.map(\.tag),
                    region: nil, address: "\(index + 1) Invented Street", isConfidential: offer.isConfidential,
                    telephone: "+999 555 01\(10 + index)", hours: hours, free: offer.beds > 0 ? nil : 5 + index % 7),
                by: country.actor(keeper), at: now)
            for bed in 0..<offer.beds {
                let name = "Room \(bed / 2 + 1), bed \(bed % 2 == 0 ? "A" : "B")"
                try await PlacesDesk(room: country.room).add(name, served: offer.served, in: service, by: country.actor(keeper), at: now)
            }
        }
        try await hireInterpreters(country)
    }

    private static func hireInterpreters(_ country: InventedCountry) async throws {
        let today = country.room.day(of: country.clock.now)
        let keepers = country.all("case-supervisor").filter { ["Harbour House", "Open Door Inland"].contains($0.place) }
        let names = [
            "Selin Example", "Marek Example", "Huda Example", "Elena Example", "Ping Example", "Awa Example", "Yusra Example",
            "Ilya Example",
        ]
        let tags = country.room.profile.languages.map(\.tag)
        for (index, name) in names.enumerated() where !keepers.isEmpty && !tags.isEmpty {
            // The last one's vetting ran out a while ago.
            let days = index == names.count - 1 ? 1_000 : 1_500 + 30 * index
            try await Interpreter.add(
                .init(
                    name: name, languages: ["en", tags[index % tags.count]].uniqued, sex: index % 3 == 0 ? "male" : "female",
                    isRemote: index % 2 == 0, isPresent: true, vettedOn: today, vettedUntil: today.adding(days: days)),
                country.room, by: country.actor(keepers[index % keepers.count]), at: country.clock.now)
        }
    }

    /// What is known of services is of this half-year; two have been left for too long.
    static func epilogue(_ country: InventedCountry) async throws {
        let today = country.room.day(of: country.present)
        let services = try await country.room.database.read { tx in
            try AssistanceService.list(.init(), after: nil, limit: 100, tonight: today, in: tx)
        }
        for (index, service) in services.enumerated() {
            guard let keeper = keeper(of: service.organisationName, country) else { continue }
            let days = index % 8 == 7 ? 190 : 10 + index * 7
            country.clock.go(to: country.present - .days(days))
            try await ServiceDirectory(room: country.room).verify(service.id, by: country.actor(keeper), at: country.clock.now)
        }
        country.clock.go(to: country.present)
    }

    /// Who keeps the services of an organisation.
    static func keeper(of place: String, _ country: InventedCountry) -> InventedCountry.Player? {
        let all = country.all("case-supervisor") + country.all("service-provider")
        return all.first { $0.place == place }
    }
}

extension Array where Element: Hashable {
    /// Without those that came before.
    fileprivate var uniqued: [Element] { reduce(into: []) { all, next in if !all.contains(next) { all.append(next) } } }
}
