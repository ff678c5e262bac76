"""Makes a file of person records with the columns of HTCDS 2.0. Nobody in it exists: a seed and a few weights make it all.

    generate.py FILE [ROWS] [SEED]
"""

import random
import sys
from datetime import date, timedelta

COLUMNS = (
    "record", "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg", "prs_Gender", "vic_AgeWhenTrafficked",
    "prs_Citizenship", "hte_Country", "hte_Date", "vic_TypeOfExploitation", "vic_ForcedLabourIndustry", "vic_TypeOfSexExploitation",
    "vic_MethodOfRecruitment", "vic_MethodsOfControl", "vic_RelationshipToTrafficker", "cas_Status", "cas_IncomingReferralDate",
)

# code → weight; what is empty was not recorded.
STATUS = {"ActualVictimOfTrafficking": 62, "PossibleVictimOfTrafficking": 30, "NotAVictimOfTrafficking": 5, "": 3}
DECIDER = {"Police": 45, "NGO": 25, "NonPoliceGovernmentalOrganization": 15, "CourtOrProsecution": 8, "Other": 3, "": 4}
GENDER = {"Feminine": 64, "Masculine": 31, "TransgenderFeminine": 1, "NonSpecifiedUnknown": 4}
CITIZENSHIP = {"NGA": 12, "ROU": 11, "VNM": 9, "PHL": 8, "UKR": 8, "NPL": 7, "COL": 7, "ETH": 6, "BGD": 6, "MMR": 6, "MAR": 5, "BRA": 5, "THA": 5, "": 5}
COUNTRY = {"DEU": 16, "ITA": 14, "ESP": 13, "GBR": 13, "FRA": 11, "ARE": 9, "MYS": 9, "USA": 15}
FORM = {"SexualExploitation": 42, "ForcedLabour": 38, "ForcedBegging": 5, "ForcedMarriage": 4, "Servitude": 6, "OrganRemoval": 1, "Other": 4}
INDUSTRY = {
    "A_AgricultureForestryAndFishing": 30, "F_Construction": 22, "T_ActivitiesOfHouseholdsAsEmployers": 20, "C_Manufacturing": 14,
    "I_AccommodationAndFoodServiceActivities": 14,
}
SEXUAL = {"Prostitution": 70, "Pornography": 10, "RemoteInteractiveServices": 8, "PrivateSexualServices": 12}
RECRUITMENT = {
    "ThroughFriendsOrSocialEvents": 30, "ThroughFamilyOrFamilyEvents": 20, "ThroughOnlineSocialNetworks": 18,
    "ThroughAnOnlineAdvertisement": 12, "AtWork": 8, "Other": 7, "": 5,
}
CONTROL = ("DebtBondage", "FalsePromises", "WithholdsDocuments", "PsychologicalAbuse", "ExcessiveWorkingHours", "PhysicalThreats", "TakesEarnings")
RELATION = {"Unaquainted": 45, "Acquainted": 35, "Familial": 12, "": 8}
CASE = {"Active": 30, "FollowUp": 20, "Closed": 40, "ClosedReferred": 10}


def chooser(weights: dict[str, int], by: random.Random):
    """A long shuffled deck is drawn from faster than weights are summed a million times."""
    deck = [code for code, weight in weights.items() for _ in range(weight * 41)]
    by.shuffle(deck)
    return lambda: deck[int(by.random() * len(deck))]


def write(path: str, rows: int, seed: int = 20_001) -> None:
    by = random.Random(seed)
    status, decider, gender, citizenship = (chooser(w, by) for w in (STATUS, DECIDER, GENDER, CITIZENSHIP))
    country, form, industry, sexual = (chooser(w, by) for w in (COUNTRY, FORM, INDUSTRY, SEXUAL))
    recruitment, relation, case = (chooser(w, by) for w in (RECRUITMENT, RELATION, CASE))
    first = date(2013, 1, 1)
    days = [(first + timedelta(days=n)).isoformat() for n in range(4_000)]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(",".join(COLUMNS) + "\n")
        for number in range(rows):
            forms = form()
            if by.random() < 0.06:
                other = form()
                forms = f"{forms};{other}" if other != forms else forms
            age = str(min(79, max(3, int(by.gauss(24, 10))))) if by.random() < 0.88 else ""
            begin = int(by.random() * 3_600)
            controls = by.sample(CONTROL, 1 + int(by.random() * 3))
            file.write(",".join((
                f"R{number:07d}", status(), decider(), gender(), age, citizenship(), country(), days[begin], forms,
                industry() if "ForcedLabour" in forms else "", sexual() if "SexualExploitation" in forms else "",
                recruitment(), ";".join(controls), relation(), case(), days[begin + int(by.random() * 400)],
            )) + "\n")


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000, int(sys.argv[3]) if len(sys.argv) > 3 else 20_001)
