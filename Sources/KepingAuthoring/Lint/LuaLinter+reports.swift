import KepingCore
import KepingPlugins

extension LuaLinter {
  // MARK: Nodes that are taken for their answers

  mutating func reportNegation(_ token: Int, _ operand: LuaExpression) {
    explained.formUnion(operand.lines)
    report(
      at: token, "node-as-value",
      Wording("在 Lua 中 not 检查总是 false，请用 negate(检查)", "in Lua 'not check' is always false; use negate(check)"))
  }

  mutating func reportOperator(_ sign: Int, _ left: LuaExpression, _ right: LuaExpression) {
    let written = tokens[sign].written
    switch (written, left.meaning, right.meaning) {
    case ("and", .node, _), ("or", .node, _):
      explained.formUnion(written == "and" ? left.lines : right.lines)
      report(at: sign, "node-as-value", LuaChoice.wording(of: written))
    case ("==", .node, _), ("~=", .node, _), ("==", _, .node), ("~=", _, .node):
      explained.formUnion(left.lines)
      explained.formUnion(right.lines)
      report(
        at: sign, "node-as-value",
        Wording(
          "加载时字段还没有值，用 \(written) 比较不出结果，请用 :is、:at_least 等",
          "at load a field has no value yet, so \(written) tells nothing; use :is, :at_least and so on"))
    default: break
    }
  }

  // MARK: At the end of a file

  /// Tells what functions that run for applications may not use.
  mutating func reportFunctions() {
    var open = functions.indices.filter { functions[$0].isForApplications }
    var children: [Int: [Int]] = [:]
    for (id, scope) in functions.enumerated() { if let parent = scope.parent { children[parent, default: []].append(id) } }
    while let id = open.popLast() {
      for next in (children[id] ?? []) + functions[id].references where !functions[next].isForApplications {
        functions[next].isForApplications = true
        open.append(next)
      }
    }
    for scope in functions where scope.isForApplications {
      for (token, meaning, declaredIn) in scope.uses where declaredIn.map({ !functions[$0].isForApplications }) ?? true {
        report(at: token, "only-at-load", onlyAtLoad(token, meaning))
      }
    }
  }

  private func onlyAtLoad(_ token: Int, _ meaning: LuaMeaning) -> Wording {
    let name = tokens[token].written
    switch meaning {
    case .settings:
      return Wording(
        "评审时的函数不能再用 settings，请先在函数外写 local 值 = settings.名称",
        "a function that runs for an application may not use settings; write 'local value = settings.name' outside of it")
    case .node:
      return Wording(
        "评审时的函数拿不到“\(name)”的值，请把它列入 { … }，作为参数传入",
        "a function that runs for an application has no value of '\(name)'; list it in { … }, and it becomes a parameter")
    default:
      return Wording(
        "评审时的函数不能再使用词汇“\(name)”，只能使用传入的值",
        "a function that runs for an application may not use the vocabulary's '\(name)', but what it is given")
    }
  }

  /// Tells which locals hide a word or a field.
  mutating func reportShadows() {
    let lastDeclaration = declarations.last ?? -1
    for variable in variables where variable.mustBeUsed && !variable.name.hasPrefix("_") {
      let isWord = Word.alone[variable.name] != nil || Word.values.contains(variable.name)
      let isField = Schema.host.child(variable.name, of: nil) != nil
      // A field that the plugin declares further down is not there yet.
      let isOwn = surroundings.schema.child(variable.name, of: nil) != nil || surroundings.fields.contains(variable.name)
      guard isWord || isField || (isOwn && variable.token > lastDeclaration) else { continue }
      let what = isWord ? Wording("词汇", "word of the vocabulary") : Wording("字段", "field")
      report(
        at: variable.token, "shadowed-word",
        Wording(
          "局部变量“\(variable.name)”遮住了同名的\(what.chinese)，请换一个名称",
          "the local '\(variable.name)' hides the \(what.english) of that name; choose another"), isRemark: true)
    }
  }
}
