/// Items of our own, to be put together to a form: in the public domain (CC0), and not validated.
///
/// They are kept as a form that nobody asks, so that everything which reads forms reads them.
package enum ItemBank {
    /// The items with their choices and scales.
    package static let form = Form(
        ref: "item-bank",
        title: "Items of our own (CC0, not validated)",
        items: items,
        choices: ["agree": agree, "risks": risks],
        scales: [
            FormScale(
                code: "confidence",
                title: "Confidence (our own items, not validated)",
                scoring: .mean,
                minValid: nil,
                direction: .higherIsBetter
            )
        ]
    )

    private static let reactions = [
        ("relevant", "What we talked about matters for my work."),
        ("welcome", "I felt welcome to take part, and free not to."),
        ("clear", "The trainers explained things clearly."),
        ("time", "This was worth my time."),
        ("safe_to_ask", "I could ask what I wanted to ask."),
        ("real_lives", "I learned from what people told of their own lives."),
    ]

    private static let confidence = [
        ("able_words", "I feel able to talk about drug use in words that put the person first."),
        ("able_listen", "I feel able to listen to somebody who uses drugs without judging them."),
        ("able_notice", "I can name a way in which my organization could be stigmatizing people who use drugs."),
    ]

    private static let changes = [
        ("one_thing", "I know one thing that I will do differently this week."),
        ("changed_own", "I have changed something in how I do my work since the training."),
        ("changed_organization", "My organization has changed something since the training."),
    ]

    private static let items: [FormItem] = {
        var items: [FormItem] = []
        func add(
            _ code: String,
            _ kind: FormItem.Kind,
            _ label: String,
            _ level: Int?,
            _ more: (inout FormItem) -> Void
        ) {
            var item = FormItem(position: items.count + 1, code: code, kind: kind, label: label)
            item.kirkpatrick = level
            if kind.isCounted { item.slot = items.count { $0.kind.isCounted } + 1 }
            more(&item)
            items.append(item)
        }
        func likert(_ item: inout FormItem) { (item.list, item.min, item.max) = ("agree", 1, 5) }
        for (code, label) in reactions { add(code, .likert, label, 1, likert) }
        add("recommend", .recommend, "How likely are you to recommend this training to a colleague?", 1) {
            ($0.min, $0.max) = (0, 10)
        }
        for (code, label) in confidence {
            add(code, .likert, label, 2) { item in
                likert(&item)
                item.scale = "confidence"
            }
        }
        add("risk", .choices, "Which of these can increase risk for harm?", 2) { item in
            (item.list, item.key) = ("risks", risks.map(\.name))
        }
        for (code, label) in changes { add(code, .likert, label, code == "one_thing" ? 2 : 3, likert) }
        add("stigmatizing", .reflection, "How could you or your institution be stigmatizing people who use drugs?", 2) {
            _ in
        }
        add("responding", .reflection, "How might people be responding to that?", 2) { _ in }
        add("commitment", .commitment, "One thing that I will do, starting this week:", 2) { _ in }
        add("anything", .text, "Is there anything else that you would like to tell us?", nil) { _ in }
        return items
    }()

    private static let agree = list(["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"])

    private static let risks = [
        ("drug", "The drug: what is in it, and how much"), ("set", "How somebody feels, and what they expect"),
        ("setting", "Where somebody is, and with whom"), ("alone", "Being alone"),
        ("stigma", "Being judged when asking for help"),
    ].enumerated().map { index, choice in
        FormChoice(place: index + 1, name: choice.0, label: choice.1, value: index + 1)
    }

    private static func list(_ labels: [String]) -> [FormChoice] {
        labels.enumerated().map { index, label in
            FormChoice(place: index + 1, name: String(index + 1), label: label, value: index + 1)
        }
    }
}
