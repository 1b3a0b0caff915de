/// What people of the sample program said, asked for and did. All of it is made up.
enum SampleWords {
    struct Feedback {
        let kind: String
        let summary: String
        let codes: String?
        /// What the team says of it to everybody.
        let wording: String
        let answer: String
        let changes: Bool
    }

    struct Recommendation {
        let text: String
        let role: String
        let codes: String?
    }

    struct Action {
        let text: String
        let role: String
    }

    struct Activity {
        let kind: String
        let title: String
        let partners: String?
    }

    static let feedback = [
        Feedback(
            kind: "complaint",
            summary: "Asked for supplies at the window and was told to come back another day",
            codes: "form:institutional;service:safer-use-supplies",
            wording: "People had to come twice for supplies",
            answer: "Supplies are handed out whenever the window is open",
            changes: true
        ),
        Feedback(
            kind: "suggestion",
            summary: "No vein care supplies on Fridays",
            codes: "service:syringe-access",
            wording: "Vein care supplies ran out at the end of the week",
            answer: "Ordered; they are on the shelf",
            changes: true
        ),
        Feedback(
            kind: "concern",
            summary: "The guard at the door stares at people who come in",
            codes: "form:individuals;element:fear",
            wording: "The entrance did not feel welcoming",
            answer: "Door staff joined the training, and the chair was moved",
            changes: true
        ),
        Feedback(
            kind: "question",
            summary: "Is naloxone there on weekends too?",
            codes: "service:overdose-prevention",
            wording: "When can we get naloxone?",
            answer: "Yes, from the box beside the door, day and night",
            changes: false
        ),
        Feedback(
            kind: "thanks",
            summary: "The new chairs are good",
            codes: "service:drop-in",
            wording: "People like the new seats",
            answer: "Passed on to the team",
            changes: false
        ),
        Feedback(
            kind: "complaint",
            summary: "A form asks for things that the nurse does not need",
            codes: "form:institutional;element:pathologize",
            wording: "Our first form asked more than it needs to",
            answer: "Two questions were taken out",
            changes: true
        ),
        Feedback(
            kind: "suggestion",
            summary: "Open on Saturday mornings",
            codes: "service:drop-in;intersects:poverty",
            wording: "People would like weekend hours",
            answer: "Not before next year; the board is asked",
            changes: false
        ),
        Feedback(
            kind: "concern",
            summary: "A referral went to a place that asks for papers first",
            codes: "service:referrals;intersects:housing",
            wording: "Some places that we refer to ask for documents",
            answer: "The list of referrals says who asks for what",
            changes: true
        ),
    ]

    static let recommendations = [
        Recommendation(text: "Open on Saturday mornings", role: "program director", codes: "service:drop-in"),
        Recommendation(
            text: "Show on the wall what was done about what people said",
            role: "drop-in manager",
            codes: "strategy:outlets-for-feedback"
        ),
        Recommendation(text: "Pay members in cash on the day", role: "finance lead", codes: nil),
        Recommendation(
            text: "Let members take part when a supervisor is hired",
            role: "program director",
            codes: "strategy:hiring-people-who-use-drugs"
        ),
        Recommendation(
            text: "Train the people at the door, not only the nurses",
            role: "training lead",
            codes: "strategy:training-and-education;form:individuals"
        ),
        Recommendation(text: "Keep a room for people who need quiet", role: "drop-in manager", codes: "element:fear"),
        Recommendation(
            text: "Ask the clinic to take walk-ins on Mondays",
            role: "program director",
            codes: "service:referrals;form:institutional"
        ),
    ]

    static let actions = [
        Action(text: "Write one page about how we speak, and hand it to new staff", role: "training lead"),
        Action(text: "Take two questions out of the first form", role: "program director"),
        Action(text: "Put a box for feedback at each door", role: "drop-in manager"),
        Action(text: "Say in job postings what the work needs, and no more", role: "program director"),
        Action(text: "Offer supervision every other week", role: "outreach lead"),
        Action(text: "Let people who were turned away ask again", role: "drop-in manager"),
        Action(text: "Pay members of the board on the day", role: "finance lead"),
        Action(text: "Train door staff with a speaker", role: "training lead"),
    ]

    static let commitments = [
        "Say \"person who uses drugs\" in our case notes", "Ask before I assume what somebody came for",
        "Take the sign at the front desk down and write a kinder one", "Tell a colleague when a word hurts",
        "Put the feedback box where people sit", "Read our intake form as somebody would who is asked",
    ]

    static let remarks = [
        "More time for questions", "The part about words stayed with me", "A break in the middle would help",
        "Thank you for the examples from our own clinic",
    ]

    static let activities = [
        Activity(kind: "campaign", title: "Words keep the door open", partners: "Coast Public Library"),
        Activity(kind: "event", title: "Open house at the drop-in", partners: "Open Door Drop-in;Lantern Coalition"),
        Activity(kind: "advocacy", title: "Letter about naloxone in shelters", partners: "Beacon Shelter"),
        Activity(kind: "event", title: "Overdose awareness evening", partners: "North Ferry Hospital"),
        Activity(kind: "campaign", title: "Ask me first: posters at bus stops", partners: nil),
        Activity(kind: "advocacy", title: "Comment on the county's hiring rules", partners: "Lantern Coalition"),
        Activity(kind: "event", title: "Market day with partners", partners: "Cedar Row Housing;Marsh Lane Clinic"),
        Activity(kind: "advocacy", title: "Talk with the council about opening hours", partners: nil),
    ]
}
