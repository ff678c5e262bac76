import Access
import Basics
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /commitments                        browse and search          anyone
    //  GET   /commitments.{format}               what was found, as a file  anyone
    //  GET   /commitments/{id}                   one of them                anyone
    //  POST  /commitments/{id}/links             tie it to another          linkCommitments
    //  POST  /commitments/{id}/links/removal     untie them                 linkCommitments
    mutating func addCommitments(_ room: InstrumentsRoom) {
        get("/commitments", needs: .anyone) { visit in try await room.commitments(visit) }
        get("/commitments.{format}", needs: .anyone) { visit in
            guard let format = visit.format else { return .notFound }
            var reading = FormReading(FormBody(visit.query))
            let search = CommitmentSearch(&reading)
            let found = try await room.database.read { try $0.commitments(search) }
            return try .download(CommitmentsPage.sheet(found), format, in: visit.language)
        }
        get("/commitments/{id}", needs: .anyone) { visit in
            .page(try await room.commitmentPage(visit.parameter("id"), for: visit))
        }
        post("/commitments/{id}/links", needs: .deed(.linkCommitments)) { visit in try await room.link(visit) }
        post("/commitments/{id}/links/removal", needs: .deed(.linkCommitments)) { visit in
            let (id, now) = (visit.parameter("id"), visit.now)
            let (kind, other) = (visit.form.fields["kind"] ?? "", visit.form.fields["to"] ?? "")
            try await room.gate.change(
                .linkCommitments, on: ID<CommitmentLink>.new(at: now), for: visit.signedIn(), detail: "removed"
            ) { tx, permit in
                try CommitmentLink.remove(from: id, to: kind, other, under: permit, in: tx)
            }
            return .see(InstrumentsAddress.commitment(id))
        }
    }
}

extension CommitmentSearch {
    init(_ reading: inout FormReading) {
        self.init(
            words: reading.read(CommitmentFields.words) ?? "", source: reading.read(CommitmentFields.source),
            pillar: reading.read(CommitmentFields.pillar)
        )
    }
}

extension InstrumentsRoom {
    fileprivate func commitments(_ visit: Visit) async throws -> Answer {
        var reading = FormReading(FormBody(visit.query))
        let search = CommitmentSearch(&reading)
        let (found, counts) = try await database.read { tx in (try tx.commitments(search), try tx.commitmentCounts()) }
        let start = min(max(0, visit.query.filled("from").flatMap { Int($0) } ?? 0), found.count)
        let end = min(found.count, start + CommitmentsPage.pageSize)
        return .page(
            CommitmentsPage(
                search: search, filled: reading.filled, counts: counts, shown: found[start..<end], found: found.count,
                next: end < found.count ? end : nil
            )
        )
    }

    fileprivate func commitmentPage(_ id: String, for visit: Visit, filled: Filled = Filled()) async throws -> CommitmentPage {
        let (commitment, links) = try await database.read { tx in
            let links = try tx.links(of: id).map { link in
                CommitmentPage.Linked(
                    link: link, commitment: link.toKind == CommitmentLink.commitmentKind ? try tx.commitment(link.toID) : nil
                )
            }
            return (try tx.commitment(id), links)
        }
        guard let commitment else { throw WebRefused.notFound }
        return CommitmentPage(
            commitment: commitment, links: links, mayLink: visit.actor?.may(.linkCommitments) ?? false, filled: filled
        )
    }

    fileprivate func link(_ visit: Visit) async throws -> Answer {
        let (id, now) = (visit.parameter("id"), visit.now)
        var reading = FormReading(visit.form)
        let other = reading.read(CommitmentFields.linkTo)
        let why = reading.read(CommitmentFields.linkWhy)
        if reading.isSound, let other, let why {
            do {
                try await gate.change(
                    .linkCommitments, on: ID<CommitmentLink>.new(at: now), for: visit.signedIn(), detail: "made"
                ) { tx, permit in
                    try CommitmentLink.make(from: id, to: other, why: why, under: permit, at: now, in: tx)
                }
                return .see(InstrumentsAddress.commitment(id))
            } catch let refusal as CommitmentLinkRefused {
                reading.refuse(because: refusal)
            }
        }
        return .page(try await commitmentPage(id, for: visit, filled: reading.filled), status: .unprocessable)
    }
}
