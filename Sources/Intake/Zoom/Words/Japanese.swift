extension ReportWords {
    static let japanese = ReportWords(
        columns: [
            .name: ["名前(元の名前)", "ユーザー名(元の名前)", "名前"],
            .email: ["ユーザーメール", "ユーザーのメール", "メール", "メールアドレス"],
            .joined: ["参加時刻", "参加時間"],
            .left: ["退出時刻", "退出時間"],
            .minutes: ["所要時間(分)", "合計所要時間(分)", "総所要時間(分)", "セッション時間(分)"],
            .attended: ["参加済み", "出席済み"],
            .waiting: ["待機室", "待機中", "待機室内"],
            .approval: ["承認ステータス"],
            .guest: ["ゲスト"],
            .first: ["名"],
            .last: ["姓"],
        ],
        useless: ["レコーディングの同意", "録音・録画の同意", "国/地域名", "電話番号", "登録時間", "登録日時"],
        topic: ["トピック"],
        meeting: ["ミーティングid", "ウェビナーid"],
        start: ["開始時刻", "開始時間", "実際の開始時刻"],
        block: ["終了時刻", "終了時間", "参加者", "ホスト"],
        sections: [
            .hosts: ["ホストの詳細"], .panelists: ["パネリストの詳細"], .attendees: ["出席者の詳細", "参加者の詳細"],
        ],
        yes: ["はい"],
        no: ["いいえ"],
        approvals: [
            .approved: ["承認済み"], .pending: ["保留中"], .denied: ["拒否", "拒否済み"], .cancelled: ["キャンセル済み"],
        ]
    )
}
