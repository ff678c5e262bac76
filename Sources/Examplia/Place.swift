import Access

/// An organisation of Examplia, an invented country.
struct Place {
    let name: String
    let kind: Organisation.Kind
    /// The roles of its people, one for each person.
    let people: [[String]]
}

/// The 25 organisations and 60 people of the demonstration. All of them, and their names, are invented.
enum Places {
    static let all: [Place] = [
        Place(name: "Ministry of the Interior of Examplia", kind: .ministry, people: [["national-coordinator"], ["system-administrator"]]),
        Place(
            name: "Identification Office of Examplia", kind: .ministry,
            people: [
                ["identifying-officer"], ["identifying-officer"], ["identifying-officer"], ["identification-supervisor"],
                ["identification-supervisor"], ["identification-supervisor"],
            ]),
        Place(
            name: "Child Protection Board", kind: .ministry,
            people: [
                ["child-protection-officer"], ["child-protection-officer"], ["child-protection-officer"],
            ]),
        Place(name: "Guardians of Examplia", kind: .ngo, people: [["guardian"], ["guardian"], ["guardian"]]),
        Place(name: "Office of the National Rapporteur", kind: .ministry, people: [["rapporteur"], ["researcher"]]),
        Place(
            name: "Border Police, Port Example", kind: .border,
            people: [["first-responder"], ["first-responder"], ["first-responder", "case-supervisor"]]),
        Place(
            name: "Border Police, Inland Crossing", kind: .border, people: [["first-responder"], ["first-responder", "case-supervisor"]]),
        Place(
            name: "Police of Examplia", kind: .police,
            people: [["first-responder", "case-supervisor"], ["investigator"], ["investigator"]]),
        Place(
            name: "Labour Inspectorate North Coast", kind: .labourInspectorate,
            people: [["first-responder"], ["first-responder", "case-supervisor"]]),
        Place(name: "Labour Inspectorate Inland", kind: .labourInspectorate, people: [["first-responder", "case-supervisor"]]),
        Place(name: "Willow Clinic", kind: .health, people: [["service-provider"], ["first-responder", "case-supervisor"]]),
        Place(name: "Saint Example Hospital", kind: .health, people: [["service-provider"], ["first-responder", "case-supervisor"]]),
        Place(
            name: "National Helpline", kind: .ngo,
            people: [["helpline-operator"], ["helpline-operator"], ["helpline-operator", "case-supervisor"]]),
        Place(
            name: "Harbour House", kind: .ngo,
            people: [
                ["case-worker"], ["case-worker"], ["case-worker"], ["case-worker"], ["case-supervisor"], ["organisation-administrator"],
            ]),
        Place(name: "Open Door Inland", kind: .ngo, people: [["case-worker"], ["case-worker"], ["case-worker"], ["case-supervisor"]]),
        Place(name: "Island Aid", kind: .ngo, people: [["case-worker"], ["case-worker"], ["case-supervisor"]]),
        Place(name: "Lantern Shelter", kind: .shelter, people: [["shelter-worker"], ["shelter-worker"], ["case-supervisor"]]),
        Place(name: "Hillside Home for Children", kind: .shelter, people: [["shelter-worker"], ["case-supervisor"]]),
        Place(name: "Men’s Refuge North Coast", kind: .shelter, people: [["shelter-worker", "case-supervisor"]]),
        Place(name: "Free Counsel Lawyers", kind: .ngo, people: [["service-provider"], ["service-provider"]]),
        Place(name: "Second Start Training", kind: .ngo, people: [["service-provider"]]),
        Place(name: "Bridge Interpreters", kind: .ngo, people: [["service-provider"]]),
        Place(name: "Victims’ Fund of Examplia", kind: .ministry, people: [["service-provider"]]),
        Place(name: "Homeland Hands", kind: .ngo, people: [["return-partner"]]),
        Place(name: "Return and Restart International", kind: .internationalOrganisation, people: [["return-partner"]]),
    ]

    static let identification = "Identification Office of Examplia"
    static let childProtection = "Child Protection Board"

    /// What the people are called: invented, and longer than the list of people so that a seed can choose.
    static let names = [
        "Abena", "Anouk", "Bashir", "Beatriz", "Bogdan", "Chidi", "Clara", "Dara", "Dmitri", "Elif", "Emre", "Fatou", "Felix", "Gita",
        "Goran",
        "Hana", "Henrik", "Ines", "Ivan", "Jamila", "Jonas", "Kofi", "Katya", "Lena", "Luis", "Mei", "Milan", "Nadia", "Noor", "Olga",
        "Olu",
        "Petra", "Pavel", "Quang", "Rosa", "Ramin", "Salma", "Sami", "Tariq", "Teresa", "Ulla", "Usman", "Vera", "Viktor", "Wanda", "Wen",
        "Ximena",
        "Yara", "Yusuf", "Zora", "Zeno", "Amara", "Bruno", "Celine", "Darius", "Esther", "Farid", "Greta", "Hugo", "Ida", "Jan", "Kira",
        "Lev",
        "Mona", "Nils", "Oksana", "Piotr", "Rania", "Stefan", "Tamar",
    ]
}
