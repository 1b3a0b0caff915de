import Documents
import Files
import Records
import Reports

/// A batch in the making: its reports are asked, what is suppressed is decided over all of them, and each is drawn.
struct BatchMaking {
    let batch: Batch
    let folder: BatchFolder
    let context: Context
    let words: @Sendable (any Error) -> String
    let spoken: @Sendable (Document) -> Document
    let progress: @Sendable (BatchProgress) -> Void

    /// Makes every file with the figures that stand in them, and says what became of each.
    func make(from store: Store) throws -> (files: [Manifest.Entry], figures: PublishedFigures) {
        let replies = try replies(from: store)
        let verdicts = try verdicts(over: replies)
        let files = try draw(replies, after: verdicts)
        return (files, PublishedFigures(batch, replies.map { try? $0.get() }, after: verdicts))
    }

    /// Asks every report once. One that can't be answered does not keep the others from it.
    private func replies(from store: Store) throws -> [Result<Reply, any Error>] {
        try batch.orders.enumerated().map { index, order in
            tell(index, next: order.inquiry.report.title)
            return try attempt { try order.inquiry.reply(for: order.formats, from: store.reader) }
        }
    }

    /// What is suppressed over all files together, so that none of them discloses what another one suppresses.
    private func verdicts(over replies: [Result<Reply, any Error>]) throws -> Verdicts {
        var clearance = Clearance(for: batch.disclosure)
        for case .success(let reply) in replies { clearance.add(reply) }
        return try attempt { clearance.decide() }.get()
    }

    /// Draws every format of every answer.
    private func draw(
        _ replies: [Result<Reply, any Error>],
        after verdicts: Verdicts
    ) throws -> [Manifest.Entry] {
        var files: [Manifest.Entry] = []
        for (order, reply) in zip(batch.orders, replies) {
            for format in order.formats {
                let name = order.file(format)
                tell(batch.orders.count + files.count, next: name)
                let made = try attempt { () throws -> String in
                    let bytes = try format.draw(spoken(reply.get().document(for: format, after: verdicts)))
                    try folder.write(bytes, name)
                    return Digest.hexadecimal(of: bytes)
                }
                switch made {
                case .success(let digest): files.append(Manifest.Entry(order, format, .made(sha256: digest)))
                case .failure(let error):
                    folder.remove(name)
                    files.append(Manifest.Entry(order, format, .failed(words(error))))
                }
            }
        }
        return files
    }

    private func tell(_ done: Int, next: String) {
        let total = batch.orders.count + batch.files.count
        context.progress(done, total)
        progress(BatchProgress(done: done, total: total, next: next))
    }

    /// Whatever goes wrong but somebody who asks to stop.
    private func attempt<R>(_ body: () throws -> R) throws -> Result<R, any Error> {
        try context.interruption.check()
        let result = Result { try body() }
        try context.interruption.check()
        return result
    }
}
