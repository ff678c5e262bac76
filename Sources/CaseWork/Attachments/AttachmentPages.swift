import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/attachments                              those one may see, and a form      readCase
    //  POST  /work/cases/{id}/attachments                              add one                            readCase
    //  GET   /work/cases/{id}/attachments/{attachment}/copy            as a file, without metadata        readCase
    //  GET   /work/cases/{id}/attachments/{attachment}/original        as a file, as it was given         readCase
    //  POST  /work/cases/{id}/attachments/{attachment}/withdrawal      take it out                        readCase
    // The deeds of the part that it belongs to are asked for behind the route: which they are depends on the part.
    mutating func addAttachments(_ room: ProtectionRoom) {
        let desk = CaseWorkDesk(room: room)
        let attachments = Attachments(desk: desk)

        get("/work/cases/{id}/attachments", needs: .deed(.readCase)) { visit in
            .page(try await AttachmentsPage.read(visit, desk, filled: nil))
        }

        // A little more than the file itself: the fields around it.
        post("/work/cases/{id}/attachments", needs: .deed(.readCase), limit: .upload(megabytes: 11)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            let writable = try await desk.look(at: file, .summary, for: visit.signedIn()) { _, view, _ in AttachmentFields.parts(view) }
            var reading = FormReading(visit.form)
            if let draft = AttachmentFields.read(writable, &reading) {
                do {
                    try await attachments.add(draft, to: file, by: visit.signedIn())
                    return .see(CaseWorkAddress.attachments(file))
                } catch let refused as CaseWorkRefused where refused.kind != .notFound {
                    reading.refuse(AttachmentFields.file, because: refused.words)
                }
            }
            return .page(try await AttachmentsPage.read(visit, desk, filled: reading.filled), status: .unprocessable)
        }

        for (path, isCopy) in [("copy", true), ("original", false)] {
            get("/work/cases/{id}/attachments/{attachment}/\(path)", needs: .deed(.readCase)) { visit in
                let file = try visit.id("id", of: CaseFile.self)
                let opened = try await attachments.content(visit.id("attachment"), isCopy: isCopy, of: file, for: visit.signedIn())
                return .file(opened.bytes, type: opened.media.type, name: AttachmentFields.randomName(opened.media))
            }
        }

        post("/work/cases/{id}/attachments/{attachment}/withdrawal", needs: .deed(.readCase)) { visit in
            let file = try visit.id("id", of: CaseFile.self)
            try await attachments.withdraw(visit.id("attachment"), in: file, by: visit.signedIn())
            return .see(CaseWorkAddress.attachments(file))
        }
    }
}

/// What is asked about a file that is attached.
enum AttachmentFields {
    static let file = FileField(
        "file", .attachmentFile, why: .attachmentFileWhy, accept: ".pdf,.jpg,.jpeg,.png,.txt,.ogg,.mp3,.wav", mostMegabytes: 10)
    static let kind = ChoiceField("kind", .attachmentKind, Attachment.Kind.allCases, as: .list) { $0.word }
    static let givenBy = ChoiceField("given-by", .givenBy, Attachment.Giver.allCases, as: .list) { $0.word }
    static let givenHow = ChoiceField("given-how", .givenHow, Attachment.Way.allCases, as: .list) { $0.word }
    static let givenOn = DayField("given-on", .givenOn, .untilToday)
    static let origin = LongTextField("origin", .attachmentOrigin, why: .attachmentOriginWhy, isRequired: false, length: 1...1_000, rows: 2)

    /// The parts that somebody may both see and write in.
    static func parts(_ view: CaseView) -> [CasePart] { CasePart.allCases.filter { view.shows($0) && view.mayWrite($0) } }

    static func part(_ parts: [CasePart]) -> ChoiceField<CasePart> {
        ChoiceField("part", .attachmentPart, why: .attachmentPartWhy, parts, as: .list) { $0.word }
    }

    static func read(_ parts: [CasePart], _ reading: inout FormReading) -> Attachments.Draft? {
        let (content, part, kind) = (reading.read(file), reading.read(Self.part(parts)), reading.read(kind))
        let (giver, way, day) = (reading.read(givenBy), reading.read(givenHow), reading.read(givenOn))
        let origin = reading.read(origin)
        guard reading.isSound, let content, let part, let kind, let giver, let way, let day else { return nil }
        return Attachments.Draft(
            part: part, kind: kind, givenBy: giver, givenHow: way, givenOn: day, origin: origin, name: content.name, content: content.bytes)
    }

    /// The name that it had may name somebody, and would stay on a disk: it gets another each time.
    static func randomName(_ media: AttachmentMedia) -> String {
        let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
        return String((0..<16).compactMap { _ in letters.randomElement() }) + "." + media.ending
    }
}

/// The attachments of a file.
struct AttachmentsPage: Page {
    let view: CaseView
    let asked: ListRequest
    let rows: [Attachment]
    let filled: Filled

    static let shape = ListShape(sorts: [ListSort("added", startsDescending: true)])

