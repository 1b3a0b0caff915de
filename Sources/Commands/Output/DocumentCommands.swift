import Documents
import Records

extension Document {
    /// The document with a command to paste in place of each thing to do next.
    var withCommands: Document { saying { step in (step.value as? Advice)?.line } }
}
