extension ReportWords {
    static let italian = ReportWords(
        columns: [
            .name: ["nome(nomeoriginale)", "nomeutente(nomeoriginale)"],
            .email: ["e-mailutente", "indirizzoe-mail"],
            .joined: ["oradiaccesso", "oradiingresso"],
            .left: ["oradiuscita"],
            .minutes: ["durata(minuti)", "duratatotale(minuti)", "temponellasessione(minuti)"],
            .attended: ["hapartecipato"],
            .waiting: ["insalad'attesa", "nellasalad'attesa"],
            .approval: ["statoapprovazione", "statodiapprovazione"],
            .guest: ["ospite"],
            .last: ["cognome"],
        ],
        useless: ["consensoallaregistrazione", "nomepaese/regione", "telefono"],
        topic: ["argomento"],
        meeting: ["idriunione", "idwebinar"],
        start: ["oradiinizio"],
        block: ["oradifine", "partecipanti"],
        sections: [
            .hosts: ["dettagliospite", "dettaglidell'organizzatore"],
            .panelists: ["dettaglipanelista", "dettaglirelatore"],
            .attendees: ["dettaglipartecipante", "dettaglideipartecipanti"],
        ],
        yes: ["sì"],
        approvals: [
            .approved: ["approvato"], .pending: ["insospeso"], .denied: ["rifiutato", "negato"],
            .cancelled: ["annullato"],
        ]
    )
}
