import Calendar
import Records

extension SampleProgram {
    /// Outlets, and what people told us there: most of it answered and told, some waiting.
    mutating func makeOutlets() throws {
        try put(
            .outlet,
            [
                "ref": "drop-in-box", "title": "Drop-in box", "channel": "box", "audience": "participants",
                "anonymous": "yes", "owner": "drop-in manager", "opened": firstDay.iso,
                "reviewed": day(length - 120).iso,
            ]
        )
        try put(
            .outlet,
            [
                "ref": "text-line", "title": "Text line", "channel": "phone", "audience": "anybody", "anonymous": "no",
                "owner": "program director", "opened": day(60).iso, "acknowledge_days": "2", "resolve_days": "20",
                "working_days": "yes", "reviewed": day(length - 90).iso,
            ]
        )
        try put(
            .outlet,
            [
                "ref": "paper-cards", "title": "Paper cards", "channel": "card", "audience": "participants",
                "anonymous": "yes", "owner": "front desk lead", "opened": firstDay.iso, "closed": day(200).iso,
            ]
        )
        try put(
            .outlet,
            [
                "ref": "open-door-wall", "organization": "open-door", "title": "Question wall", "channel": "wall",
                "anonymous": "yes", "owner": "shift lead", "opened": day(300).iso,
            ]
        )
        for index in 0..<72 { try makeItem(index) }
        try makeWaiting()
    }

    /// One item for each way to wait, whatever the day.
    private func makeWaiting() throws {
        let words = SampleWords.feedback
        for (index, days) in [2, 9, 41].enumerated() {
            try put(
                .feedback,
                [
                    "outlet": index == 0 ? "text-line" : "drop-in-box", "received": day(length - days).iso,
                    "kind": words[index].kind, "summary": words[index].summary, "codes": words[index].codes,
                    "reachable": index == 0 ? "yes" : "no",
                ]
            )
        }
        try put(
            .feedback,
            [
                "outlet": "drop-in-box", "received": day(length - 20).iso, "kind": words[5].kind,
                "summary": words[5].summary, "answered": day(length - 6).iso, "answer": words[5].answer,
                "led_to_change": "yes",
            ]
        )
        try put(
            .feedback,
            [
                "outlet": "drop-in-box", "received": day(length - 30).iso, "summary": words[1].summary,
                "kind": words[1].kind, "excluded": "duplicate",
            ]
        )
    }

    private mutating func makeItem(_ index: Int) throws {
        let received = day(length * index / 72 + sequence.number(in: 0...2))
        guard received <= store.today else { return }
        let outlets = ["drop-in-box", "drop-in-box", "text-line", "paper-cards", "open-door-wall"]
        var outlet = sequence.one(of: outlets)
        if outlet == "paper-cards", received > day(195) { outlet = "drop-in-box" }
        if outlet == "text-line", received < day(60) { outlet = "drop-in-box" }
        if outlet == "open-door-wall", received < day(300) { outlet = "drop-in-box" }
        let words = sequence.one(of: SampleWords.feedback)
        let reachable = outlet == "text-line" && sequence.happens(80)
        let acknowledged = reachable ? past(received.adding(days: sequence.number(in: 0...5))) : nil
        let patience = sequence.number(in: 2...45)
        let isAnswered = outlet == "paper-cards" || sequence.happens(words.kind == "thanks" ? 60 : 90)
        let answered = isAnswered ? past(received.adding(days: patience)) : nil
        let isTold = sequence.happens(85)
        let told = answered != nil && isTold ? sequence.one(of: ["poster", "poster", "meeting", "post"]) : nil
        let isExcluded = sequence.happens(4)
        // Now and then a giver does not want it posted, or nobody has found words for everybody yet.
        let mayPost = index % 12 != 5
        let isPublished = told != nil && mayPost && index % 4 != 3
        try put(
            .feedback,
            [
                "outlet": outlet, "received": received.iso, "kind": words.kind, "summary": words.summary,
                "reachable": reachable ? "yes" : "no", "codes": words.codes, "acknowledged": acknowledged,
                "answered": answered, "answer": answered == nil ? nil : words.answer, "told": told,
                "led_to_change": answered == nil ? nil : words.changes ? "yes" : "no",
                "excluded": isExcluded ? "duplicate" : nil,
                "public_wording": isPublished ? words.wording : nil, "may_post": mayPost ? nil : "no",
            ]
        )
    }

    /// A board that meets every other month, and what became of what it asked for.
    mutating func makeBoard() throws {
        let board = try put(
            .board,
            [
                "ref": "pab", "title": "Participant advisory board", "seats": "11", "voting_seats": "9",
                "designated_seats": "6", "filled_seats": "8", "designated_filled": "4", "quorum": "5",
                "meetings_per_year": "6",
            ]
        )
        // In the second year somebody took a designated seat that another kind of member had held.
        try put(.boardSeats, ["board": board.ref, "on": day(400).iso, "designated_filled": "5"])
        var asked = 0
        for number in 0... {
            let planned = day(20 + number * 61)
            if planned > store.today.adding(days: 61) { break }
            let isHeld = planned <= store.today && number != 4
            guard isHeld else {
                try put(
                    .meeting,
                    [
                        "board": board.ref, "planned": planned.iso,
                        "cancelled": planned <= store.today ? "yes" : nil,
                    ]
                )
                continue
            }
            let present = sequence.number(in: 4...8)
            let declined = sequence.happens(25) ? 1 : 0
            let topic = sequence.one(of: ["opening hours", "supplies", "how we speak", "the new room"])
            let level = sequence.one(of: ParticipationLevel.allCases).rawValue
            let meeting = try put(
                .meeting,
                [
                    "board": board.ref, "planned": planned.iso, "held": planned.iso, "present": String(present),
                    "paid": String(present - declined), "declined_pay": String(declined),
                    "quorate": present >= 5 ? "yes" : "no", "levels": "\(topic):\(level);agenda:collaborate",
                ]
            )
            for _ in 0..<2 {
                try makeRecommendation(asked, at: meeting, on: planned)
                asked += 1
            }
        }
        for (days, words) in zip([5, 50], SampleWords.recommendations.suffix(2)) {
            let made = day(length - days)
            try put(
                .recommendation,
                [
                    "board": board.ref, "made": made.iso, "text": words.text, "addressed_to": words.role,
                    "due": made.adding(days: 30).iso, "codes": words.codes,
                ]
            )
        }
    }

    /// One recommendation; one after the other they go through every answer. Those of the last weeks wait.
    private mutating func makeRecommendation(_ number: Int, at meeting: Found, on made: Day) throws {
        let words = SampleWords.recommendations[number % SampleWords.recommendations.count]
        let answers: [RecommendationAnswer?] = [
            .accepted, .partly, .declined, .accepted, .noted, .accepted, nil, .withdrawn,
        ]
        let replied = made.adding(days: 10 + number % 5 * 4)
        let answer = replied <= store.today ? answers[number % answers.count] : nil
        let isDone = answer == .partly || (answer == .accepted && number % 3 == 0)
        let implemented = isDone ? past(replied.adding(days: 45)) : nil
        try put(
            .recommendation,
            [
                "meeting": meeting.ref, "text": words.text, "addressed_to": words.role,
                "due": made.adding(days: 30).iso, "answer": answer?.rawValue,
                "answered": answer == nil ? nil : replied.iso,
                "reason": answer == .declined ? "There are no funds for it this year" : nil,
                "implemented": implemented, "codes": words.codes,
            ]
        )
    }
}
