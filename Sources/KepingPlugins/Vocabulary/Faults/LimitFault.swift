import KepingCore

/// A limit of the configuration that a plugin exceeds while it loads.
enum LimitFault: UsageFault {
  /// There are more fields than ``Limits/fields``.
  case fields(Int)
  /// There are more values of choices than ``Limits/choices``.
  case choices(Int)
  /// There are more nodes than ``Limits/nodes``.
  case nodes(Int)
  /// There are more bytes of texts than ``Limits/texts``.
  case texts(Int)
  /// The host needs more bytes than ``Limits/hostMemory``.
  case hostMemory(Int)

  var code: String { "too-complex" }

  /// The message, which states the limit and its key in the configuration.
  var wording: Wording {
    switch self {
    case .fields(let most): Wording("字段超过\(most)个（limits.fields）", "there are more than \(most) fields (limits.fields)")
    case .choices(let most):
      Wording("可选值共超过\(most)个（limits.choices）", "there are more than \(most) values of choices (limits.choices)")
    case .nodes(let most): Wording("节点超过\(most)个（limits.nodes）", "there are more than \(most) nodes (limits.nodes)")
    case .texts(let most): Wording("文本共超过\(most)字节（limits.texts）", "there are more than \(most) bytes of texts (limits.texts)")
    case .hostMemory(let most):
      Wording(
        "插件的定义占用的内存超过\(most >> 20) MB（limits.hostMegabytes）",
        "what the plugin defines takes more than \(most >> 20) MB of memory (limits.hostMegabytes)")
    }
  }
}
