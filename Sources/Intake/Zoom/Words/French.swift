extension ReportWords {
    static let french = ReportWords(
        columns: [
            .name: ["nom(nomd'origine)", "nom(nomoriginal)", "nomd'utilisateur(nomd'origine)"],
            .email: ["e-maildel'utilisateur", "adressee-mail", "adressee-maildel'utilisateur", "courriel"],
            .joined: ["heured'arrivée", "heuredeconnexion"],
            .left: ["heurededépart", "heuredesortie"],
            .minutes: ["durée(minutes)", "duréetotale(minutes)", "duréedelasession(minutes)"],
            .attended: ["aparticipé", "présent"],
            .waiting: ["ensalled'attente", "danslasalled'attente"],
            .approval: ["statutd'approbation", "étatd'approbation"],
            .guest: ["invité", "estinvité"],
            .first: ["prénom"],
            .last: ["nomdefamille"],
        ],
        useless: ["consentementàl'enregistrement", "nomdupays/delarégion", "téléphone", "heured'inscription"],
        topic: ["sujet"],
        meeting: ["idréunion", "iddelaréunion", "n°deréunion", "iddewebinaire"],
        start: ["heurededébut"],
        block: ["heuredefin"],
        sections: [
            .hosts: ["détailsdel'hôte", "détailsdel'animateur"],
            .panelists: ["détailsdupanéliste", "détailsdespanélistes"],
            .attendees: ["détailsduparticipant", "détailsdesparticipants"],
        ],
        yes: ["oui"],
        no: ["non"],
        approvals: [
            .approved: ["approuvé"], .pending: ["enattente"], .denied: ["refusé"], .cancelled: ["annulé"],
        ]
    )
}
