/// Which entries a metric has in a report.
enum Expansion: Sendable {
    /// One: its own.
    case own
    /// None; its companions are elements of the catalogue themselves.
    case companions
    /// Those that the forms answered in a scope give it.
    /// - Parameter own: whether it has a figure of its own among them.
    case forms(own: Bool, @Sendable (Metric, Questionnaire) -> [Metric])
}

extension Metric {
    /// Whether it has a figure of its own, beside what it has for items or scales.
    package var hasOwnEntry: Bool {
        switch expansion {
        case .own: true
        case .companions: false
        case .forms(let own, _): own
        }
    }

    /// Whether the forms answered in a scope decide which entries it has.
    var isOfForms: Bool {
        if case .forms = expansion { return true }
        return false
    }

    /// Its entries where these forms were answered; without any forms only its own.
    func entries(for questionnaire: Questionnaire?) -> [Metric] {
        if case .forms(_, let entries) = expansion, let questionnaire { return entries(self, questionnaire) }
        return hasOwnEntry ? [self] : []
    }
}
