import Basics
import Foundation
import Protection
import Store

/// Papers and pictures of an invented file, made on the spot: they show that they are invented.
enum InventedPapers {
    /// Some are attached, and one of them is taken out again.
    static func attach(_ life: inout InventedLife, _ country: InventedCountry) async throws {
        guard let file = life.file else { return }
        let attachments = Attachments(desk: CaseWorkDesk(room: country.room))
        let today = country.room.day(of: country.clock.now)
        let drafts = [
            draft(.care, .medical, .health, .byHand, "Letter of the clinic.pdf", pdf("INVENTED: letter of Willow Clinic"), today),
            draft(.experience, .picture, .person, .sent, "The room.png", png(), today),
            draft(.legal, .court, .authority, .copied, "Summons.txt", Array("INVENTED summons: 10 a.m., room 12.\n".utf8), today),
        ]
        for draft in country.next("papers", of: [drafts, Array(drafts.prefix(1)), Array(drafts.suffix(2))]) {
            try await attachments.add(draft, to: file, by: country.actor(life.worker))
        }
        guard country.turn("paper withdrawn", every: 4, of: life) else { return }
        let newest = try await country.room.database.read { tx in
            try tx.row("SELECT id FROM attachment WHERE case_id = \(file) ORDER BY added_at DESC, id DESC LIMIT 1") {
                try $0.id(0, of: Attachment.self)
            }
        }
        if let newest { try await attachments.withdraw(newest, in: file, by: country.actor(life.worker)) }
    }

    private static func draft(
        _ part: CasePart, _ kind: Attachment.Kind, _ giver: Attachment.Giver, _ way: Attachment.Way, _ name: String, _ content: [UInt8],
        _ day: Day
    ) -> Attachments.Draft {
        .init(
            part: part, kind: kind, givenBy: giver, givenHow: way, givenOn: day, origin: "Invented for the demonstration.", name: name,
            content: content)
    }

    /// A page with one line (ISO 32000-1), its table of places counted.
    static func pdf(_ line: String) -> [UInt8] {
        let stream = "BT /F1 18 Tf 72 720 Td (\(line)) Tj ET"
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        return Array((text + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
    }

    /// A door in a wall, 48 by 48, in 8 grey tones (ISO/IEC 15948): its rows stored as they are, with the two checksums that it asks for.
    static func png() -> [UInt8] {
        let side = 48
        var rows: [UInt8] = []
        for y in 0..<side {
            rows.append(0)
            for x in 0..<side {
                let isDoor = (16..<32).contains(x) && y > 14
                rows.append(isDoor ? (x == 29 && y == 32 ? 240 : 70) : UInt8(170 + 10 * ((x / 8 + y / 6) % 3)))
            }
        }
        let size = big(UInt32(side))
        let length = UInt16(rows.count)
        let stored = [1, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)] + rows
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + size + [8, 0, 0, 0, 0])
            + chunk("IDAT", [0x78, 0x01] + stored + big(adler(rows))) + chunk("tEXt", Array("Comment\0Invented".utf8)) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + data
        return big(UInt32(data.count)) + named + big(checksum(named))
    }

    private static func big(_ number: UInt32) -> [UInt8] { (0..<4).reversed().map { UInt8(number >> (8 * UInt32($0)) & 0xFF) } }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        let (low, high) = bytes.reduce((UInt32(1), UInt32(0))) { sums, byte in
            let low = (sums.0 + UInt32(byte)) % 65_521
            return (low, (sums.1 + low) % 65_521)
        }
        return high << 16 | low
    }

    /// CRC-32 as PNG defines it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }
}
