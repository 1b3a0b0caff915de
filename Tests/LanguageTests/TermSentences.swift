import Testing

/// For each term a sentence that must be flagged, as the term, and one that must not be flagged at all.
enum TermSentences {
    struct Pair: Sendable, CustomTestStringConvertible {
        let id: String
        let flagged: String
        let silent: String

        var testDescription: String { id }
    }

    static let all: [Pair] = people + use + treatment + framing

    private static let people: [Pair] = [
        pair("addict", "Two addicts asked for the form.", "Ask addiction services for the form."),
        pair("addicted-to", "He was addicted to heroin.", "He is addicted to work, and phones are addictive."),
        pair("abuser", "A drug abuser came in.", "The child abuser registry is another office's."),
        pair("drug-user", "We heard from a drug-user union.", "The drug user fees and the drug formulary users."),
        pair("iv-drug-user", "An injection drug user called.", "The injection room is on the second floor."),
        pair("reduced-to-id", "Outreach to IDUs goes on.", "First hints in individuals with IDU."),
        pair("junkie", "The junkies' corner.", "The Junkiebond was founded in Rotterdam."),
        pair("alcoholic", "She is an alcoholic.", "A meeting of Alcoholics Anonymous had alcoholic beverages nearby."),
        pair("drunk", "A drunk sat there.", "They had drunk tea."),
        pair("meth-head", "Some crack heads and a tweaker.", "The head of the methadone clinic spoke."),
        pair("ex-addict", "A recovering alcoholic led it.", "A former student led it."),
        pair("hardcore", "The hardcore users stay away.", "A hard core of the building is concrete."),
        pair("addicted-baby", "The crack baby scare.", "The baby slept in the break room."),
        pair("dealer", "The drug dealers left.", "The car dealer lent us a van."),
        pair("prostitute", "The prostitutes met us.", "The substitute met us."),
        pair(
            "homeless-person",
            "A derelict was using heroin.",
            "We met the homeless outreach team about a transient error."
        ),
        pair("sex-as-gender", "Write your preferred pronouns.", "Write your pronouns in your preferred color."),
        pair("convict", "An ex-con applied.", "We listed the pros and cons, and two were convicted."),
        pair("inmate", "The inmates attended.", "The roommates attended."),
        pair("illegals", "An illegal immigrant called.", "Parking here is illegal."),
    ]

    private static let use: [Pair] = [
        pair("abuse", "They were abusing drugs.", "The child abuse hotline and abuse of power were named."),
        pair("misuse", "A talk about drug misuse.", "Misuse of funds was ruled out."),
        pair("abuse-potential", "It has abuse potential.", "The potential for growth is large."),
        pair("dependence", "Treated for opioid dependence.", "Our dependence on one funder ended."),
        pair("habit", "His drug habit cost him.", "The meeting habits of the board were reviewed."),
        pair("drug-problem", "A town with a drug problem.", "The printer has a problem."),
        pair(
            "strung-out",
            "They were getting high.",
            "Drugs aside, she is high on life; it is high on the list, and got high marks."
        ),
        pair("clean-person", "She has been clean for 6 months.", "The test suite is clean."),
        pair("dirty-person", "He is dirty, and dirty blood.", "The floor is dirty."),
        pair("clean-test", "A clean urine is required.", "A clean test run of the script."),
        pair("dirty-test", "A dirty drug screen.", "The dirty window was wiped."),
        pair("failed-test", "She failed a drug test.", "The build failed a unit test."),
        pair("clean-needle", "Hand out clean needles.", "Hand out pine needles."),
        pair("dirty-needle", "The syringe is dirty.", "A used syringe was found."),
        pair("needle-exchange", "The syringe exchange is open.", "The gift exchange is open."),
        pair("works-rigs", "They were sharing works with heroin.", "The drilling rig works."),
    ]

    private static let treatment: [Pair] = [
        pair("mat", "MAT is offered, and medication-assisted treatment.", "The yoga mat and the doormat are new."),
        pair("substitution", "Opioid substitution therapy.", "Hormone replacement therapy is offered."),
        pair("relapse", "Three clients relapsed.", "Prices relapsed, and the lap was relaxed."),
        pair(
            "lapse-slip",
            "After a year without heroin he slipped.",
            "The date slipped, coverage lapsed, and the drug list slipped by us."
        ),
        pair("denial", "He is in denial.", "It resulted in denial of coverage."),
        pair("noncompliant", "The client was non-compliant.", "The ramp is noncompliant."),
        pair("resistant", "A treatment-resistant group.", "Water-resistant bags."),
        pair("treatment-failure", "A treatment failure.", "The treatment of failure in the arts."),
        pair("drug-seeking", "He is drug-seeking.", "We are seeking volunteers."),
        pair("abstinent-only", "She detoxed off it.", "The detox beds are full."),
    ]

    private static let framing: [Pair] = [
        pair("opioid-epidemic", "The opioid crisis hit us.", "The housing crisis hit us."),
        pair("suffer-from", "He suffers from addiction.", "The plan suffers from delays."),
        pair("victim", "An overdose victim.", "A victim services office."),
        pair("crazy-bad", "There are bad drugs around.", "The weather was bad; ask about dangerous drug interactions."),
        pair("hopeless", "They called the clients hopeless.", "The deadline is hopeless."),
        pair("scourge", "The scourge of fentanyl.", "The source of fentanyl."),
        pair("inner-city", "An inner-city clinic.", "The inner courtyard of the city clinic."),
        pair("marijuana", "Marijuana was discussed.", "Cannabis was discussed."),
    ]

    private static func pair(_ id: String, _ flagged: String, _ silent: String) -> Pair {
        Pair(id: id, flagged: flagged, silent: silent)
    }
}
