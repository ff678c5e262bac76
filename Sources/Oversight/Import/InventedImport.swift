import Basics
import Protection
import Store

/// A file of records that another house of the demonstration gave, and that was taken over: three people, all invented.
enum InventedImport {
    private static let records = """
        prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,prs_Citizenship,vic_TypeOfExploitation,cas_IncomingReferralDate
        Zuleika,Marondexample,1994-05-02,Feminine,NG,SexualExploitation,2026-02-03
        Tibor,Halvexample,1989,Masculine,UA,ForcedLabour,2026-03-11
        Pilar,Quirexample,2001-11-20,Feminine,CO,ForcedLabour,2026-04-29

        """

    static func epilogue(_ country: InventedCountry) async throws {
        guard let worker = country.all("case-worker").first,
            let supervisor = country.all("case-supervisor", of: worker.organisation).first
        else { return }
        country.clock.go(to: country.present - .hours(30))
        _ = try await CaseImport(country.room).take(Array(records.utf8), name: "cases", by: country.actor(supervisor))
        country.clock.go(to: country.present)
    }
}
