package import Measures

extension Cell {
    /// A published figure as a cell: its state decides, and `printed` words the number where there is one.
    ///
    /// The figure must have passed `Disclosure.publish`. A range with two ends is text, having no single value.
    package static func figure(_ figure: Figure, printed: (Figure) -> String = Decimal.figure) -> Cell {
        switch figure.state {
        case .notApplicable: return .notApplicable(figure.reason?.shortWords ?? Cell.notApplicable.printed)
        case .notCollected: return .notCollected
        case .withheld: return .withheld
        case .value: break
        }
        guard let value = figure.value else { return .text(printed(figure)) }
        if figure.exactDenominator != nil { return .share(value, printed: printed(figure)) }
        if let whole = figure.whole { return .whole(whole, printed: printed(figure)) }
        return .decimal(value, printed: printed(figure))
    }
}

extension Reason {
    /// Why there is no figure, as a page says it in the figure's place.
    fileprivate var shortWords: String {
        switch self {
        case .zeroDenominator: "None yet"
        case .denominatorNotRecorded: "Not recorded"
        case .fewerThanTwo: "Too few answers"
        case .zeroVariance: "No variation"
        case .allNotApplicable, .notDivisible: "Doesn't apply"
        case .notDue: "Not due yet"
        case .aboveDenominator: "Check the records"
        }
    }
}
