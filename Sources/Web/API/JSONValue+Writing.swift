extension JSONValue {
    /// The value as JSON (RFC 8259), UTF-8, without blanks.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(4_096)
        write(to: &out)
        return out
    }

    private func write(to out: inout [UInt8]) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .integer(let value): out.appendInteger(value)
        case .text(let value): out.appendJSON(value)
        case .list(let values):
            out.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                value.write(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .members(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                out.appendJSON(member.name)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }
}

extension Answer {
    /// A document of the API.
    package static func json(_ value: JSONValue, status: Status = .ok) -> Answer {
        .bytes(value.bytes, type: "application/json; charset=utf-8", status: status)
    }
}
