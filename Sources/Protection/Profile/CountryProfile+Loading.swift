import Crypto
package import Foundation
import Yams

extension CountryProfile {
    /// Reads one profile from the text of its file, or from the canonical text that a node kept.
    /// - Throws: `ProfileRefused` with every fault of it.
    package static func load(text: String) throws(ProfileRefused) -> CountryProfile {
        let root: Node
        do {
            root = try Yams.compose(yaml: text) ?? [:]
        } catch {
            throw ProfileRefused(faults: [ProfileFault(place: "", problem: "is no YAML: \(place(of: error))")])
        }
        let canonical = CanonicalText.of(root)
        var reader = ProfileReader(root)
        let profile = CountryProfile(&reader, canonical: canonical, hash: sha256(canonical))
        let faults = reader.faults + reader.unknownKeys + profile.faults
        guard faults.isEmpty else { throw ProfileRefused(faults: faults) }
        return profile
    }

    /// Reads every `*.yaml` of a folder, in the order of their names. Several versions of a country may stand beside one another.
    /// - Throws: `ProfileRefused` with every fault of every file; also when there is none at all.
    package static func loadAll(folder: URL) throws(ProfileRefused) -> [CountryProfile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        var profiles: [CountryProfile] = []
        var faults: [ProfileFault] = []
        for name in names.sorted() where name.hasSuffix(".yaml") {
            do {
                let profile = try load(file: folder.appending(path: name))
                if profiles.contains(where: { $0.name == profile.name && $0.version == profile.version }) {
                    let problem = "another file has the version \(profile.version) of \(profile.name); give this one a version of its own"
                    faults.append(ProfileFault(file: name, place: "version", problem: problem))
                }
                profiles.append(profile)
            } catch {
                faults += error.faults.map { $0.inFile(name) }
            }
        }
        if profiles.isEmpty, faults.isEmpty {
            faults.append(ProfileFault(file: folder.lastPathComponent, place: "", problem: "holds no profile, which is a file *.yaml"))
        }
        guard faults.isEmpty else { throw ProfileRefused(faults: faults) }
        return profiles
    }

    /// Reads one file.
    /// - Throws: `ProfileRefused` with every fault, each with the name of the file.
    package static func load(file: URL) throws(ProfileRefused) -> CountryProfile {
        let name = file.lastPathComponent
        guard let bytes = try? Data(contentsOf: file), let text = String(data: bytes, encoding: .utf8) else {
            throw ProfileRefused(faults: [ProfileFault(file: name, place: "", problem: "is not there, or is no text in UTF-8")])
        }
        do throws(ProfileRefused) {
            let profile = try load(text: text)
            guard profile.missingPurposes.isEmpty else { throw ProfileRefused(faults: profile.missingPurposes) }
            return profile
        } catch { throw ProfileRefused(faults: error.faults.map { $0.inFile(name) }) }
    }

    static func sha256(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The line that YAML stumbled at, in one sentence; the library's own description copies the line itself.
    private static func place(of error: any Error) -> String {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            "line \(mark.line), column \(mark.column): \(problem)"
        case .duplicatedKeysInMapping(let keys, _): "twice in one list of keys: \(keys.joined(separator: ", "))"
        default: "it breaks off, or holds signs that are none"
        }
    }
}
