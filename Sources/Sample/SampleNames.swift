/// The words of the sample program. Nobody is called so, and no such organization exists.
enum SampleNames {
    struct Organization {
        let ref: String
        let title: String
        let sector: String
        let sites: [String]
        let staff: Int?
    }

    struct Course {
        let ref: String
        let title: String
        let minutes: Int
        let validMonths: Int
        let topics: [String]
    }

    static let organizations = [
        Organization(
            ref: "tidewater",
            title: "Tidewater Health Center",
            sector: "health",
            sites: ["Pier Street", "Hilltop"],
            staff: 42
        ),
        Organization(ref: "cedar-row", title: "Cedar Row Housing", sector: "housing", sites: ["Cedar Row"], staff: 18),
        Organization(
            ref: "north-ferry",
            title: "North Ferry Hospital",
            sector: "health",
            sites: ["Emergency department"],
            staff: 64
        ),
        Organization(
            ref: "open-door",
            title: "Open Door Drop-in",
            sector: "harm reduction",
            sites: ["Market Square"],
            staff: 12
        ),
        Organization(
            ref: "coast-library",
            title: "Coast Public Library",
            sector: "public",
            sites: ["Central", "West"],
            staff: 27
        ),
        Organization(ref: "lantern-coalition", title: "Lantern Coalition", sector: "coalition", sites: [], staff: nil),
        Organization(
            ref: "marsh-clinic",
            title: "Marsh Lane Clinic",
            sector: "health",
            sites: ["Marsh Lane"],
            staff: 15
        ),
        Organization(
            ref: "beacon-shelter",
            title: "Beacon Shelter",
            sector: "housing",
            sites: ["Beacon Hill"],
            staff: 22
        ),
    ]

    static let courses = [
        Course(
            ref: "overdose-response",
            title: "Recognizing and responding to an overdose",
            minutes: 60,
            validMonths: 24,
            topics: ["Recognizing an overdose", "Naloxone", "Aftercare"]
        ),
        Course(
            ref: "language",
            title: "Words that keep the door open",
            minutes: 90,
            validMonths: 12,
            topics: ["Words and what they do", "Practice"]
        ),
        Course(
            ref: "reflexive-practice",
            title: "Reflexive practice",
            minutes: 120,
            validMonths: 12,
            topics: ["How stigma shows in our work", "How people respond", "Three strategies for this week"]
        ),
    ]

    static let foundationsTopics = [
        "Introductions and group agreements", "Why do people use drugs?", "The continuum of use",
        "Principles of harm reduction", "Resonate and challenge", "Risk, set, setting", "Harm-reduction services",
        "Closing, questions and evaluation",
    ]

    static let given = [
        "Alder", "Aster", "Basil", "Bay", "Birch", "Bracken", "Clover", "Cress", "Dill", "Elder", "Fennel", "Fern",
        "Hawthorn", "Hazel", "Heather", "Iris", "Ivy", "Juniper", "Laurel", "Lichen", "Linden", "Maple", "Marigold",
        "Moss", "Myrtle", "Olive", "Poppy", "Reed", "Rowan", "Rue", "Sage", "Sorrel", "Tansy", "Thyme", "Willow",
        "Yarrow",
    ]

    static let family = [
        "Apron", "Basket", "Biscuit", "Bottle", "Bowl", "Butterdish", "Candle", "Colander", "Cupboard", "Dishcloth",
        "Funnel", "Grater", "Jamjar", "Kettle", "Ladle", "Lantern", "Napkin", "Oven", "Pantry", "Pepperpot", "Pitcher",
        "Platter", "Saucer", "Sieve", "Skillet", "Spoon", "Stove", "Teacup", "Teaspoon", "Toaster", "Tray", "Whisk",
    ]

    static let jobRoles = [
        "nurse", "front desk", "case manager", "outreach worker", "physician", "housing navigator", "librarian",
        "pharmacist", "social worker", "security",
    ]
}
