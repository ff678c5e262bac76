/// Which part of some bytes a request asks for (RFC 9110, section 14). Only a single range is given; what can't be read, or asks for
/// several, is answered with the whole, as the standard lets a server do.
enum ByteRange: Sendable, Hashable {
    case whole
    case part(Range<Int>)
    /// Nothing of it exists.
    case beyond

    init(_ header: String, of count: Int) {
        let halves = header.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0].lowercased() == "bytes" else {
            self = .whole
            return
        }
        let ends = halves[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (Self.number(ends[0]), Self.number(ends[1])) {
        case (let first?, let last?) where first > last: self = .whole
        case (let first?, let last):
            // An end that is no number makes it unreadable; none at all means up to the last byte.
            guard last != nil || ends[1].isEmpty else {
                self = .whole
                return
            }
            self = first < count ? .part(first..<min(count, (last ?? count - 1) &+ 1)) : .beyond
        case (nil, let length?) where ends[0].isEmpty:
            self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .beyond
        default: self = .whole
        }
    }

    /// Digits alone; no sign, no blank, and nothing longer than any file.
    private static func number(_ text: Substring) -> Int? {
        guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }
}
