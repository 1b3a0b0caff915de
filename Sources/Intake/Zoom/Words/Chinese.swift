extension ReportWords {
    /// In simplified and in traditional characters.
    static let chinese = ReportWords(
        columns: [
            .name: ["名称(原始名称)", "姓名(原名)", "用户名(原始名称)", "名稱(原始名稱)", "使用者名稱(原始名稱)"],
            .email: ["用户邮箱", "用户电子邮件", "电子邮件", "使用者電子郵件", "電子郵件"],
            .joined: ["加入时间", "加入時間"],
            .left: ["离开时间", "離開時間"],
            .minutes: [
                "时长(分钟)", "总时长(分钟)", "持续时间(分钟)", "总持续时间(分钟)", "持續時間(分鐘)", "總持續時間(分鐘)",
            ],
            .attended: ["已参加", "已參加"],
            .waiting: ["在等候室", "在等候室中"],
            .approval: ["批准状态", "核准狀態"],
            .guest: ["访客", "來賓", "訪客"],
        ],
        useless: ["录制同意", "錄製同意", "国家/地区名称", "國家/地區名稱", "电话", "電話", "注册时间", "註冊時間"],
        topic: ["主题", "主題"],
        meeting: ["会议id", "會議id", "网络研讨会id", "網路研討會id"],
        start: ["开始时间", "開始時間"],
        block: ["结束时间", "結束時間", "参会者", "參與者"],
        sections: [
            .hosts: ["主持人详情", "主持人詳細資料"], .panelists: ["嘉宾详情", "座談嘉賓詳細資料"],
            .attendees: ["参会者详情", "与会者详情", "參加者詳細資料"],
        ],
        yes: ["是"],
        no: ["否"],
        approvals: [
            .approved: ["已批准", "已核准"], .pending: ["待定", "待處理"], .denied: ["已拒绝", "已拒絕"],
            .cancelled: ["已取消"],
        ]
    )
}
