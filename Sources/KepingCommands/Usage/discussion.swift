/// Returns the text below the abstract in the help of a verb: an explanation, and commands as examples.
///
/// Lines of more than 80 characters would be wrapped on a narrow terminal.
func discussion(_ explanation: String? = nil, examples: [(command: String, purpose: String)]) -> String {
  var text = explanation.map { "\($0)\n\n" } ?? ""
  text += localized("示例：", "Examples:")
  for (command, purpose) in examples { text += "\n  \(command)  # \(purpose)" }
  return text
}
