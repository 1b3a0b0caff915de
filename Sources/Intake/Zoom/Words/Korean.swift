extension ReportWords {
    static let korean = ReportWords(
        columns: [
            .name: ["이름(원래이름)", "사용자이름(원래이름)"],
            .email: ["사용자이메일", "이메일"],
            .joined: ["참가시간", "참여시간"],
            .left: ["나간시간", "퇴장시간"],
            .minutes: ["기간(분)", "총기간(분)", "지속시간(분)", "총지속시간(분)", "세션시간(분)"],
            .attended: ["참석함", "참가함"],
            .waiting: ["대기실에서", "대기실", "대기실에있음"],
            .approval: ["승인상태"],
            .guest: ["게스트"],
            .last: ["성"],
        ],
        useless: ["녹화동의", "녹화면책조항응답", "국가/지역이름", "전화", "등록시간"],
        topic: ["주제"],
        meeting: ["회의id", "웨비나id"],
        start: ["시작시간", "실제시작시간"],
        block: ["종료시간", "참가자", "호스트"],
        sections: [
            .hosts: ["호스트세부정보"], .panelists: ["패널리스트세부정보"], .attendees: ["참석자세부정보", "참가자세부정보"],
        ],
        yes: ["예", "네"],
        no: ["아니요", "아니오"],
        approvals: [.approved: ["승인됨"], .pending: ["대기중"], .denied: ["거부됨"], .cancelled: ["취소됨"]]
    )
}
