/// The keys met so far in the objects of a JSON file, in the order in which they came.
struct JSONColumns {
    private(set) var names: [String] = []
    /// The line of the object that is being read, for refusals.
    var line = 1
    private var keys: [[UInt8]] = []
    private var places: [String: Int] = [:]

    /// The place of a key, a new one at the end when it is new.
    /// - Parameter guess: where it stands if this object is like the last one, which most are.
    mutating func place(of key: RawField, in bytes: UnsafeBufferPointer<UInt8>, guess: Int) -> Int {
        let raw = bytes[key.start..<key.end]
        if key.form == .plain, guess < keys.count, raw.elementsEqual(keys[guess]) { return guess }
        var letters = Array(raw)
        if key.form == .escaped {
            var field = RawField(start: 0, end: letters.count, form: .escaped)
            JSONText.resolve(&field, in: &letters)
            letters.removeSubrange(field.end...)
        }
        let name = String(decoding: letters, as: UTF8.self)
        if let place = places[name] { return place }
        places[name] = names.count
        names.append(name)
        keys.append(letters)
        return names.count - 1
    }
}

/// The escapes of JSON texts.
enum JSONText {
    /// Stands between the values of an array that are joined into one field.
    static let separator: UInt8 = 0x1F

    /// Writes what the escapes stand for, in place: an escape is never shorter than its letter.
    static func resolve(_ field: inout RawField, in bytes: inout [UInt8]) {
        var (from, to) = (field.start, field.start)
        while from < field.end {
            guard bytes[from] == UInt8(ascii: "\\"), from + 1 < field.end else {
                bytes[to] = bytes[from]
                (from, to) = (from + 1, to + 1)
                continue
            }
            var letter: [UInt8] = []
            from += appendEscape(at: from, until: field.end, in: bytes, to: &letter)
            for byte in letter {
                bytes[to] = byte
                to += 1
            }
        }
        field = RawField(start: field.start, end: to, form: .plain)
    }

    /// - Returns: the bytes that the escape takes up.
    private static func appendEscape(at start: Int, until end: Int, in bytes: [UInt8], to letter: inout [UInt8]) -> Int {
        switch bytes[start + 1] {
        case UInt8(ascii: "n"): letter.append(0x0A)
        case UInt8(ascii: "t"): letter.append(0x09)
        case UInt8(ascii: "r"): letter.append(0x0D)
        case UInt8(ascii: "b"): letter.append(0x08)
        case UInt8(ascii: "f"): letter.append(0x0C)
        case UInt8(ascii: "u"):
            guard let unit = hex(at: start + 2, until: end, in: bytes) else { break }
            if (0xD800...0xDBFF).contains(unit), start + 7 < end, bytes[start + 6] == UInt8(ascii: "\\"),
                bytes[start + 7] == UInt8(ascii: "u"),
                let low = hex(at: start + 8, until: end, in: bytes), (0xDC00...0xDFFF).contains(low)
            {
                Transcoder.append(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), to: &letter)
                return 12
            }
            // Half a pair is no letter; a sign stands where one was lost.
            Transcoder.append((0xD800...0xDFFF).contains(unit) ? 0xFFFD : unit, to: &letter)
            return 6
        default: letter.append(bytes[start + 1])
        }
        return 2
    }

    private static func hex(at start: Int, until end: Int, in bytes: [UInt8]) -> UInt32? {
        guard start + 4 <= end else { return nil }
        return UInt32(String(decoding: bytes[start..<(start + 4)], as: UTF8.self), radix: 16)
    }

    /// Joins the single values of an array by a separator, in place.
    static func join(_ field: inout RawField, in bytes: inout [UInt8]) {
        var to = field.start
        var from = field.start + 1
        var isFirst = true
        while from < field.end - 1 {
            let byte = bytes[from]
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == UInt8(ascii: ",") {
                from += 1
                continue
            }
            var item = RawField(start: from, end: from, form: .plain)
            if byte == UInt8(ascii: "\"") {
                item.start += 1
                item.end = item.start
                while item.end < field.end - 1, bytes[item.end] != UInt8(ascii: "\"") {
                    item.end += bytes[item.end] == UInt8(ascii: "\\") ? 2 : 1
                }
                from = item.end + 1
                resolve(&item, in: &bytes)
            } else {
                while item.end < field.end - 1, bytes[item.end] != UInt8(ascii: ","), bytes[item.end] > 0x20 { item.end += 1 }
                from = item.end
            }
            if !isFirst {
                bytes[to] = separator
                to += 1
            }
            isFirst = false
            for place in item.start..<item.end {
                bytes[to] = bytes[place]
                to += 1
            }
        }
        field = RawField(start: field.start, end: to, form: .plain)
    }
}
