extension ReportWords {
    static let german = ReportWords(
        columns: [
            .name: [
                "name(originalername)", "name(ursprünglichername)", "benutzername(originalername)", "benutzername",
            ],
            .email: ["benutzer-e-mail", "e-mail-adresse", "e-maildesbenutzers"],
            .joined: ["beitrittszeit", "beitrittsuhrzeit"],
            .left: ["austrittszeit", "verlassenszeit"],
            .minutes: ["dauer(minuten)", "gesamtdauer(minuten)", "zeitindersitzung(minuten)"],
            .attended: ["teilgenommen"],
            .waiting: ["imwarteraum"],
            .approval: ["genehmigungsstatus"],
            .guest: ["gast", "istgast"],
            .first: ["vorname"],
            .last: ["nachname"],
        ],
        useless: [
            "aufzeichnungseinwilligung", "zustimmungzuraufzeichnung", "land/region", "telefon", "registrierungszeit",
            "anmeldezeit",
        ],
        topic: ["thema"],
        meeting: ["meeting-id", "webinar-id"],
        start: ["startzeit", "tatsächlichestartzeit"],
        block: ["endzeit", "teilnehmer"],
        sections: [
            .hosts: ["host-details", "detailszumhost"],
            .panelists: ["diskussionsteilnehmer-details", "podiumsteilnehmer-details"],
            .attendees: ["teilnehmer-details", "teilnehmerdetails"],
        ],
        yes: ["ja"],
        no: ["nein", "kein", "keine"],
        approvals: [
            .approved: ["genehmigt"], .pending: ["ausstehend"], .denied: ["abgelehnt"],
            .cancelled: ["storniert", "abgesagt"],
        ]
    )
}
