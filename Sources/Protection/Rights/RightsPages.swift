import Access
package import Basics
import Vocabulary
package import Web

/// Every address of Protection.
package enum ProtectionAddress: Address {
    /// The ten things that a person must know, in the reader's language.
    case rights
    /// The same in another language that the profile offers, by its tag.
    case rightsIn(String)
    /// A recording of it.
    case rightsAudio(String)

    package var path: String {
        switch self {
        case .rights: "/rights"
        case .rightsIn(let tag): Self.path("rights", tag)
        case .rightsAudio(let name): Self.path("rights", "audio", name)
        }
    }
}

/// What Protection has in the menu of a node that has a country profile.
package enum ProtectionMenu {
    package static let entries = [Menu.Entry(.yourRights, ProtectionAddress.rights, at: [.open])]
}

extension Routes {
    //  GET  /rights               what a person must know, in the reader's language    anyone
    //  GET  /rights/{language}    the same in any language that the profile offers     anyone
    //  GET  /rights/audio/{name}  a recording of it                                    anyone
    package mutating func addRights(_ profile: CountryProfile, share: Share) {
        let audio = RightsAudio(share)
        get("/rights", needs: .anyone) { visit in
            guard let page = RightsPage(profile, audio, tag: visit.language.code) ?? RightsPage(profile, audio, tag: "en") else {
                return .notFound
            }
            return .page(page)
        }
        get("/rights/{language}", needs: .anyone) { visit in
            guard let page = RightsPage(profile, audio, tag: visit.parameter("language")) else { return .notFound }
            return .page(page)
        }
        get("/rights/audio/{name}", needs: .anyone) { visit in
            let name = visit.parameter("name")
            guard let bytes = audio.bytes(name) else { return .notFound }
            return .bytes(bytes, type: "audio/mpeg").figures(version: name).givenInParts()
        }
    }
}
