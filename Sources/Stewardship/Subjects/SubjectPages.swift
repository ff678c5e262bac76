import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/cases/{id}/subject-access                            requests, what is withheld, forms    answerSubjects
    //  POST  /work/cases/{id}/subject-access                            the person asked                     answerSubjects
    //  GET   /work/cases/{id}/subject-access/sheet                      what is held, to print               answerSubjects
    //  GET   /work/cases/{id}/subject-access/data                       the same for programs                answerSubjects
    //  POST  /work/cases/{id}/subject-access/handover                   how and when it was handed over      answerSubjects
    //  POST  /work/cases/{id}/subject-access/withholding                a law withholds something            answerSubjects
    //  POST  /work/cases/{id}/subject-access/withholding/{one}/end      no longer                            answerSubjects
    mutating func addSubjects(_ room: ProtectionRoom) {
        let subjects = SubjectAccess(room: room)

        get("/work/cases/{id}/subject-access", needs: .deed(.answerSubjects)) { visit in
            .page(try await SubjectPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/subject-access", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, who) = (reading.read(SubjectPage.askedOn), reading.read(SubjectPage.askedBy))
            guard reading.isSound, let day, let who else {
                return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await subjects.ask(id, on: day, by: who, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }

        get("/work/cases/{id}/subject-access/sheet", needs: .deed(.answerSubjects)) { visit in
            .page(
                SubjectSheetPage(
                    sheet: try await subjects.sheet(of: visit.id("id"), for: visit.signedIn()),
                    roles: try RoleBook.load(from: room.share).roles))
        }

        get("/work/cases/{id}/subject-access/data", needs: .deed(.answerSubjects)) { visit in
            let sheet = try await subjects.sheet(of: visit.id("id"), for: visit.signedIn())
            return try .json(SubjectData(sheet, in: visit.language))
        }

        post("/work/cases/{id}/subject-access/handover", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            var reading = FormReading(visit.form)
            let (day, channel) = (reading.read(SubjectPage.handedOn), reading.read(SubjectPage.channel))
            guard reading.isSound, let day, let channel else {
                return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await subjects.handOver(id, by: channel, on: day, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }

        post("/work/cases/{id}/subject-access/withholding", needs: .deed(.answerSubjects)) { visit in
            let page = try await SubjectPage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (part, organisation) = (reading.read(SubjectPage.part), reading.read(page.organisation))
            if let reason = reading.read(SubjectPage.reason), reading.isSound {
                do {
                    try await subjects.withhold(part, of: organisation, for: reason, in: page.summary.id, actor: visit.signedIn())
                    return .see(StewardshipAddress.subjectAccess(page.summary.id))
                } catch let refused as StewardshipRefused {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await SubjectPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        post("/work/cases/{id}/subject-access/withholding/{one}/end", needs: .deed(.answerSubjects)) { visit in
            let id = try visit.id("id", of: CaseFile.self)
            try await subjects.lift(visit.id("one"), in: id, actor: visit.signedIn())
            return .see(StewardshipAddress.subjectAccess(id))
        }
    }
}
