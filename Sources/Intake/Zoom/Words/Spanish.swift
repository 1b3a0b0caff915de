extension ReportWords {
    static let spanish = ReportWords(
        columns: [
            .name: ["nombre(nombreoriginal)", "nombredeusuario(nombreoriginal)", "nombredeusuario"],
            .email: [
                "correoelectrónico", "e-maildelusuario", "emaildelusuario", "correoelectrónicodelusuario",
                "correoelectrónicodeusuario", "direccióndecorreoelectrónico",
            ],
            .joined: ["horadeentrada", "horaparaunirse", "horadeunión", "horadeingreso", "horadeincorporación"],
            .left: ["horadesalida", "horaparasalir"],
            .minutes: [
                "duración(minutos)", "duracióntotal(minutos)", "tiempoenlasesión(minutos)", "tiempoensesión(minutos)",
            ],
            .attended: ["asistió"],
            .waiting: ["ensaladeespera", "enlasaladeespera", "enunasaladeespera"],
            .approval: ["estadodeaprobación", "estadodelaaprobación"],
            .guest: ["invitado", "esinvitado", "esuninvitado"],
            .last: ["apellido", "apellidos"],
        ],
        useless: [
            "respuestaaldescargoderesponsabilidadrelativaalagrabación",
            "respuestaaldescargoderesponsabilidaddelagrabación", "consentimientodegrabación",
            "consentimientoparalagrabación", "nombredelpaís/región", "nombredepaís/región", "país/región", "teléfono",
            "horaderegistro", "horadelregistro", "horadeinscripción",
        ],
        topic: ["tema"],
        meeting: ["iddereunión", "iddelareunión", "iddeseminarioweb", "iddelseminarioweb"],
        start: ["horadeinicio", "horadeinicioreal"],
        block: ["horadefinalización", "horadefin", "participantes", "anfitrión", "duraciónreal(minutos)"],
        sections: [
            .hosts: ["detallesdelanfitrión", "detallesdeanfitrión"],
            .panelists: ["detallesdelpanelista", "detallesdelospanelistas", "detallesdepanelistas"],
            .attendees: [
                "detallesdelasistente", "detallesdelosasistentes", "detallesdeasistentes", "detallesdelparticipante",
                "detallesdelosparticipantes",
            ],
        ],
        yes: ["sí", "si"],
        approvals: [
            .approved: ["aprobado", "aprobada"], .pending: ["pendiente"], .denied: ["denegado", "rechazado"],
            .cancelled: ["cancelado"],
        ]
    )
}
