/// Who asks for a wording, by the key that a list prints.
package enum LanguageSource: String, Sendable, CaseIterable {
    case va = "VA"
    case nida = "NIDA"
    case ap = "AP"
    case rtx = "RTX"
    case jam = "JAM"
    case ccm = "CCM"
    case idaho = "ID"
    case philadelphia = "PHL"
    case ads = "ADS"
    case deck2023 = "DECK23"
    case deck2021 = "DECK21"
    case ours = "OURS"
    case board = "BOARD"

    /// The source in full.
    package var title: String {
        switch self {
        case .va: "US Department of Veterans Affairs, content style guide, destigmatizing language in substance use"
        case .nida: "National Institute on Drug Abuse, Words Matter"
        case .ap: "Associated Press Stylebook 2017, as quoted by the National Harm Reduction Coalition"
        case .rtx: "retext-equality, rules"
        case .jam: "PMC9386168, table 1"
        case .ccm: "The Language of Recovery"
        case .idaho: "Idaho Department of Health and Welfare, clinic resources"
        case .philadelphia: "Philadelphia Department of Public Health, language guide"
        case .ads: "addictionsurvivors.org, list of terms"
        case .deck2023: "Foundations of Harm Reduction, training deck, 2023"
        case .deck2021: "Harm Reduction: What is it?, training deck, 2021"
        case .ours: "our own choice; no published guide behind it"
        case .board: "the board's own list"
        }
    }
}
