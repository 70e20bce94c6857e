import KepingCore
import KepingYAML
import SystemPackage

/// A fault in the configuration or in finding the files of a workspace, with its code and wording.
///
/// A case with a list of known names suggests the one that is most similar to the unknown name.
enum ConfigurationFault {
  /// A mapping has a key that keping does not know.
  case unknownKey(String, known: [String])
  /// An assignment of `--set` is not a clause and a bound.
  case invalidAssignment
  /// A weight of `--set` is negative, too large or not finite.
  case weightOutOfRange
  /// A time of a submission window is not in the format of RFC 3339.
  case invalidTime
  /// A submission window has no times.
  case emptyWindow
  /// A time of a submission window is before one that it must follow.
  case windowOutOfOrder(late: String, early: String)

  /// An amount of money has another unit.
  case notMoney(String)
  /// An amount of money must be above 0.
  case amountOfZero

  /// No plugin has the id of a program.
  case unknownProgram(String, known: [String])
  /// The plugin of a program declares no such setting.
  case unknownSetting(String, program: String, known: [String])
  /// The value of a setting has another type than its default.
  case settingType(String, label: String)
  /// No project type or clause has the id of a notice.
  case unknownNotice(String, known: [String])
  /// An id under `notices` is that of a clause of another kind.
  case notANotice(String)
  /// No program has the project type of a submission window.
  case unknownProjectType(String, known: [String])
  /// A weight names a clause without points; `criteria` are the ids that can have a weight.
  case unscoredClause(String, criteria: [String])
  /// No program has the criterion of a weight.
  case unknownCriterion(String, known: [String])
  /// No program has the clause of a bound.
  case unknownClause(String, known: [String])
  /// Several enabled programs have a key that names none of them; `example` shows how to name one.
  case ambiguousKey(String, programs: [String], example: String)
  /// An unknown key may be meant for a program that is not loaded; `example` shows how to say so.
  case orOfUnloaded(String, example: String)
  /// A key has two values.
  case repeatedKey(ConfigurationKey)
  /// A number of `--set` has no unit, and the clause has a bound.
  case missingUnit(ConfigurationKey, bound: Bound, isScored: Bool)
  /// A bound of the file has no unit, and the plugin's has one.
  case boundWithoutUnit(ConfigurationKey, new: String, bound: Bound)

  /// The clause of a bound checks nothing against a bound.
  case noBound(clause: String)
  /// A bound does not name one of the bounds of its clause, whose texts are `bounds`.
  case unnamedBound(clause: String, bounds: [String])
  /// A bound is an amount of money and the one that it replaces is not, or the reverse.
  case wrongUnit(new: String, old: String)
  /// All criteria of a direction have the weight 0.
  case zeroWeights(direction: String)

  /// The value of a program is not a switch.
  case notASwitch
  /// The value of a program is not where its position says, so it cannot be replaced in the text.
  case unchangeableLine
  /// The programs do not have a line each, so none can be added in the text.
  case unaddableLine(program: String, word: String)

  /// Another program of the same year already has directions of a plugin.
  case directionsTaken([String], year: Int, by: String)
  /// No configuration is in the current folder, in its parents or installed.
  case noConfiguration(name: String, installed: FilePath)
  /// No plugin folder is in the current folder, in its parents or installed.
  case noPlugins(name: String, installed: FilePath)

  /// The stable code of the diagnostic.
  var code: String {
    switch self {
    case .unknownKey: "unknown-key"
    case .invalidAssignment: "invalid-set"
    case .weightOutOfRange, .windowOutOfOrder, .zeroWeights, .amountOfZero: "out-of-range"
    case .invalidTime: "invalid-time"
    case .emptyWindow: "missing-key"
    case .unknownProgram: "unknown-program"
    case .unknownSetting: "unknown-setting"
    case .settingType, .notASwitch, .unchangeableLine, .unaddableLine: "wrong-type"
    case .unknownNotice, .notANotice, .unscoredClause, .unknownCriterion, .unknownClause, .orOfUnloaded: "unknown-clause"
    case .unknownProjectType: "unknown-project-type"
    case .noBound, .unnamedBound: "unknown-bound"
    case .wrongUnit, .notMoney: "wrong-unit"
    case .missingUnit, .boundWithoutUnit: "invalid-bound"
    case .ambiguousKey: "ambiguous-key"
    case .repeatedKey: "duplicate-key"
    case .directionsTaken: "duplicate-direction"
    case .noConfiguration: "no-configuration"
    case .noPlugins: "no-plugins"
    }
  }

