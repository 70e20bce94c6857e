import KepingCore

/// The messages for operators of Lua on nodes, which have no value at load.
package enum NodeOperation {
  /// Returns what to write instead of an operator.
  package static func wording(of sign: String) -> Wording {
    switch sign {
    case "<", "<=", ">", ">=":
      Wording(
        "比较请用 :at_least、:more_than、:at_most、:less_than", "compare with :at_least, :more_than, :at_most or :less_than")
    case "#": Wording("个数请用 :count()", "use :count() for the number of elements")
    case "-":
      Wording("两个数量相减写作 a:minus(b)，增幅写作 growth(a, b)", "write a difference as a:minus(b), and a growth as growth(a, b)")
    case "/", "//":
      Wording(
        "两个数量的比写作 ratio(a, b)，再比较：ratio(a, b):at_least \"3%\"", "write the ratio of two quantities as ratio(a, b):at_least \"3%\""
      )
    case "*":
      Wording("数量的几倍或几成写作 a:times \"30%\"", "write a multiple or a share of a quantity as a:times \"30%\"")
    case "..":
      Wording("加载时字段还没有值，不能用 .. 连接", "a field has no value at load, so '..' cannot join it")
    default: Wording("节点不支持“\(sign)”，请用 compute", "nodes do not support '\(sign)'; use compute")
    }
  }
}
