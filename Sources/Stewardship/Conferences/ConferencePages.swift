import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/conferences                        conferences of one's organisation            readCase
    //  GET   /work/cases/{id}/conferences             those about a file, and a form to call one   holdConferences
    //  POST  /work/cases/{id}/conferences             call one                                     holdConferences
    //  GET   /work/conferences/{id}                   agenda, decisions, tasks                     readCase
    //  GET   /work/conferences/{id}/minutes           to print                                     readCase
    //  POST  /work/conferences/{id}/cases             another file on the table                    holdConferences
    //  POST  /work/conferences/{id}/invitations       invite an organisation                       holdConferences
    //  POST  /work/conferences/{id}/agenda            something to speak about                     readCase
    //  POST  /work/conferences/{id}/attendance        it was held; who came                        holdConferences
    //  POST  /work/conferences/{id}/decisions         what was decided                             holdConferences
    //  POST  /work/conferences/{id}/tasks             who does what by when                        holdConferences
    //  POST  /work/conferences/{id}/closure           it is over                                   holdConferences
    //  POST  /work/conferences/{id}/cancellation      it does not take place                       holdConferences
    //  GET   /work/tasks                              tasks of mine                                readCase
    //  POST  /work/tasks/{id}/completion              done                                         readCase
    //  POST  /work/tasks/{id}/withdrawal              no longer needed                             holdConferences
    mutating func addConferences(_ room: ProtectionRoom) {
        let conferences = Conferences(room: room)

        get("/work/conferences", needs: .deed(.readCase)) { visit in .page(try await ConferencesPage.read(visit, room)) }

        get("/work/cases/{id}/conferences", needs: .deed(.holdConferences)) { visit in
            .page(try await CallPage.read(visit, room, filled: Filled()))
        }

        post("/work/cases/{id}/conferences", needs: .deed(.holdConferences)) { visit in
            var reading = FormReading(visit.form)
            let (day, hour, venue) = (reading.read(CallPage.day), reading.read(CallPage.hour), reading.read(CallPage.venue))
            if reading.isSound, let day, let hour, let venue {
                do {
                    let id = try await conferences.call(visit.id("id"), on: day, hour: hour, venue: venue, by: visit.signedIn())
                    return .see(StewardshipAddress.conference(id))
                } catch StewardshipRefused.meetsInThePast {
                    reading.refuse(CallPage.hour, because: StewardshipRefused.meetsInThePast.words)
                } catch let refused as any Refusal where refused.kind == .invalid {
                    reading.refuse(because: refused)
                }
            }
            return .page(try await CallPage.read(visit, room, filled: reading.filled), status: .unprocessable)
        }

        get("/work/conferences/{id}", needs: .deed(.readCase)) { visit in
            .page(try await ConferencePage.read(visit, room, filled: Filled()))
        }

        get("/work/conferences/{id}/minutes", needs: .deed(.readCase)) { visit in
            .page(try await ConferencePage.read(visit, room, filled: Filled(), prints: true))
        }

        post("/work/conferences/{id}/cases", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            do {
                guard let typed = reading.read(ConferencePage.code), reading.isSound else { throw notThere(.holdConferences, page.actor) }
                try await conferences.add(codedAs: typed, to: page.id, by: page.actor)
            } catch AccessRefused.notFound {
                // A file that there is not, and one that is somebody else's: the same words.
                if reading.isSound { reading.refuse(ConferencePage.code, because: .noFileOfYours) }
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/invitations", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            guard let organisation = reading.read(page.invitee), reading.isSound, let file = page.anchor else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.invite(organisation, to: page.id, through: file, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/agenda", needs: .deed(.readCase)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, text) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.text)
            )
            guard reading.isSound, let file, let part, let text else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.addItem(part, text, of: file, to: page.id, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/attendance", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            var attendance: [ID<Organisation>: Conference.Attendance] = [:]
            for invitation in page.invitations { attendance[invitation.organisation] = reading.read(invitation.field) }
            guard reading.isSound, let file = page.anchor else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
            do {
                try await conferences.move(page.id, to: .held, attendance: attendance, from: version, through: file, by: visit.signedIn())
                return .see(StewardshipAddress.conference(page.id))
            } catch let refused as any Refusal where refused.kind == .invalid {
                reading.refuse(because: refused)
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
        }

        post("/work/conferences/{id}/decisions", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, kind) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.kind)
            )
            let text = reading.read(ConferenceFields.text)
            guard reading.isSound, let file, let part, let kind, let text else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            try await conferences.decide(kind, part, text, on: file, in: page.id, by: visit.signedIn())
            return .see(StewardshipAddress.conference(page.id))
        }

        post("/work/conferences/{id}/tasks", needs: .deed(.holdConferences)) { visit in
            let page = try await ConferencePage.read(visit, room, filled: Filled())
            var reading = FormReading(visit.form)
            let (file, part, due) = (
                reading.read(page.fields.file), reading.read(page.fields.part), reading.read(ConferenceFields.due)
            )
            let (text, owner, account) = (
                reading.read(ConferenceFields.text), reading.read(page.fields.owner), reading.read(page.fields.colleague)
            )
            guard reading.isSound, let file, let part, let due, let text, let owner else {
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
            do {
                try await conferences.setTask(
                    part, text, for: owner, account: account, by: due, on: file, in: page.id, by: visit.signedIn())
                return .see(StewardshipAddress.conference(page.id))
            } catch let refused as any Refusal where refused.kind == .invalid {
                reading.refuse(because: refused)
                return .page(try await ConferencePage.read(visit, room, filled: reading.filled), status: .unprocessable)
            }
        }

        for (noun, stage) in [("closure", Conference.Stage.closed), ("cancellation", .cancelled)] {
            post("/work/conferences/{id}/\(noun)", needs: .deed(.holdConferences)) { visit in
                let page = try await ConferencePage.read(visit, room, filled: Filled())
                guard let file = page.anchor else { throw notThere(.holdConferences, try visit.signedIn()) }
                let version = visit.form.fields["version"].flatMap(Int.init) ?? 0
                try await conferences.move(page.id, to: stage, from: version, through: file, by: visit.signedIn())
                return .see(StewardshipAddress.conference(page.id))
            }
        }

        get("/work/tasks", needs: .deed(.readCase)) { visit in .page(try await TasksPage.read(visit, room)) }

        post("/work/tasks/{id}/completion", needs: .deed(.readCase)) { visit in
            try await conferences.settle(visit.id("id"), as: .done, by: visit.signedIn())
            return .see(StewardshipAddress.tasks)
        }

        post("/work/tasks/{id}/withdrawal", needs: .deed(.holdConferences)) { visit in
            try await conferences.settle(visit.id("id"), as: .withdrawn, by: visit.signedIn())
            return .see(StewardshipAddress.tasks)
        }
    }
}
