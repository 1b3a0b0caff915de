import Calendar
package import Records
package import Service

/// Sentences that say what was done and what there is, the same at the command line and in the browser.
///
/// Rules of style: titles and dates before refs, one idea a sentence, numbers and days the American way.
package enum Words {
    /// `2:30 PM`, for a time as it is stored: `14:30`.
    package static func time(_ stored: String) -> String {
        let parts = stored.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2 else { return stored }
        let minutes = parts[1] < 10 ? "0\(parts[1])" : "\(parts[1])"
        return "\((parts[0] + 11) % 12 + 1):\(minutes) \(parts[0] < 12 ? "AM" : "PM")"
    }

    /// `1,574`
    package static func number(_ number: Int) -> String {
        var text = String(abs(number))
        var place = text.count - 3
        while place > 0 {
            text.insert(",", at: text.index(text.startIndex, offsetBy: place))
            place -= 3
        }
        return number < 0 ? "-\(text)" : text
    }

    /// `1 person`, `1,200 people`
    package static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(number(count)) people" }

    /// `1 session`, `3 sessions`
    package static func count(_ count: Int, _ one: String, _ several: String) -> String {
        "\(number(count)) \(count == 1 ? one : several)"
    }

    /// `A`, `A and B`, `A, B, and C`
    package static func list(_ items: [String]) -> String {
        switch items.count {
        case 0...1: items.first ?? ""
        case 2: "\(items[0]) and \(items[1])"
        default: "\(items.dropLast().joined(separator: ", ")), and \(items[items.count - 1])"
        }
    }
}

extension Words {
    /// `Foundations for Riverbend Clinic`
    package static func title(_ training: Training) -> String {
        let title = training.title ?? "A training"
        return training.organizations.isEmpty ? title : "\(title) for \(list(training.organizations))"
    }

    /// `Foundations for Riverbend Clinic, Nov 24, 2026`
    package static func name(_ training: Training) -> String { "\(title(training)), \(training.day.words)" }

    /// `held`, `nobody came`
    package static func status(_ status: SessionStatus) -> String {
        switch status {
        case .scheduled: "planned"
        case .held: "held"
        case .nobodyCame: "nobody came"
        case .cancelled: "canceled"
        case .postponed: "postponed"
        }
    }

    /// `Trainings held`
    package static func label(_ kind: QuarterFigure.Kind) -> String {
        switch kind {
        case .trainings: "Trainings held"
        case .attendance: "Attendance"
        case .organizations: "Organizations trained"
        case .outlets: "Feedback outlets open"
        case .feedback: "Feedback received"
        }
    }
}
