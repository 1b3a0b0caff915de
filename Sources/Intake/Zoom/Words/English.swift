extension ReportWords {
    static let english = ReportWords(
        columns: [
            .name: [
                "name(originalname)", "username(originalname)", "participantname", "username", "name", "participant",
            ],
            .email: ["email", "useremail", "e-mail", "emailaddress"],
            .joined: ["jointime"],
            .left: ["leavetime"],
            .minutes: ["duration(minutes)", "totalduration(minutes)", "timeinsession(minutes)"],
            .attended: ["attended"],
            .waiting: ["inwaitingroom"],
            .approval: ["approvalstatus"],
            .guest: ["guest", "isguest"],
            .first: ["firstname"],
            .last: ["lastname"],
        ],
        useless: [
            "phone", "registrationtime", "country/regionname", "country/region", "recordingconsent",
            "recordingdisclaimerresponse", "department", "group", "haszoomrooms?", "creationtime", "marketingopt-in",
            "sourcename", "registrationsource", "attendancetype", "#", "no.", "no", "nr", "nr.", "n°", "nº", "№",
        ],
        topic: ["topic"],
        meeting: ["meetingid", "webinarid", "id"],
        start: ["starttime", "actualstarttime"],
        block: [
            "endtime", "participants", "host", "hostname", "hostemail", "actualduration(minutes)", "#registered",
            "#registrants", "#cancelled", "uniqueviewers", "totalusers", "maxconcurrentviews", "enableregistration",
        ],
        sections: [
            .hosts: ["hostdetails"],
            .panelists: ["panelistdetails", "panelistsdetails", "interpreterdetails"],
            .attendees: ["attendeedetails", "attendeesdetails", "otherattended"],
        ],
        yes: ["yes", "y", "true", "1", "x"],
        no: ["no", "n", "false", "0"],
        approvals: [
            .approved: ["approved"], .pending: ["pending", "pendingapproval"], .denied: ["denied"],
            .cancelled: ["cancelled", "canceled"],
        ]
    )
}
