import KepingBatch
import KepingCore
import KepingPlugins

/// A program in words: one line of a list, or a sheet of its own.
public enum ProgramSheet {
  /// One line, with its line end.
  public static func line(_ entry: Programs.Entry) -> String {
    let manifest = entry.plugin.manifest
    let id = Columns.padded(manifest.reference.id, to: 18)
    let status = Columns.padded(Outline.status(entry), to: 10)
    return
      "\(id) \(status) \(manifest.year)  \(manifest.plan.ordinal) \(manifest.plan.title)（\(manifest.directions.count)个方向，\(entry.plugin.path)）\n"
  }

  /// All there is to say, with its line ends.
  public static func text(_ entry: Programs.Entry) -> String {
    let manifest = entry.plugin.manifest
    var text = "\(manifest.reference.id) \(manifest.reference.version)　\(Outline.status(entry))\n"
    text += "\(manifest.plan.ordinal) \(manifest.plan.title)（\(manifest.year)年度）\n"
    text += "目录：\(entry.plugin.path)\n"
    if case .broken(let fault) = entry.status { text += "\(fault.diagnostic.text(.chinese))\n" }
    for setting in manifest.settings {
      text += "设置：\(setting.name)（\(setting.label)），默认 \(Self.text(setting.value))\n"
    }
    for (type, heading) in manifest.directions {
      text += "  \(heading.id) \(heading.title)（项目类型\(type.id)）"
      if case .on(_, let program) = entry.status, let direction = program.directions.first(where: { $0.id == heading.id }) {
        text += "　\(direction.clauses.count)个条款，\(direction.criteria.count)个评分项"
      }
      text += "\n"
    }
    return text
  }

  /// A setting's value, as the configuration has it.
  package static func text(_ value: SettingValue) -> String {
    switch value {
    case .flag(let flag): return flag ? "on" : "off"
    case .number(let number):
      var bytes: Bytes = []
      bytes.append(number: number)
      return bytes.text
    }
  }
}
