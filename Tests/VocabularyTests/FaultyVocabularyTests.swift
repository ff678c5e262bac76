import Basics
import Foundation
import Testing
import Vocabulary

@Suite struct `A faulty data file of the vocabulary` {
    /// A copy of what ships, in which one file is written anew.
    private func share(with path: String, holding text: String) throws -> Share {
        let folder = FileManager.default.temporaryDirectory.appending(path: "concord-vocabulary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "reference"), withIntermediateDirectories: true)
        for file in ["reference/states.csv", "reference/htcds_2_0.json"] {
            try FileManager.default.copyItem(at: Shipped.share.url(file), to: folder.appending(path: file))
        }
        try FileManager.default.copyItem(at: Shipped.share.url("vocabulary"), to: folder.appending(path: "vocabulary"))
        try Data(text.utf8).write(to: folder.appending(path: path))
        return Share(folder: folder)
    }

    private func faults(with path: String, holding text: String) throws -> [String] {
        let share = try share(with: path, holding: text)
        defer { try? FileManager.default.removeItem(at: share.folder) }
        do {
            _ = try Codebook.load(from: share)
            return []
        } catch let refused as VocabularyRefused {
            #expect(refused.code == "vocabulary.faulty")
            return refused.faults.map(\.description)
        }
    }

    @Test func `is refused with all of its faults at once`() throws {
        let names = #"{"en": "a", "fr": "b", "es": "c", "ar": "د", "ru": "д"}"#
        let faults = try faults(
            with: "vocabulary/act.2.json",
            holding: """
                {"list": "act", "version": 2, "source": "", "title": {"en": "Acts"}, "codes": [
                  {"code": "one", "names": \(names)},
                  {"code": "one", "names": \(names), "broader": "nowhere"},
                  {"code": "Two Words", "names": \(names), "htcds": [{"field": "hte_Type", "code": "Nothing", "match": "exact"}]}]}
                """
        )
        for expected in [
            "vocabulary/act.2.json: has no title in zh", "act.2.json, one: stands there twice", "act.2.json, one: has no name in zh",
            "one: lies under nowhere", "Two Words: a code is made of", "Two Words: HTCDS has no hte_Type Nothing",
        ] { #expect(faults.contains { $0.contains(expected) }, "\(expected)") }
    }

    @Test func `that is not JSON is refused with its name`() throws {
        #expect(try faults(with: "vocabulary/act.1.json", holding: "{").contains { $0.hasPrefix("vocabulary/act.1.json: can't be read") })
    }

    @Test func `of countries is refused for a name missing in one language`() throws {
        let text = try Shipped.share.text("reference/states.csv").replacingOccurrences(
            of: "Афганистан,阿富汗,Afghanistan,", with: ",阿富汗,Afghanistan,")
        #expect(try faults(with: "reference/states.csv", holding: text) == ["reference/states.csv, AFG: no name in ru"])
    }

    @Test func `of aliases is refused for a country that does not exist, a kind that does not exist, a label twice`() throws {
        let faults = try faults(
            with: "vocabulary/country_aliases.csv",
            holding:
                "label,kind,country,why\nNowhere,name,XYZ,invented\nFoo,sort,FRA,invented\nBar,name,FRA,x\nBAR,name,DEU,\nBaz,ambiguous,FRA,x\n"
        )
        #expect(faults.count == 5)
    }
}
