extension LanguageTerm {
    /// Words for treatment, and for what somebody decides about it.
    static let treatment: [LanguageTerm] = [
        LanguageTerm(
            "mat",
            .treatment,
            [.any("medication|medicine assisted treatment|therapy|recovery"), .any("MAT")],
            write: "MOUD, or the medication by its name",
            because: "The medication does not assist the treatment: it is one.",
            [.va, .nida]
        ),
        LanguageTerm(
            "substitution",
            .treatment,
            [
                .any("opioid|opiate|heroin|methadone|agonist|drug substitution|replacement therapy|treatment{,s}"),
                .any("methadone|buprenorphine|opioid maintenance"),
                .near(.drugs, 8, "substitution|replacement|maintenance therapy|treatment{,s}"),
            ],
            except: [
                "hormone|nicotine|enzyme|estrogen|testosterone replacement therapy|treatment{,s}",
                "renal|kidney|fluid|iron replacement therapy|treatment{,s}",
            ],
            write: "MOUD, or the medication by its name",
            because: "It says that one drug is only swapped for another.",
            [.va, .nida]
        ),
        LanguageTerm(
            "relapse",
            .treatment,
            [
                .any("relapse{,s}"), .near([.drugs, .people, .care], 12, "relaps{ed,ing}"),
            ],
            except: ["relapsing remitting", "price{,s}|market{,s}|cost{,s}|share{,s} relapse{,s,d}"],
            write: "return to use",
            because: "It counts a step on somebody's way as a fall; the title of a study stays.",
            [.va]
        ),
        LanguageTerm(
            "lapse-slip",
            .treatment,
            [
                .near(.drugs, 8, "laps{e,es,ed,ing}"),
                .near(.drugs, 6, "slipped|slipping|slips|slip"), .any("slip{,s,ped} up and us{e,es,ed}|drank"),
            ],
            except: [
                "permission|sign|pay|referral|appointment|deposit|intake slip{,s}", "slip resistant|on|proof|sheet{,s}",
                "slip{,s,ped,ping} by|past|away|through|into|off",
                "laps{e,es,ed,ing} in|of time|coverage|insurance|funding|judgment|service|certification|memory|license",
                "date|deadline|schedule|start|launch|delivery|training|meeting slip{,s,ped,ping}",
                "date|deadline|schedule|training|meeting has|have|had slipped", "time lapse",
                "insurance|coverage|license|certification|contract laps{e,es,ed,ing}",
            ],
            write: "return to use",
            because: "It makes one use a failing.",
            [.va]
        ),
        LanguageTerm(
            "denial",
            .treatment,
            [.any("in denial")],
            except: ["in denial of", "in denial letter{,s}|rate{,s}|notice{,s}"],
            write: "sees it differently",
            because: "To disagree about one's own life is not a symptom.",
            [.va]
        ),
        LanguageTerm(
            "noncompliant",
            .treatment,
            [
                .near([.people, .care], 8, "noncomplian{t,ce}"), .near([.people, .care], 8, "non complian{t,ce}"),
                .any("treatment|medication noncomplian{t,ce}"), .any("treatment|medication non complian{t,ce}"),
            ],
            except: ["noncompliance with the? grant{,s}|contract{,s}|law{,s}|code{,s}|regulation{,s}|policy|policies"],
            write: "chose differently; was not able to",
            because: "It asks for obedience where there was a choice, or an obstacle.",
            [.va]
        ),
        LanguageTerm(
            "resistant",
            .treatment,
            [
                .any("treatment|service resistant"),
                .any("resistant client{,s}|patient{,s}|participant{,s}|people|person"),
                .near(.people, 6, "resistant to treatment|services|help|care|change"),
            ],
            except: ["treatment resistant depression|infection{,s}|tuberculosis|tb|hypertension|gonorrhea|strain{,s}"],
            write: "unsure; wants something else",
            because: "It blames somebody for a service that did not fit.",
            [.va]
        ),
        LanguageTerm(
            "treatment-failure",
            .treatment,
            [.any("treatment failure{,s}"), .any("fail{s,ed,ing} out? of? treatment")],
            write: "the treatment did not work for them",
            because: "Treatments fail people, not the other way round.",
            [.va],
            in: [.vaNida]
        ),
        LanguageTerm(
            "drug-seeking",
            .treatment,
            [.any("drug|med|pill seek{ing,er,ers}")],
            write: "is in pain; has a need that is not met",
            because: "It takes a request for a trick.",
            [.idaho]
        ),
        LanguageTerm(
            "abstinent-only",
            .treatment,
            [.any("detox{,ed,es,ing} off|from of?")],
            write: "stopped using; went through withdrawal",
            because: "It speaks of a person's body as poisoned.",
            [.ours],
            in: [.nhrc]
        ),
    ]
}