  /// The message of the diagnostic.
  var wording: Wording {
    switch self {
    case .unknownKey(let name, let known):
      Wording("未知的键“\(name)”", "unknown key '\(name)'").suggesting(name, among: known)
    case .invalidAssignment:
      Wording("--set 应写作 条款=界限，如 4.1/condition/1=80万元", "--set expects CLAUSE=BOUND, such as 4.1/condition/1=80万元")
    case .weightOutOfRange:
      Wording(
        "权重超出范围（0至1000000）；界限要写单位，如 300万元",
        "the weight is out of range (0 to 1000000); a bound needs a unit, such as 300万元")
    case .invalidTime:
      Wording(
        "时间应写作 2024-03-01、2024-03-01 17:30 或 2024-03-01T17:30:00+08:00（不写时区的是北京时间）",
        "expected a time such as 2024-03-01, 2024-03-01 17:30 or 2024-03-01T17:30:00+08:00; without a zone it is in Beijing time")
    case .emptyWindow:
      Wording("时间窗口应有 opens 或 closes", "a window needs 'opens' or 'closes'")
    case .windowOutOfOrder(let late, let early):
      Wording("\(late) 早于 \(early)", "'\(late)' is before '\(early)'")

    case .notMoney(let text):
      Wording("“\(text)”不是金额，应写作 100亿元", "'\(text)' is no amount of money; expected one such as 100亿元")
    case .amountOfZero:
      Wording("金额应大于0", "the amount must be above 0")

    case .unknownProgram(let id, let known):
      Wording("没有专项“\(id)”", "no program '\(id)'").suggesting(id, among: known)
    case .unknownSetting(let name, let program, let known):
      Wording("专项 \(program) 没有设置“\(name)”", "the program \(program) has no setting '\(name)'").suggesting(name, among: known)
    case .settingType(let name, let label):
      Wording("设置“\(name)”的类型不符（\(label)）", "the value of the setting '\(name)' has the wrong type")
    case .unknownNotice(let id, let known):
      Wording("没有项目类型或条款“\(id)”", "no project type or clause '\(id)'").suggesting(id, among: known)
    case .notANotice(let id):
      Wording("条款“\(id)”不是另行通知", "the clause '\(id)' is not a notice")
    case .unknownProjectType(let id, let known):
      Wording("没有项目类型“\(id)”", "no project type '\(id)'").suggesting(id, among: known)
    case .unscoredClause(let id, let criteria):
      Wording("条款“\(id)”不计分", "the clause '\(id)' earns no points").suggesting(id, among: criteria)
    case .unknownCriterion(let id, let known):
      Wording("没有评分项“\(id)”", "no criterion '\(id)'").suggesting(id, among: known)
    case .unknownClause(let id, let known):
      Wording("没有条款“\(id)”", "no clause '\(id)'").suggesting(id, among: known)
    case .ambiguousKey(let id, let programs, let example):
      Wording(
        "\(id) 在 \(programs.dropLast().joined(separator: "、")) 和 \(programs.last ?? "") 中都有，请写明是哪一个：\(example)",
        "'\(id)' is in \(programs.dropLast().joined(separator: ", ")) and \(programs.last ?? ""); name one of them: \(example)")
    case .orOfUnloaded(let program, let example):
      Wording("如果是 \(program) 的，请写明：\(example)", "if it belongs to \(program), write: \(example)")
    case .repeatedKey(let key):
      Wording("\(key) 重复", "'\(key)' is given twice")
    case .missingUnit(let key, let bound, let isScored):
      Self.missingUnit(key, bound, isScored)
    case .boundWithoutUnit(let key, let new, let bound):
      Wording(
        "\(key.id) 的界限“\(new)”要写单位，原来的界限是 \(bound.text)，可写 \(new)\(bound.unit.name)",
        "the bound '\(new)' of \(key.id) needs a unit: the bound that it replaces is \(bound.text), so write \(new)\(bound.unit.name)"
      )

    case .noBound(let clause):
      Wording("条款“\(clause)”没有界限", "the clause '\(clause)' has no bound")
    case .unnamedBound(let clause, let bounds):
      Wording(
        "条款“\(clause)”的界限有：\(Self.names(of: bounds, in: clause))，请指明",
        "the bounds of the clause '\(clause)' are \(Self.names(of: bounds, in: clause)); name one of them")
    case .wrongUnit(let new, let old):
      Wording("“\(new)”与原界限“\(old)”的单位不符", "the unit of '\(new)' does not match the bound '\(old)'")
    case .zeroWeights(let direction):
      Wording("方向“\(direction)”的权重全为0", "all weights of the direction '\(direction)' are 0")

    case .notASwitch:
      Wording("应为 on 或 off", "expected 'on' or 'off'")
    case .unchangeableLine:
      Wording("无法逐行修改，请手工修改", "cannot be changed line by line; change it by hand")
    case .unaddableLine(let program, let word):
      Wording("无法逐行添加，请手工添加 \(program): \(word)", "cannot be added line by line; add \(program): \(word) by hand")

    case .directionsTaken(let directions, let year, let owner):
      Wording(
        "\(year)年度方向 \(Self.list(directions)) 已由 \(owner) 负责，本插件的不起作用",
        "the directions \(Self.list(directions)) of \(year) already belong to \(owner)")
    case .noConfiguration(let name, let installed):
      Self.notFound(name, installed, kind: Wording("配置文件", "configuration"), option: "--config")
    case .noPlugins(let name, let installed):
      Self.notFound(name, installed, kind: Wording("插件目录", "plugin folder"), option: "--plugins")
    }
  }

