import ArgumentParser
import Basics
import Foundation
import Protection

/// `concord profile`: checks country profiles before a node is started with one.
struct Profile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check country profiles, and name every fault in them.",
        discussion: """
            A profile says how a country protects people: periods, deadlines, warning signs, services, rights, forms. Profiles/examplia.yaml is a
            complete one of an invented country, Profiles/minimal.yaml the smallest there can be. Leaves with 1 when anything is wrong.
            """
    )

    @Argument(help: "A profile, or a folder of profiles.")
    var path = "Profiles"

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw ProfileMissing(path: path) }
        let profiles: [CountryProfile]
        if isFolder.boolValue {
            profiles = try CountryProfile.loadAll(folder: URL(filePath: path))
        } else {
            profiles = [try CountryProfile.load(file: URL(filePath: path))]
        }
        if json { return try Terminal.sayJSON(profiles.map(Line.init)) }
        for profile in profiles {
            Terminal.say("\(profile.name) \(profile.version): sound")
            Terminal.say(
                "  \(profile.indicators.count) warning signs, \(profile.services.count) services, \(profile.languages.count) languages, "
                    + "reflection period of \(profile.reflection.days) days"
            )
            Terminal.say("  hash \(profile.hash)")
            for sheet in profile.rights where sheet.review == nil {
                Terminal.tell("  The rights in \(sheet.language) were reviewed by nobody; their page will say so.")
            }
        }
    }

    private struct Line: Encodable {
        let name: String
        let version: String
        let hash: String
        let unreviewedRights: [String]

        init(_ profile: CountryProfile) {
            (name, version, hash) = (profile.name, profile.version, profile.hash)
            unreviewedRights = profile.rights.filter { $0.review == nil }.map(\.language)
        }
    }
}

/// There is no file or folder to check.
private struct ProfileMissing: Refusal {
    let path: String

    var code: String { "profile.missing" }
    var message: String { "There is no profile at \(path), or it is not a text in UTF-8. Name a YAML file, or a folder of them." }
}
