import Access
import Vocabulary
package import Web

/// Every address of Protection.
package enum ProtectionAddress: Address {
    /// The ten things that a person must know, in the reader's language.
    case rights
    /// The same in another language that the profile offers, by its tag.
    case rightsIn(String)

    package var path: String {
        switch self {
        case .rights: "/rights"
        case .rightsIn(let tag): Self.path("rights", tag)
        }
    }
}

/// What Protection has in the menu of a node that has a country profile.
package enum ProtectionMenu {
    package static let entries = [Menu.Entry(.yourRights, ProtectionAddress.rights, at: [.open])]
}

extension Routes {
    //  GET  /rights             what a person must know, in the reader's language    anyone
    //  GET  /rights/{language}  the same in any language that the profile offers     anyone
    package mutating func addRights(_ profile: CountryProfile) {
        get("/rights", needs: .anyone) { visit in
            guard let page = RightsPage(profile, tag: visit.language.code) ?? RightsPage(profile, tag: "en") else { return .notFound }
            return .page(page)
        }
        get("/rights/{language}", needs: .anyone) { visit in
            guard let page = RightsPage(profile, tag: visit.parameter("language")) else { return .notFound }
            return .page(page)
        }
    }
}
