/// The kinds of word that tell what a sentence is about: "clean" of a test suite is nobody's business.
package struct Cue: OptionSet, Sendable, Hashable {
    /// One bit for each kind.
    package let rawValue: UInt8

    /// The kinds whose bits are set.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Drugs, their use, and what goes with it.
    package static let drugs = Cue(rawValue: 1)
    /// Somebody: a person, a participant, a pronoun.
    package static let people = Cue(rawValue: 2)
    /// Treatment and appointments.
    package static let care = Cue(rawValue: 4)
    /// Where people live or stay.
    package static let housing = Cue(rawValue: 8)

    static let all: [Cue] = [.drugs, .people, .care, .housing]

    /// What each kind in it is called in a sentence.
    var titles: [String] {
        zip(Cue.all, ["drugs", "people", "care", "housing"]).filter { contains($0.0) }.map(\.1)
    }

    /// The words of the kind, as `WordPattern` reads them.
    static func words(_ cue: Cue) -> String {
        switch cue {
        case .drugs: drugWords
        case .people: peopleWords
        case .care: careWords
        case .housing: housingWords
        default: ""
        }
    }

    private static let drugWords = """
        drug{,s} substance{,s} opioid{,s} opiate{,s} narcotic{,s} heroin fentanyl cocaine meth methamphetamine{,s} \
        amphetamine{,s} stimulant{,s} alcohol liquor drinking drinker{,s} cannabis marijuana benzo{,s} \
        benzodiazepine{,s} xylazine ketamine mdma oxy oxycodone percocet vicodin codeine morphine psychedelic{,s} \
        dope methadone buprenorphine suboxone naloxone narcan syringe{,s} needle{,s} overdos{e,es,ed,ing} \
        inject{,s,ed,ing} addict{,s,ed,ion} relaps{e,es,ed,ing} sober sobriety abstinen{t,ce} detox withdrawal pwud \
        pwid prescription{,s}
        """

    private static let peopleWords = """
        person persons people user{,s} client{,s} patient{,s} participant{,s} guest{,s} resident{,s} member{,s} \
        visitor{,s} \
        individual{,s} man men woman women neighbor{,s} youth he she they him her them who someone somebody
        """

    private static let careWords = """
        treatment{,s} medication{,s} medicine{,s} dose{,s} dosing care therapy appointment{,s} clinic{,s} counseling \
        prescrib{e,es,ed,er,ers} diagnos{is,ed}
        """

    private static let housingWords = """
        shelter{,s} housing street{,s} encampment{,s} camp{,s} tent{,s} sidewalk{,s} homeless unhoused police downtown
        """
}
