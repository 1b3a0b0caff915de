extension ReportWords {
    static let portuguese = ReportWords(
        columns: [
            .name: ["nome(nomeoriginal)", "nomedeusuário(nomeoriginal)"],
            .email: ["e-maildousuário", "emaildousuário"],
            .joined: ["horadeentrada", "horáriodeentrada"],
            .left: ["horadesaída", "horáriodesaída"],
            .minutes: ["duração(minutos)", "duraçãototal(minutos)", "temponasessão(minutos)"],
            .attended: ["participou"],
            .waiting: ["nasaladeespera", "emsaladeespera"],
            .approval: ["statusdeaprovação", "statusdaaprovação"],
            .guest: ["convidado", "éconvidado"],
        ],
        useless: ["consentimentodegravação", "consentimentoparagravação", "nomedopaís/região", "telefone"],
        topic: ["tópico"],
        meeting: ["iddareunião", "iddowebinar"],
        start: ["horadeinício", "horáriodeinício"],
        block: ["horadetérmino", "horáriodetérmino"],
        sections: [
            .hosts: ["detalhesdoanfitrião"], .panelists: ["detalhesdopainelista", "detalhesdospainelistas"],
            .attendees: ["detalhesdoparticipante", "detalhesdosparticipantes"],
        ],
        yes: ["sim"],
        no: ["não", "nao"],
        approvals: [
            .approved: ["aprovado"], .pending: ["pendente"], .denied: ["negado", "recusado"], .cancelled: ["cancelado"],
        ]
    )
}