  private static func missingUnit(_ key: ConfigurationKey, _ bound: Bound, _ isScored: Bool) -> Wording {
    let example = "\(key)=\(bound.text)"
    let weight = "\(key)=权重30"
    return Wording(
      "\(key) 的界限要写单位，如 \(example)" + (isScored ? "；要改的是评分的权重，写作 \(weight)" : ""),
      "the bound of \(key) needs a unit, such as \(example)" + (isScored ? "; for the weight of its points write \(weight)" : ""))
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: "、") }

  private static func names(of bounds: [String], in clause: String) -> String {
    list(bounds.indices.map { "\(clause)/\($0 + 1)（\(bounds[$0])）" })
  }

  private static func notFound(_ name: String, _ installed: FilePath, kind: Wording, option: String) -> Wording {
    Wording(
      "从当前目录向上没有找到\(kind.chinese) \(name)，也没有安装在 \(installed)，请用 \(option) 指定",
      "no \(kind.english) \(name) in the current folder or its parents, and none installed at \(installed); specify it with \(option)"
    )
  }
}

extension YAMLNode {
  /// Returns an error at the position of this node.
  func fault(_ fault: ConfigurationFault) -> Diagnostic { self.fault(fault.code, fault.wording) }
}

extension Diagnostic {
  /// Returns the diagnostic with the wording of another fault appended.
  func adding(_ fault: ConfigurationFault) -> Diagnostic {
    let (chinese, english) = (wording.chinese, wording.english)
    let more = fault.wording
    return Diagnostic(
      path: path, line: line, column: column, code: code,
      Wording(
        chinese + (chinese.hasSuffix("？") ? "" : "；") + more.chinese,
        english + (english.hasSuffix("?") ? " " : "; ") + more.english))
  }

  /// Creates an error without a line.
  init(path: String = "", _ fault: ConfigurationFault) {
    self.init(path: path, code: fault.code, fault.wording)
  }
}
