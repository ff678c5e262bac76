import Access
import Basics
import Protection
import Store
import Vocabulary
import Web

extension Routes {
    //  GET   /work/referrals-to-us                          the queue of one's organisation          answerReferrals
    //  GET   /work/referrals-we-sent                        what was sent, of files within reach     referToServices
    //  GET   /work/service-referrals/{id}                   one, for its sender or its recipient     readCase
    //  POST  /work/service-referrals/{id}/acceptance        the recipient says yes                   answerReferrals
    //  POST  /work/service-referrals/{id}/decline           the recipient says no, with a reason     answerReferrals
    //  POST  /work/service-referrals/{id}/start             the service has begun                    answerReferrals
    //  POST  /work/service-referrals/{id}/completion        it has ended, with its outcome           answerReferrals
    //  POST  /work/service-referrals/{id}/withdrawal        the sender takes it back                 referToServices
    //  POST  /work/service-referrals/{id}/messages          a sealed message, of either side         readCase
    mutating func addReferrals(_ room: ProtectionRoom) {
        let desk = ReferralDesk(room: room)

        get("/work/referrals-to-us", needs: .deed(.answerReferrals)) { visit in
            .page(try await ReferralListPage.read(room, visit, .toUs))
        }
        get("/work/referrals-we-sent", needs: .deed(.referToServices)) { visit in
            .page(try await ReferralListPage.read(room, visit, .weSent))
        }
        get("/work/service-referrals/{id}", needs: .deed(.readCase)) { visit in
            .page(try await ReferralPage.read(room, visit))
        }

        post("/work/service-referrals/{id}/acceptance", needs: .deed(.answerReferrals)) { visit in
            try await ReferralPage.answered(room, visit) { id, version in
                try await desk.accept(id, from: version, by: visit.signedIn(), at: visit.now)
            }
        }
        post("/work/service-referrals/{id}/decline", needs: .deed(.answerReferrals)) { visit in
            var reading = FormReading(visit.form)
            guard let reason = reading.read(ReferralPage.reason(room.profile)) else {
                return .page(try await ReferralPage.read(room, visit, filled: reading.filled), status: .unprocessable)
            }
            return try await ReferralPage.answered(room, visit) { id, version in
                try await desk.decline(id, because: reason, from: version, by: visit.signedIn(), at: visit.now)
            }
        }
        post("/work/service-referrals/{id}/start", needs: .deed(.answerReferrals)) { visit in
            try await ReferralPage.answered(room, visit) { id, version in
                try await desk.start(id, from: version, by: visit.signedIn(), at: visit.now)
            }
        }
        post("/work/service-referrals/{id}/completion", needs: .deed(.answerReferrals)) { visit in
            var reading = FormReading(visit.form)
            guard let completion = ReferralPage.completion(&reading) else {
                return .page(try await ReferralPage.read(room, visit, filled: reading.filled), status: .unprocessable)
            }
            return try await ReferralPage.answered(room, visit) { id, version in
                try await desk.complete(id, completion, from: version, by: visit.signedIn(), at: visit.now)
            }
        }
        post("/work/service-referrals/{id}/withdrawal", needs: .deed(.referToServices)) { visit in
            try await ReferralPage.answered(room, visit) { id, version in
                try await desk.withdraw(id, from: version, by: visit.signedIn(), at: visit.now)
            }
        }
        post("/work/service-referrals/{id}/messages", needs: .deed(.readCase)) { visit in
            let id = try visit.id("id", of: ServiceReferral.self)
            var reading = FormReading(visit.form)
            guard let text = reading.read(ReferralPage.message), reading.isSound else {
                return .page(try await ReferralPage.read(room, visit, filled: reading.filled), status: .unprocessable)
            }
            try await ServiceMessages(room: room).write(text, about: id, by: visit.signedIn(), at: visit.now)
            return .see(AssistanceAddress.referral(id).at("messages"))
        }
    }

}

extension ReferralPage {
    /// Does a deed to the version that was looked at. Who comes second sees what the referral has become.
    fileprivate static func answered(
        _ room: ProtectionRoom, _ visit: Visit, _ deed: (ID<ServiceReferral>, Int) async throws -> Void
    ) async throws -> Answer {
        let id = try visit.id("id", of: ServiceReferral.self)
        do {
            try await deed(id, visit.form.fields["version"].flatMap(Int.init) ?? 0)
        } catch StoreRefused.changedMeanwhile {
            return .page(try await ReferralPage.read(room, visit, note: .changedMeanwhile), status: .conflict)
        }
        // After a decline it is not theirs any more.
        let isGone = visit.path.hasSuffix("/decline")
        return .see(isGone ? AssistanceAddress.referralsToUs : AssistanceAddress.referral(id))
    }
}
