/// What the first bytes of a file tell: how it is written, and where its first row begins.
struct TableOpening {
    let name: String
    let evidence: EncodingEvidence
    let format: TableFormat
    let delimiter: UInt8
    /// Where in the window the first row begins, and on which line.
    private(set) var place = 0
    private(set) var line = 1
    private(set) var source: ByteSource
    private(set) var transcoder: Transcoder
    private(set) var window: [UInt8] = []

    init(_ input: TableInput, format: TableFormat?, encoding: TextEncoding?, limits: Limits) throws(TableRefused) {
        name = input.name
        source = try ByteSource(input)
        evidence = try EncodingEvidence(&source, stated: encoding, chunkBytes: limits.chunkBytes)
        try source.seek(to: evidence.markLength)
        transcoder = Transcoder(evidence.encoding, offset: evidence.markLength)
        // At least this much, so that what separates the values does not depend on how large the chunks are.
        try transcoder.append(try source.read(atMost: max(limits.chunkBytes, 1 << 16)), to: &window)
        let first = window.first { $0 > 0x20 }
        let isJSON = first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        self.format = format ?? (isJSON ? .json : .csv)
        switch self.format {
        case .csv:
            if let declared = Delimiter.declared(in: window) {
                (delimiter, place, line) = (declared.delimiter, declared.length, 2)
            } else {
                let isWhole = source.position == source.total && window.count <= 1 << 16
                delimiter = Delimiter.detect(in: Array(window.prefix(1 << 16)), isWhole: isWhole, limits: limits)
            }
        case .tsv, .json: delimiter = Delimiter.tab
        }
    }
}
