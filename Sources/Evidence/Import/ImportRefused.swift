package import Basics

/// Why an import stops. Whatever it had written is taken back.
package enum ImportRefused: Refusal {
    case mapping(String, known: [String])
    case mappingFile(String)
    /// The mapping reads no field that this kind of import needs.
    case fields(mapping: String, missing: [String])
    /// Nearly every row was refused: the mapping is for other files.
    case mostRowsRefused(refused: Int, accepted: Int, first: String)
    /// Another import into the same source is under way.
    case alreadyRunning(source: String)
    /// The whole release would take away most of what the source holds.
    case tooMuchWouldGo(kept: Int, removed: Int)
    case tooManyLabels(Int)
    case quarantineClosed
    case sourceList(line: Int)
    /// The name belongs to the node’s own case files.
    case ownRecords

    package var code: String {
        switch self {
        case .mapping: "import.unknown-mapping"
        case .mappingFile: "import.mapping-unreadable"
        case .fields: "import.mapping-lacks-fields"
        case .mostRowsRefused: "import.most-rows-refused"
        case .alreadyRunning: "import.already-running"
        case .tooMuchWouldGo: "import.too-much-would-go"
        case .tooManyLabels: "import.too-many-labels"
        case .quarantineClosed: "import.quarantine-closed"
        case .sourceList: "import.source-list"
        case .ownRecords: "import.own-records"
        }
    }

    package var message: String {
        switch self {
        case .mapping(let name, let known):
            "There is no mapping called “\(name)”. There are \(known.joined(separator: ", ")); or name a file that ends in .yaml."
        case .mappingFile(let path): "The mapping file \(path) is not there or can't be read. Check its name and its permissions."
        case .fields(let mapping, let missing):
            "The mapping “\(mapping)” lacks the fields \(missing.joined(separator: ", ")). Add them to it; share/mappings/statistics.yaml and htcds.yaml show all that there are."
        case .mostRowsRefused(let refused, let accepted, let first):
            "\(refused) of \(refused + accepted) rows were refused, so the import stopped and nothing was kept. First: \(first) Check that the mapping is the one for this file."
        case .alreadyRunning(let source):
            "Another import into “\(source)” is under way. Wait until it has finished; one that was broken off gives way after ten minutes."
        case .tooMuchWouldGo(let kept, let removed):
            "As a whole release this file would remove \(removed) cells and keep \(kept). If it is a part only, import it as an addition; nothing was changed."
        case .tooManyLabels(let limit):
            "The file has more than \(limit) different labels, so they are hardly names of countries or forms. Check that the mapping reads the right column; nothing was kept."
        case .quarantineClosed: "This row has been decided already, or its time has run out. Import the corrected file instead."
        case .sourceList(let line):
            "The list share/mappings/sources.yaml has a fault at line \(line): a source needs name, kind, mappings and citation. Install the program again, or correct the file."
        case .ownRecords:
            "“\(LiveRecords.source)” is what the records of this node’s own case files are called. Give the mapping another name."
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .mapping, .mappingFile: .notFound
        case .alreadyRunning, .quarantineClosed: .conflict
        default: .invalid
        }
    }
}
