import Calendar
import Documents
import Records
import Service
import Wording

/// Evaluations of a session, on its page: the code while they are collected, how many came once they are in.
struct CollectingSection {
    let collections: [ListedCollection]
    let training: Training
    let formID: String

    private var address: String { Address.training(training.found.ref) }

    var html: HTML {
        guard training.status == .held || training.status == .scheduled else { return "" }
        let open = collections.filter { $0.collection.closedOn == nil }
        let closed = collections.filter { $0.collection.closedOn != nil }
        let waves = open.map(\.collection.wave)
        let more = Form.waves.filter { !waves.contains($0.wave) }
        return """
            <section>
            <h2 id="evaluations">Evaluations</h2>
            \(list(open + closed))\(begin(more.map(\.choice)))</section>

            """
    }

    private func list(_ listed: [ListedCollection]) -> HTML {
        guard !listed.isEmpty else {
            return "<p>People can answer an evaluation on their phones, by a code that you show them.</p>\n"
        }
        return "<ul class=\"rows\">\n\(listed.map(row).joined())</ul>\n"
    }

    private func row(_ one: ListedCollection) -> HTML {
        let collection = one.collection
        let wave = Form.waves.first { $0.wave == collection.wave }?.choice.label ?? ""
        guard let day = collection.closedOn else {
            let state = one.isOpen ? "Open. Nobody sees the answers until you close it." : "The time is up."
            return """
                <li><div class="what">\(wave): code \(CodeWord.spaced(collection.code))<small>\(state)</small></div>\
                \(Piece.link("Show the code", "\(address)/code/\(collection.code)"))\
                \(Piece.link("Close and store", "\(address)/close/\(collection.code)"))</li>

                """
        }
        let rate = one.responses.map { responses -> String in
            let count = Words.count(responses, "response", "responses")
            return one.attendance.map { "\(count); \(Words.people($0)) attended" } ?? count
        }
        return """
            <li><div class="what">\(wave): \(rate ?? "")<small>Closed \(day.words)</small></div></li>

            """
    }

    private func begin(_ choices: [(value: String, label: String)]) -> HTML {
        guard !choices.isEmpty else { return "" }
        let field = Field(name: "wave", label: "When they answer", kind: .choice(choices))
        return """
            <form method="post" action="\(address)/collect" class="inline">\(Piece.hidden("form", formID))
            \(field.html)<button>Start collecting</button></form>

            """
    }
}

extension Form {
    /// When a form is asked: the wave, and how a page says it. After the training comes first, as most are.
    static let waves: [(wave: Records.Form.Wave, choice: (value: String, label: String))] = [
        (.after, ("after", "After the training")), (.before, ("before", "Before the training")),
        (.followup, ("followup", "Weeks later")),
    ]
}

/// A code as people read it out.
enum CodeWord {
    /// `KTB WMRX`
    static func spaced(_ code: String) -> String { "\(code.prefix(3)) \(code.dropFirst(3))" }
}
