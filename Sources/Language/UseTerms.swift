extension LanguageTerm {
    /// Words for use itself.
    static let use: [LanguageTerm] = [
        LanguageTerm(
            "abuse",
            .use,
            [
                .any("drug{,s}|substance{,s}|alcohol|opioid{,s}|opiate{,s}|polydrug|polysubstance abus{e,es,ed,ing}"),
                .any("prescription drug{,s}? abuse"),
                .any("abus{e,es,ed,ing} of? illicit|illegal|prescription|street|hard? drug{,s}|substance{,s}|alcohol"),
                .near(.drugs, 4, "abus{e,es,ed,ing}"),
            ],
            except: [
                "child|sexual|domestic|physical|emotional|elder|verbal|past abus{e,es,ed}",
                "financial|spousal|partner|police abus{e,es,ed}",
                "abus{e,es,ed,ing} of? power|authority|trust|process|funds|children|position",
                "survivor{,s}|victim{,s} of abuse", "neglect or|and abuse", "abuse or|and neglect",
            ],
            write: "drug use; use other than as prescribed",
            because: "The word puts use beside violence.",
            [.va, .nida, .jam]
        ),
        LanguageTerm(
            "misuse",
            .use,
            [
                .any("drug{,s}|substance{,s}|alcohol|opioid{,s}|opiate{,s}|prescription misus{e,es,ed,ing}"),
                .near(.drugs, 4, "misus{e,es,ed,ing}"),
            ],
            except: [
                "misus{e,es,ed,ing} of? funds|data|power|authority|money|grant{,s}|information|record{,s}|position"
            ],
            write: "drug use; use other than as prescribed",
            because: "It says that use is wrong before saying what was used.",
            [.ours],
            in: [.nhrc]
        ),
        LanguageTerm(
            "abuse-potential",
            .use,
            [.any("abuse potential"), .any("potential for abuse"), .any("drug{,s} of abuse")],
            write: "potential for harm; drugs",
            because: "It says something about people where it means a substance.",
            [.va]
        ),
        LanguageTerm(
            "dependence",
            .use,
            [
                .any("drug|substance|alcohol|opiate|opioid|heroin|cocaine|chemical dependen{ce,t,cy,cies}"),
                .any("chemically dependent"),
                .any(
                    "dependen{ce,t,cy} on illicit|street? drug{,s}|substance{,s}|opioid{,s}|opiate{,s}|heroin|alcohol"
                ),
            ],
            write: "drug use; regular use",
            because: "As a label it is a diagnosis, and ours to leave to the person and their clinician.",
            [.va, .jam]
        ),
        LanguageTerm(
            "habit",
            .use,
            [
                .any("drug|heroin|opioid|opiate|cocaine|crack|meth|dope|pill habit{,s}"),
                .near(.drugs, 3, "habit{,s}"),
            ],
            write: "drug use",
            because: "It makes use sound like a failure of will.",
            [.va, .nida, .ads]
        ),
        LanguageTerm(
            "drug-problem",
            .use,
            [.any("drug|drinking|alcohol|substance problem{,s}")],
            write: "drug use; the problem, named",
            because: "It takes the use for the problem, whatever the problem is.",
            [.ads],
            in: [.nhrc]
        ),
        LanguageTerm(
            "strung-out",
            .use,
            [
                .near([.drugs, .people], 8, "strung out"),
                .near([.drugs, .people], 6, "tweak{ing,ed}"),
                .any("get{,s,ting} high"), .any("got|gotten high"),
                .near(.drugs, 3, "high on"),
            ],
            except: [
                "get{,s,ting} high mark{,s}|score{,s}|attendance|turnout|rating{,s}|response|quality|praise|number{,s}",
                "got|gotten high mark{,s}|score{,s}|attendance|turnout|rating{,s}|response|quality|praise|number{,s}",
                "high on life",
                "high on the|our|their|my|a|an list{,s}|agenda{,s}|priority|priorities",
                "tweak{ing,ed} the|our|their|his|her|this|that|a",
            ],
            write: "intoxicated; using; in withdrawal",
            because: "It mocks a state that can be said plainly.",
            [.jam]
        ),
    ]

    /// Words for a person's state.
    static let states: [LanguageTerm] = [
        LanguageTerm(
            "clean-person",
            .state,
            [
                .any("clean and sober"), .any("clean from|off drug{,s}|heroin|opioid{,s}|opiate{,s}|alcohol|meth"),
                .any("drug free and clean"), .any("# day{,s}|week{,s}|month{,s}|year{,s} clean"),
                .any(
                    "i|she|he|who|client{,s}|patient{,s}|participant{,s}|guest{,s}|people is|was|are|were clean"
                ),
                .any("i|she|he|they|who|client{,s}|patient{,s}|participant{,s}|people has|have|had been clean"),
                .any("i|she|he|they|who|client{,s}|patient{,s}|participant{,s}|people stay{,s,ed}|got|gets|get clean"),
                .any("she's|he's|i'm|who's clean"), .any("she's|he's|they've|i've|who's been|stayed|gotten clean"),
                .near(
                    .drugs,
                    6,
                    "stay{,s,ed,ing}|get{,s,ting}|got|gotten|been|is|are|was|were|kept|keep|become|became clean"
                ),
                .near(.drugs, 2, "clean"),
            ],
            except: [
                "clean water|surface{,s}|room{,s}|space{,s}|hand{,s}|skin|air|data|clothes|towel{,s}|up|out",
                "clean supplies|cotton|sock{,s}|bedding|linen{,s}|laundry|bathroom{,s}|bed{,s}|shirt{,s}",
                "clean needle{,s}|syringe{,s}|works|rig{,s}|point{,s}|urine{,s}|drug|screen{,s}|test{,s}",
                "the|a|an clean",
            ],
            write: "not using now; no longer using",
            because: "It makes everybody else dirty.",
            [.va, .nida]
        ),
        LanguageTerm(
            "dirty-person",
            .state,
            [
                .any("dirty blood|person{,s}|people"),
                .any("she|he|who|client{,s}|patient{,s}|participant{,s} is|was|are|were|came dirty"),
                .near(.drugs, 2, "dirty"),
            ],
            except: ["dirty water|surface{,s}|room{,s}|hand{,s}|clothes|towel{,s}|data|dishes"],
            write: "using now",
            because: "Nobody is dirt.",
            [.va, .deck2021]
        ),
    ]

    /// Words for the results of tests.
    static let tests: [LanguageTerm] = [
        LanguageTerm(
            "clean-test",
            .toxicology,
            [
                .any("clean urine{,s}|ua|uas|tox"), .any("clean drug|urine|tox screen{,s}|test{,s}|sample{,s}"),
                .any("drop{,s,ped}|pee{,s,d}|tested|test{,s}|testing|came up clean"),
                .any("urine{,s} is|was|were|came clean"),
                .near([.drugs, .people, .care], 8, "clean screen{,s}|test{,s}"),
                .near([.drugs], 8, "test{,s}|screen{,s} came? back|was|were|is|are clean"),
            ],
            except: ["clean test suite|run{,s}|data|environment{,s}"],
            write: "tested negative",
            because: "A test is negative or positive; it has no morals.",
            [.va, .ccm, .nida]
        ),
        LanguageTerm(
            "dirty-test",
            .toxicology,
            [
                .any("dirty urine{,s}|ua|uas|tox"), .any("dirty drug|urine|tox screen{,s}|test{,s}|sample{,s}"),
                .any("drop{,s,ped}|pee{,s,d}|tested|test{,s}|testing|came up dirty"),
                .any("urine{,s} is|was|were|came dirty"),
                .any("dirty screen{,s}|test{,s}"),
                .near([.drugs], 8, "test{,s}|screen{,s} came? back|was|were|is|are dirty"),
            ],
            write: "tested positive",
            because: "A test is negative or positive; it has no morals.",
            [.va, .ccm, .nida]
        ),
        LanguageTerm(
            "failed-test",
            .toxicology,
            [
                .any(
                    """
                    fail{,s,ed,ing}|pass{,es,ed,ing}|popped|flunked a|an|the|his|her|their|my|your|one|another? \
                    drug|urine|tox|toxicology|ua|alcohol test{,s}|screen{,s}|screening{,s}
                    """
                ),
                .any("fail{,s,ed,ing}|pass{,es,ed,ing}|popped a|an|the|his|her|their? ua|uas"),
                .any("popped positive"),
            ],
            write: "tested positive; tested negative",
            because: "A test of a sample is not an examination that somebody sits.",
            [.va]
        ),
    ]

    /// Words for equipment.
    static let equipment: [LanguageTerm] = [
        LanguageTerm(
            "clean-needle",
            .equipment,
            [
                .any("clean needle{,s}|syringe{,s}|works|rig{,s}"), .near(.drugs, 8, "clean points"),
                .any("needle{,s}|syringe{,s}|rig{,s} is|are|was|were|looks|looked clean"),
            ],
            write: "sterile syringe; unused syringe",
            because: "It says what matters about the syringe, and nothing about people.",
            [.va]
        ),
        LanguageTerm(
            "dirty-needle",
            .equipment,
            [
                .any("dirty needle{,s}|syringe{,s}|works|rig{,s}"), .near(.drugs, 8, "dirty points"),
                .any("needle{,s}|syringe{,s}|rig{,s} is|are|was|were|looks|looked dirty"),
            ],
            write: "used syringe",
            because: "A syringe is used or not; dirt is put on the person.",
            [.va]
        ),
        LanguageTerm(
            "needle-exchange",
            .equipment,
            [
                .any("needle{,s}|syringe{,s} exchange{,s,d,r,rs}"),
                .any("needle{,s} and syringe{,s} exchange{,s}"), .any("syringe{,s} and needle{,s} exchange{,s}"),
            ],
            write: "syringe services program; syringe access",
            because: "The services are many, and need no syringe in return; a place's own name stays.",
            [.deck2023],
            in: [.nhrc]
        ),
        LanguageTerm(
            "works-rigs",
            .equipment,
            [
                .near(.drugs, 8, "rig{,s}"), .any("share{,s,d}|sharing|used|reused works|rig{,s}"),
            ],
            except: ["drilling|oil|light|lighting|camera|sound rig{,s}"],
            write: "syringe; injection equipment",
            because: "Slang belongs to those who speak it.",
            [.va]
        ),
    ]
}
