import KepingCore

/// A program as plain text: one line of a list, or a description of several lines.
public enum ProgramSheet {
  /// Returns the line of a list with its line end.
  public static func line(_ entry: Catalogue.Entry) -> String {
    let id = Columns.padded(entry.reference.id, to: 18)
    let status = Columns.padded(Outline.status(entry), to: 10)
    // The manifest of a broken program may say neither its year nor its directions.
    let year = Columns.padded(entry.year > 0 ? "\(entry.year)" : "—", to: 5)
    let directions = entry.directions.isEmpty ? "" : "\(entry.directions.count)个方向，"
    return "\(id) \(status) \(year) \(title(entry))（\(directions)\(entry.path)）\n"
  }

  /// Returns the description with line ends: status, plan, path, settings and directions.
  public static func text(_ entry: Catalogue.Entry) -> String {
    var text = "\(entry.reference.id) \(entry.reference.version)　\(Outline.status(entry))\n"
    text += "\(title(entry))（\(Outline.yearOfGuideline(entry))）\n"
    text += "目录：\(entry.path)\n"
    if case .broken(let fault) = entry.status { text += "\(fault.text(.chinese))\n" }
    for setting in entry.settings {
      text += "设置：\(setting.name)（\(setting.label)），默认 \(setting.value.text)\n"
    }
    for (type, heading) in entry.directions {
      text += "  \(heading.id) \(heading.title)（项目类型\(type.id)）"
      if let program = entry.program, let direction = program.directions.first(where: { $0.id == heading.id }) {
        text += "　\(direction.clauses.count)个条款，\(direction.criteria.count)个评分项"
      }
      text += "\n"
    }
    return text
  }

  /// Returns the title of a plan with its ordinal, if it has one.
  private static func title(_ entry: Catalogue.Entry) -> String {
    (entry.plan.ordinal.isEmpty ? "" : entry.plan.ordinal + " ") + entry.plan.title
  }
}
