import KepingCore

/// A fault in the use of `limit`, with its code and wording.
enum SubmissionLimitFault: UsageFault {
  /// An option has no effect because the limit has no `per`.
  case optionWithoutPer(String)
  /// The value of an option is none of those that it can have.
  case unknownValue(String, option: String, known: [String])
  /// The value of an option is not a text, or not what the option takes.
  case wrongValue(option: String, known: [String])
  /// The bound of a limit with `per` is too small or too large.
  case wrongBound(String)
  /// A program has too many limits with `per`.
  case tooMany

  /// The largest number of applications that a limit may allow to one holder.
  static let maximumBound = 9999
  /// The largest number of limits with `per`, because each application is counted for all that apply to it.
  static let maximumCount = 200

  var code: String {
    switch self {
    case .optionWithoutPer, .wrongValue: "wrong-argument"
    case .unknownValue: "unknown-value"
    case .wrongBound: "invalid-bound"
    case .tooMany: "too-complex"
    }
  }

  var subject: FaultSubject? {
    switch self {
    case .optionWithoutPer(let option), .wrongValue(let option, _): .written(option)
    case .unknownValue(let value, _, _), .wrongBound(let value): .written(value)
    case .tooMany: nil
    }
  }

  var wording: Wording {
    switch self {
    case .optionWithoutPer(let option):
      Wording(
        "没有 per，“\(option)”不起作用；限制每个单位或负责人的，请写明 per",
        "'\(option)' has no effect without per; state whose applications are limited")
    case .unknownValue(let value, let option, let known):
      Wording(
        "\(option) 不能是“\(value)”，可以是 \(known.joined(separator: "、"))",
        "\(option) cannot be '\(value)'; use \(known.joined(separator: ", "))"
      ).suggesting(value, among: known.map { $0.filter { $0 != "\"" } })
    case .wrongValue(let option, let known):
      Wording("\(option) 应为 \(known.joined(separator: "、"))", "\(option) must be \(known.joined(separator: ", "))")
    case .wrongBound(let bound):
      Wording(
        "有 per 的 limit 最多可以是1至\(Self.maximumBound)项，不能是“\(bound)”",
        "the bound of a limit with per must be from 1 to \(Self.maximumBound), not '\(bound)'")
    case .tooMany:
      Wording("有 per 的 limit 超过\(Self.maximumCount)个", "there are more than \(Self.maximumCount) limits with per")
    }
  }
}