    var slice: ListSlice<Attachment> { ListSlice(fetched: rows) { [String($0.addedAt.microseconds), "\($0.id)"] } }

    static func read(_ visit: Visit, _ desk: CaseWorkDesk, filled: Filled?) async throws -> AttachmentsPage {
        let file = try visit.id("id", of: CaseFile.self)
        let asked = ListRequest(visit.query, shape)
        let after = asked.after.flatMap { place -> (at: Int, id: ID<Attachment>)? in
            guard place.values.count == 2, let at = Int(place.values[0]), let id = ID<Attachment>(place.values[1]) else { return nil }
            return (at, id)
        }
        var fresh = Filled()
        fresh.fill(AttachmentFields.givenOn, with: desk.room.day(of: visit.now))
        let (start, key) = (filled ?? fresh, try await Entries(desk.room).key(for: file))
        return try await desk.look(at: file, .summary, for: visit.signedIn()) { tx, view, looking in
            AttachmentsPage(
                view: view, asked: asked,
                rows: try Attachments.all(of: view, limit: ListRequest.fetchCount, after: after, with: key, &looking, in: tx), filled: start
            )
        }
    }

    var title: Word { .attachments }
    var door: Door { .work }
    var trail: [Crumb] { CaseWorkDesk.trail(view.summary) }

    func body(_ html: inout Markup) {
        html.problems(filled)
        html.list(
            KeysetTable(
                caption: .attachments, asked: asked, slice: slice,
                at: CaseWorkAddress.attachments(view.summary.id), empty: EmptyList(.attachmentsWillStandHere), columns: columns
            )
        )
        let parts = AttachmentFields.parts(view)
        guard !parts.isEmpty else { return }
        html.h2(.attach)
        html.p(.attachConsequences, .class("why"))
        html.form(upload: CaseWorkAddress.attachments(view.summary.id)) { html in
            html.field(AttachmentFields.file, filled)
            html.field(AttachmentFields.part(parts), filled)
            html.field(AttachmentFields.kind, filled)
            html.field(AttachmentFields.givenBy, filled)
            html.field(AttachmentFields.givenHow, filled)
            html.field(AttachmentFields.givenOn, filled)
            html.field(AttachmentFields.origin, filled)
            html.submit(.attach)
        }
    }

    private var columns: [ListColumn<Attachment>] {
        let view = view
        return [
            ListColumn(.attachmentKind, namesRow: true) { one, html in
                html.say(one.kind.word)
                if let name = one.name {
                    html.br()
                    html.span(.class("typed"), .dirAuto) { $0.text(name) }
                }
            },
            ListColumn(.attachmentPart) { one, html in html.say(one.part.word) },
            ListColumn(.attachmentOrigin) { one, html in Self.origin(one, &html) },
            ListColumn(.attachmentOpen) { one, html in Self.links(one, view, &html) },
        ]
    }

    private static func origin(_ one: Attachment, _ html: inout Markup) {
        html.say(one.givenBy.word)
        html.text(", ")
        html.say(one.givenHow.word)
        html.text(", ")
        html.day(one.givenOn)
        if let origin = one.origin {
            html.br()
            html.span(.class("typed"), .dirAuto) { $0.text(origin) }
        }
        html.br()
        html.small { html in
            html.say(.addedWhen)
            html.space()
            html.moment(one.addedAt)
            html.text(" · ")
            html.bdi { $0.text(one.organisation) }
            html.br()
            html.say(.fingerprintSHA256)
            html.space()
            html.code { $0.text(one.fingerprint) }
        }
    }

    private static func links(_ one: Attachment, _ view: CaseView, _ html: inout Markup) {
        let file = view.summary.id
        html.say(one.media.word)
        html.text(", ")
        html.number((one.size + 1_023) / 1_024)
        html.space()
        html.say(.kilobytes)
        if one.hasCopy {
            html.br()
            html.a(to: CaseWorkAddress.attachmentCopy(file, one.id), .openCopy)
        }
        html.br()
        html.a(to: CaseWorkAddress.attachmentOriginal(file, one.id), one.hasCopy ? .openOriginal : .openAttachment)
        guard view.mayWrite(one.part) else { return }
        html.form(post: CaseWorkAddress.attachmentWithdrawal(file, one.id)) { $0.submit(.withdrawAttachment, .class("secondary")) }
    }
}

extension CasePanel {
    static let attachments = CasePanel("attachments", .attachments, of: .summary) { tx, view, _ in
        let shown = view.parts.map(\.rawValue).sorted()
        let count = try tx.row(
            "SELECT COUNT(*) FROM attachment WHERE case_id = \(view.summary.id) AND withdrawn_at IS NULL AND part IN \(list: shown)"
        ) { $0.int(0) }
        return { html in
            html.p { html in
                html.a(to: CaseWorkAddress.attachments(view.summary.id), .openAttachments)
                html.text(" · ")
                html.number(count ?? 0)
            }
        }
    }
}
