import ArgumentParser
import KepingCore

/// The mistake of a verb that does not exist, which ArgumentParser takes for an unexpected argument or an unknown option.
enum UnknownVerb {
  /// Returns the message about the first verb of a command line that does not exist, with the nearest one; nil if all exist.
  static func message(_ arguments: [String]) -> Wording? {
    var verbs = Keping.configuration.subcommands
    var path = ""
    for argument in arguments {
      guard !verbs.isEmpty, !argument.hasPrefix("-"), path + argument != "help" else { return nil }
      if let verb = verbs.first(where: { $0.configuration.commandName == argument }) {
        verbs = verb.configuration.subcommands
        path += argument + " "
        continue
      }
      let names = verbs.compactMap { $0.configuration.commandName }
      let given = path + argument.printable(limit: 100)
      guard let near = nearest(to: argument, among: names) else {
        return Wording(
          "没有命令 \(given)；可以是 \(names.map { path + $0 }.joined(separator: "、"))",
          "no command '\(given)'; the commands are \(names.map { path + $0 }.joined(separator: ", "))")
      }
      return Wording("没有命令 \(given)；是不是 \(path)\(near)？", "no command '\(given)'; did you mean '\(path)\(near)'?")
    }
    return nil
  }
}
