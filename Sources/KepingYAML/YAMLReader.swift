import KepingCore

/// Builds the nodes of a document from its events.
struct YAMLReader {
  /// The maximum number of values in a file, with every alias counted as the values that it repeats.
  private static let maximumValues = 200_000
  /// The maximum nesting depth.
  private static let maximumDepth = 100
  private static let secondDocument = Wording("“---”以后又有一个文档，一个文件只能有一个", "but found another document")

  private let events: YAMLEvents
  private let path: String
  /// Whether the first error ends the document there instead of being thrown.
  private let stopsAtFault: Bool
  /// The error that ended the document; the events must not be used after it.
  private(set) var fault: Diagnostic?
  /// The node of each anchor, and the number of values in it.
  private var anchors: [String: (node: YAMLNode, values: Int)] = [:]
  /// The number of values so far.
  private var values = 0
  private var depth = 0

  init(_ events: YAMLEvents, _ path: String, stopsAtFault: Bool = false) {
    self.events = events
    self.path = path
    self.stopsAtFault = stopsAtFault
  }

  /// Returns the only document of the stream; an empty value if there is none.
  ///
  /// - Throws: ``Diagnostic`` with code `invalid-yaml` or `duplicate-key`.
  mutating func document() throws(Diagnostic) -> YAMLNode {
    _ = try events.next()
    guard case .documentStart = try events.next().event else { return .empty(path) }
    let (event, mark, _) = try events.next()
    let root = try node(event, mark)
    try recover { reader throws(Diagnostic) in
      _ = try reader.events.next()
      let next = try reader.events.next()
      guard case .streamEnd = next.event else { throw reader.fault(Self.secondDocument, next.mark) }
    }
    return root
  }

  private mutating func node(_ event: YAMLEvents.Event, _ mark: YAMLEvents.Mark) throws(Diagnostic) -> YAMLNode {
    let before = values
    try countValues(1, mark)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw fault(
        Wording("嵌套超过\(Self.maximumDepth)层", "more than \(Self.maximumDepth) values inside each other"), mark)
    }
    let value: YAMLNode.Value
    let name: String?
    switch event {
    case .alias(let alias):
      guard let (node, values) = anchors[alias] else {
        throw fault(Wording("“*\(alias)”没有定义；以“*”开头的文本请加引号", "found undefined alias"), mark)
      }
      try countValues(values - 1, mark)
      return node
    case .scalar(let text, let isPlain, let anchor): (value, name) = (.scalar(text, isPlain: isPlain), anchor)
    case .sequenceStart(let anchor): (value, name) = (.sequence(try elements()), anchor)
    case .mappingStart(let anchor): (value, name) = (.mapping(try members()), anchor)
    default: throw fault(Wording("这里缺少内容", "a value is expected"), mark)
    }
    let node = YAMLNode(value: value, line: mark.line, column: mark.column, path: path)
    if let name { anchors[name] = (node, values - before) }
    return node
  }

  /// Calls a body, and records its error instead of throwing it if the reader stops at the first error.
  ///
  /// Does nothing after an error.
  private mutating func recover(_ body: (inout Self) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard fault == nil else { return }
    do throws(Diagnostic) {
      try body(&self)
    } catch {
      guard stopsAtFault else { throw error }
      fault = error
    }
  }

  private mutating func elements() throws(Diagnostic) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    var isAtEnd = false
    while !isAtEnd, fault == nil {
      try recover { reader throws(Diagnostic) in
        let (event, mark, _) = try reader.events.next()
        if case .sequenceEnd = event { isAtEnd = true } else { elements.append(try reader.node(event, mark)) }
      }
    }
    return elements
  }

  private mutating func members() throws(Diagnostic) -> [(key: YAMLNode, value: YAMLNode)] {
    var members: [(key: YAMLNode, value: YAMLNode)] = []
    var isAtEnd = false
    while !isAtEnd, fault == nil {
      try recover { reader throws(Diagnostic) in
        let (event, mark, end) = try reader.events.next()
        if case .mappingEnd = event { return isAtEnd = true }
        let key = try reader.node(event, mark)
        guard reader.fault == nil else { return }
        let (valueEvent, valueMark, _) = try reader.events.next()
        if case .scalar("", isPlain: true, anchor: nil) = valueEvent, !reader.events.hasColon(between: end, and: valueMark) {
          throw reader.colonFault(key)
        }
        members.append((key, try reader.node(valueEvent, valueMark)))
      }
    }
    if !stopsAtFault { try requireDistinct(members) }
    return members
  }

  /// Returns the error of a key in braces without a colon and a value, which YAML would take for a key that has none.
  private func colonFault(_ key: YAMLNode) -> Diagnostic {
    guard case .scalar(let text, let isPlain) = key.value else {
      return key.fault("invalid-yaml", Wording("YAML写法有误：缺少冒号“: ”", "not valid YAML: ': ' is missing"))
    }
    let name = text.printable(limit: 40)
    let isNumber = isPlain && !name.isEmpty && name.allSatisfy(\.isNumber)
    let advice =
      isNumber
      ? Wording("数字里不能写逗号", "a number has no commas")
      : name.contains("：")
        ? Wording("“：”是全角冒号", "'：' is a full-width colon")
        : name.contains(":")
          ? Wording("冒号后面要有一个空格", "a space must follow the colon")
          : Wording("有逗号的文本和有方括号的键要加引号", "a text with commas and a key with brackets need quotes")
    return key.fault(
      "invalid-yaml",
      Wording(
        "YAML写法有误：“\(name)”后面没有半角冒号加空格“: ”和值；\(advice.chinese)",
        "not valid YAML: no ': ' and value follow '\(name)'; \(advice.english)"))
  }

  private func requireDistinct(_ members: [(key: YAMLNode, value: YAMLNode)]) throws(Diagnostic) {
    var seen: [String: YAMLNode] = [:]
    var duplicates: Set<String> = []
    for (key, _) in members {
      guard case .scalar(let name, _) = key.value else { continue }
      if seen[name] == nil { seen[name] = key } else { duplicates.insert(name) }
    }
    guard let first = duplicates.min(), let key = seen[first] else { return }
    let names = duplicates.sorted().joined(separator: ", ")
    throw key.fault("duplicate-key", Wording("键重复出现：\(names)", "duplicate key: \(names)"))
  }

  private mutating func countValues(_ more: Int, _ mark: YAMLEvents.Mark) throws(Diagnostic) {
    values += more
    guard values <= Self.maximumValues else {
      throw Diagnostic(
        path: path, line: mark.line, column: mark.column, code: "invalid-yaml",
        Wording("内容过多（超过\(Self.maximumValues)项）", "more than \(Self.maximumValues) values"))
    }
  }

  private func fault(_ problem: Wording, _ mark: YAMLEvents.Mark) -> Diagnostic {
    YAMLEvents.Fault(problem: problem, mark: mark).diagnostic(path)
  }
}
