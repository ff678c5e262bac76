import Access
import Basics
import Protection
import Vocabulary
import Web

extension Endpoint {
    /// The attachments of a file for programs: what is there, with its hash and where it came from. What is in them stays on the pages.
    static func attachments(_ room: ProtectionRoom) -> [Endpoint] {
        let desk = AttachmentProgramDesk(desk: CaseWorkDesk(room: room))
        let path = "/api/v1/cases/{id}/attachments"
        return [
            Endpoint(
                verb: .get, path: path, operation: "listAttachments",
                summary:
                    "The attachments of the parts whose papers are shown, the newest first, 50 at a time: hash, size and origin. Names and origins are opened on record.",
                parameters: [fileParameter, afterParameter],
                answer: .object(["attachments": .list(of: .attachment), "next": Schema.text.orNull]), refusals: [.notFound],
                deed: .readCase
            ) { visit in .json(try await desk.list(visit)) },
            Endpoint(
                verb: .post, path: path + "/{attachment}/withdrawal", operation: "withdrawAttachment",
                summary: "Takes an attachment out of the file, once: it can’t be opened any more, and that it was there stays.",
                parameters: [fileParameter, idParameter("attachment", "The id of the attachment.")], body: .object([:]),
                answer: .object(["id": .text]), refusals: changeRefusals, deed: .readCase
            ) { visit in .json(try await desk.withdraw(visit)) },
        ]
    }
}

/// Lists and withdraws attachments for programs, by the same rules as the pages do.
private struct AttachmentProgramDesk: Sendable {
    let desk: CaseWorkDesk

    func list(_ visit: Visit) async throws -> JSONValue {
        let slice = try await AttachmentsPage.read(visit, desk, filled: nil).slice
        return ["attachments": .list(slice.rows.map(JSONValue.attachment)), "next": JSONValue(slice.next?.encoded)]
    }

    func withdraw(_ visit: Visit) async throws -> JSONValue {
        let id = try visit.id("attachment", of: Attachment.self)
        _ = try ProgramAnswers(visit).form()
        try await Attachments(desk: desk).withdraw(id, in: visit.id("id"), by: visit.signedIn())
        return ["id": .text("\(id)")]
    }
}

extension JSONValue {
    fileprivate static func attachment(_ one: Attachment) -> JSONValue {
        [
            "id": .text("\(one.id)"), "part": .text(one.part.rawValue), "kind": .text(one.kind.rawValue), "media": .text(one.media.type),
            "size": .integer(one.size), "sha256": .text(one.fingerprint), "has_clean_copy": .bool(one.hasCopy),
            "given_by": .text(one.givenBy.rawValue), "given_how": .text(one.givenHow.rawValue), "given_on": .text(one.givenOn.iso),
            "added_at": .text(one.addedAt.iso), "added_by": .text(one.organisation), "name": JSONValue(one.name),
            "origin": JSONValue(one.origin),
        ]
    }
}

extension Schema {
    fileprivate static let attachment = Schema.object([
        "id": .text, "part": .choice(CasePart.allCases.map(\.rawValue)), "kind": .codes(Attachment.Kind.self), "media": .text,
        "size": .integer, "sha256": .text, "has_clean_copy": .flag, "given_by": .codes(Attachment.Giver.self),
        "given_how": .codes(Attachment.Way.self), "given_on": .text, "added_at": .text, "added_by": .text, "name": Schema.text.orNull,
        "origin": Schema.text.orNull,
    ])
}
