import Calendar
import Records
import SQLite

extension SampleProgram {
    /// What people undertook at sessions and what became of it, and what groups answered to reflexive questions.
    mutating func makeReflections() throws {
        let sessions = try store.reader.all(
            "SELECT ref, starts_on FROM session WHERE status = 'held' ORDER BY starts_on, id"
        ) { (ref: try $0.text(0), day: try $0[1] as Day) }
        for session in sessions {
            if sequence.happens(35) { try makeCommitments(at: session.ref, session.day) }
            if sequence.happens(25) { try makeAnswers(at: session.ref) }
        }
    }

    private mutating func makeCommitments(at session: String, _ day: Day) throws {
        let respondents = sequence.number(in: 4...14)
        let made = respondents * 3 - sequence.number(in: 0...respondents)
        try put(.commitment, ["session": session, "made": String(made), "respondents": String(respondents)])
        for (days, reached, done) in [(33, 60, 40), (94, 45, 65)] {
            let on = day.adding(days: days + sequence.number(in: 0...6))
            guard on <= store.today, sequence.happens(80) else { continue }
            let asked = made * reached / 100
            let fully = asked * done / 100
            let partly = (asked - fully) * 2 / 3
            try put(
                .commitment,
                [
                    "session": session, "followed_on": on.iso, "fully": String(fully), "partly": String(partly),
                    "not_yet": String(asked - fully - partly),
                ]
            )
        }
    }

    private mutating func makeAnswers(at session: String) throws {
        for (question, answers) in SampleWords.reflections {
            let answer = sequence.one(of: answers)
            try put(
                .reflection,
                [
                    "session": session, "question": question, "codes": answer.codes,
                    "count": String(sequence.number(in: 1...6)), "text": answer.text,
                ]
            )
        }
    }
}

extension SampleWords {
    /// The two reflexive questions, with answers that nobody gave.
    static let reflections: [(question: String, answers: [(codes: String, text: String)])] = [
        (
            "stigmatizing",
            [
                ("form:institutional;element:blame", "Our late rule sends people away who slept outside"),
                ("form:individuals;element:pathologize", "We talk over people at the desk"),
                ("form:institutional;service:referrals", "The intake form asks for a reason before it asks for a name"),
            ]
        ),
        (
            "responding",
            [
                ("element:fear", "They come only when it can't wait any longer"),
                ("form:self;element:blame", "They say sorry for being here"),
                ("element:fear;intersects:housing", "They send a friend instead"),
            ]
        ),
    ]
}
