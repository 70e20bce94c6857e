import KepingCore
import KepingYAML

/// A fault in the sections `selection` and `rulings` of the configuration.
protocol SelectionFault {
  /// The stable code of the diagnostic.
  var code: String { get }
  /// The message of the diagnostic.
  var wording: Wording { get }
}

extension YAMLNode {
  /// Returns an error at the position of this node.
  func fault(_ fault: some SelectionFault) -> Diagnostic { self.fault(fault.code, fault.wording) }
}

/// A fault in the keys of `selection`.
enum GroupFault: SelectionFault {
  /// No program has the plan, project type or direction of a key.
  case unknown(String, known: GroupKeys)
  /// Settings stand directly under the id of a program.
  case directlyUnderProgram(String, example: String)
  /// The bureau's limits stand under a program or a part of it.
  case limitsInside
  /// A group has no settings.
  case empty(String)
  /// A key is none of the settings.
  case unknownSetting(String, known: [String])

  var code: String {
    switch self {
    case .unknown: "unknown-group"
    case .directlyUnderProgram, .limitsInside: "misplaced-key"
    case .empty: "missing-key"
    case .unknownSetting: "unknown-key"
    }
  }

  var wording: Wording {
    switch self {
    case .unknown(let key, let known):
      let wording = Wording("没有计划、项目类型或方向“\(key)”", "no plan, project type or direction '\(key)'")
      let suggestion = wording.suggesting(key, among: known.similar(to: key) + [SelectionSection.limits])
      guard suggestion == wording else { return suggestion }
      let chinese = known.examples(separator: "、")
      let english = known.examples(separator: ", ")
      return Wording(
        "\(wording.chinese)；可以写计划（\(chinese.plans)）、项目类型（\(chinese.types)）、方向（\(chinese.directions)）",
        "\(wording.english); write a plan (\(english.plans)), a project type (\(english.types)) or a direction (\(english.directions))"
      )
    case .directlyUnderProgram(let id, let example):
      return Wording(
        "“\(id)”是专项，评选的设置要写在它的计划、项目类型或方向下面：\(example)",
        "'\(id)' is a program; write the settings below one of its plans, project types or directions: \(example)")
    case .limitsInside:
      return Wording(
        "limits 要直接写在 selection 下面：selection: { limits: [ … ] }；按方向限项的，写 within: direction",
        "limits belong directly under selection: selection: { limits: [ … ] }; for a limit by direction write within: direction")
    case .empty(let key):
      return Wording(
        "“\(key)”下面什么也没有写；请写设置，如 places: 12，或者写 {}，只把其中的方向合在一起排序",
        "nothing stands under '\(key)'; write settings such as places: 12, or {} to rank its directions together")
    case .unknownSetting(let name, let known):
      let wording = Wording("评选没有设置“\(name)”", "a selection has no setting '\(name)'")
      let suggestion = wording.suggesting(name, among: known)
      guard suggestion == wording else { return suggestion }
      return Wording(
        "\(wording.chinese)；可以写的有：\(known.joined(separator: "、"))",
        "\(wording.english); the settings are \(known.joined(separator: ", "))")
    }
  }
}
