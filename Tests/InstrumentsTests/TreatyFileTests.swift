import Basics
import Testing
import Vocabulary

@testable import Instruments

@Suite struct `A depositary's file` {
    @Test func `is read in this program's own columns`() throws {
        let file = try read(
            "treaty,alpha3,signature_date,action_date,action\nTIP,FRA,2000-12-12,2002-10-29,ratification\nTIP,XKX,,2010,accession\n"
                .replacing("XKX", with: "FJI")
        )
        #expect(file.lines.count == 2)
        #expect(
            file.lines[0]
                == TreatyFile.Line(
                    treaty: "TIP", party: "FRA", signedOn: Day(iso: "2000-12-12"), action: .ratification,
                    actedOn: DateSpan(text: "2002-10-29")))
        #expect(file.lines[1].actedOn == DateSpan(text: "2010"))
    }

    @Test func `is read as the United Nations Treaty Collection exports it`() throws {
        let file = try read(
            """
            Participant,Signature,"Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)"
            "Bahamas",9 Apr 2001,26 Sep 2008
            Afghanistan,,15 Aug 2014 a
            "China 1, 2",,8 Feb 2010 a
            European Union,12 Dec 2000,6 Sep 2006 AA
            Bhutan,,20 Feb 2023 a
            Iran (Islamic Republic of),14 Dec 2000,

            """, treaty: "TIP"
        )
        #expect(file.lines.map(\.party) == ["BHS", "AFG", "CHN", "EUE", "BTN", "IRN"])
        #expect(file.lines.map(\.action) == [.ratification, .accession, .accession, .approval, .accession, nil])
        #expect(file.lines[5].signedOn == Day(iso: "2000-12-14"))
    }

    @Test func `is read as the ILO exports it`() throws {
        let file = try read("Country;Date;Status\nAlbania;25 Jun 1957;In Force\nFrance;24.06.1937;In Force\n", treaty: "C029")
        #expect(file.lines.map(\.party) == ["ALB", "FRA"])
        #expect(file.lines[1].actedOn == DateSpan(text: "1937-06-24"))
        #expect(file.lines.allSatisfy { $0.action == .ratification && $0.treaty == "C029" })
    }

    @Test func `is refused with every fault, its line, value and remedy`() throws {
        let refusal = try #require(throws: TreatyFileRefused.self) {
            try read(
                """
                treaty,alpha3,signature_date,action_date,action
                TIP,FRA,2000-12-12,03/04/2003,ratification
                XYZ,Atlantis,,2003,ratification
                TIP,DEU,,,
                TIP,ESP,,2003,joined
                TIP,ITA,2000-12-12,2006-08-02,ratification
                TIP,ITA,2000-12-12,2006-08-02,ratification

                """
            )
        }
        #expect(refusal.faults.map(\.line) == [2, 3, 3, 4, 5, 7])
        #expect(refusal.message.contains("Line 2, date, “03/04/2003”: it is not a date; write it as 2003-09-29"))
        #expect(refusal.message.contains("the register has no such treaty; its codes are TIP, C029"))
        #expect(refusal.message.contains("it names no State or area"))
        #expect(refusal.message.contains("neither a signature nor an action"))
        #expect(refusal.message.contains("it is not a known action"))
        #expect(refusal.message.contains("stands in the file twice"))
    }

    @Test func `must say which treaty it is about`() throws {
        let refusal = try #require(throws: TreatyFileRefused.self) { try read("Country,Date,Status\nAlbania,1957-06-25,In Force\n") }
        #expect(refusal.message.contains("choose the treaty beside the file"))
        #expect(throws: TreatyFileRefused.self) { try read("a,b\n1,2\n", treaty: "TIP") }
    }

    @Test func `offers the right name for a slip of the pen, and takes nothing for granted`() throws {
        let refusal = try #require(throws: TreatyFileRefused.self) {
            try read("Country,Date,Status\nAlbnia,1957-06-25,In Force\n", treaty: "C029")
        }
        #expect(refusal.message.contains("if it is Albania, write ALB"))
    }

    private func read(_ text: String, treaty: String? = nil) throws -> TreatyFile {
        try TreatyFile.read(
            Array(text.utf8), named: "list.csv", treaty: treaty, known: ["TIP", "C029"], vocabulary: Shipped.codebook.get()
        )
    }
}
