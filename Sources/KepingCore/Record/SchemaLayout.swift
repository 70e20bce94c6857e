/// A schema in a compact form for reading records: flat arrays of numbers, without strings or nested arrays whose references
/// would have to be counted for each value of each record.
final class SchemaLayout: Sendable {
  typealias Kind = FieldType.Name

  /// A field of the schema.
  struct Field: Sendable {
    let kind: Kind
    let isRequired: Bool
    /// Whether texts other than the choices are also well-formed.
    let isOpen: Bool
    let slot: Int32
    let stride: Int32
    /// The children as a range of ``SchemaLayout/children``.
    let children: Range<Int32>
    /// The known values as a range of ``SchemaLayout/choices``.
    let choices: Range<Int32>
    /// One bit for each child that every element of a list must have.
    let required: UInt64
    /// The table of the children's keys.
    fileprivate(set) var table = KeyTables.Table()
  }

  /// A field in an object, or at the top.
  struct Child: Sendable {
    /// The hash of the key, as a tape stores it.
    let hash: Int32
    let node: Int32
    /// The key as a range of ``SchemaLayout/texts``.
    let key: Range<Int32>
  }

  /// A known value of a choice.
  struct Choice: Sendable {
    /// The first eight bytes; missing bytes are 0.
    let word: UInt64
    /// The whole value as a range of ``SchemaLayout/texts``.
    let text: Range<Int32>
  }

  let fields: [Field]
  let children: [Child]
  /// The patterns by which the scanner recognises the keys of ``children``, in the same order.
  let keyPatterns: [KeyPattern]
  /// The tables that find children by the first bytes of their keys; each object has at most one.
  let tables: KeyTables
  /// The fields at the top of the record, as a range of ``children``.
  let roots: Range<Int32>
  let rootTable: KeyTables.Table
  let choices: [Choice]
  /// The bytes of all keys and known values, one after the other.
  let texts: Bytes
  /// The number of slots that a record has outside of lists.
  let slotCount: Int
  /// The slots of the fields that a record must have.
  let required: [Int32]
  /// The host's dates that other fields restrict.
  let restrictedDates: RestrictedDates
  /// The nodes of the schema, for paths and labels in messages.
  let nodes: [Schema.Node]
  let rootNodes: [Int]

  init(_ schema: Schema) {
    var builder = Builder()
    for node in schema.nodes { builder.addField(node, schema) }
    roots = builder.addChildren(schema.roots, of: schema)
    children = builder.children
    keyPatterns = children.map { KeyPattern(schema.nodes[Int($0.node)], node: $0.node) }
    choices = builder.choices
    texts = builder.texts
    tables = KeyTables(keyPatterns, [roots] + builder.fields.map(\.children))
    rootTable = tables.table(of: roots)
    var fields = builder.fields
    for node in fields.indices { fields[node].table = tables.table(of: fields[node].children) }
    self.fields = fields
    required = Self.required(schema.roots, schema)
    slotCount = schema.slotCount
    nodes = schema.nodes
    rootNodes = schema.roots
    restrictedDates = RestrictedDates(schema.nodes)
  }

  /// The arrays of a layout under construction.
  private struct Builder {
    var fields: [Field] = []
    var children: [Child] = []
    var choices: [Choice] = []
    var texts: Bytes = []

    mutating func addField(_ node: Schema.Node, _ schema: Schema) {
      let known = Int32(choices.count)
      for choice in node.choices {
        choices.append(Choice(word: choice.span.word(at: 0, count: min(8, choice.count)), text: addText(choice)))
      }
      fields.append(
        Field(
          kind: Kind(node.field.type), isRequired: node.field.isRequired, isOpen: node.field.type.isOpen,
          slot: Int32(node.slot), stride: Int32(node.stride), children: addChildren(node.children, of: schema),
          choices: known..<Int32(choices.count), required: Self.required(node, schema)))
    }

    /// Returns one bit for each required child among the first 64.
    private static func required(_ node: Schema.Node, _ schema: Schema) -> UInt64 {
      var bits: UInt64 = 0
      for (index, child) in node.children.enumerated() where index < 64 && schema.nodes[child].field.isRequired {
        bits |= 1 << UInt64(index)
      }
      return bits
    }

    mutating func addChildren(_ nodes: [Int], of schema: Schema) -> Range<Int32> {
      let start = Int32(children.count)
      for node in nodes {
        let key = schema.nodes[node].key
        children.append(Child(hash: JSONTape.keyHash(key), node: Int32(node), key: addText(key)))
      }
      return start..<Int32(children.count)
    }

    private mutating func addText(_ text: Bytes) -> Range<Int32> {
      let start = Int32(texts.count)
      texts.append(contentsOf: text)
      return start..<Int32(texts.count)
    }
  }

  /// Returns the slots of the required fields among nodes, and of those in required objects.
  private static func required(_ nodes: [Int], _ schema: Schema) -> [Int32] {
    var slots: [Int32] = []
    for node in nodes where schema.nodes[node].field.isRequired {
      slots.append(Int32(schema.nodes[node].slot))
      if case .object = schema.nodes[node].field.type { slots += required(schema.nodes[node].children, schema) }
    }
    return slots
  }

  /// Returns whether the key of a child, with quotes and colon, is at the beginning of `bytes`.
  ///
  /// - Parameters:
  ///   - word: the first eight bytes.
  ///   - second: the next eight bytes.
  ///   - bytes: at least ``KeyPattern/comparedCount`` bytes.
  @inline(__always)
  func isKey(_ child: Int, word: UInt64, second: UInt64, bytes: Span<UInt8>) -> Bool {
    KeyPattern.matches(keyPatterns[child], word: word, second: second, bytes: bytes)
      && (keyPatterns[child].count <= KeyPattern.comparedCount || matchesRest(of: child, bytes))
  }

  /// Returns whether the rest of a long key follows its first ``KeyPattern/comparedCount`` bytes.
  private func matchesRest(of child: Int, _ bytes: Span<UInt8>) -> Bool {
    let texts = texts
    let key = children[child].key
    let count = Int(keyPatterns[child].count)
    // Because of the opening quote, one byte less of the key itself has been compared.
    let seen = min(KeyPattern.comparedCount - 1, Int(key.length))
    return count <= bytes.count && bytes[count &- 2] == UInt8(ascii: "\"") && bytes[count &- 1] == UInt8(ascii: ":")
      && bytes.isEqual(
        from: KeyPattern.comparedCount, count: Int(key.length) &- seen, to: texts.span, at: Int(key.lowerBound) &+ seen)
  }

  /// Returns the node of the child with a key, and the child that is expected next.
  ///
  /// The search begins at `hint`, because most records have their fields in the same order.
  @inline(__always)
  func findChild(
    _ key: JSONTape.Value, _ bytes: Span<UInt8>, among range: Range<Int32>, from hint: Int32
  ) -> (node: Int, next: Int32)? {
    var index = hint < range.upperBound ? hint : range.lowerBound
    for _ in range {
      let child = children[Int(index)]
      index = index + 1 == range.upperBound ? range.lowerBound : index + 1
      if child.hash == key.next, isNamed(key, child.key, bytes) { return (Int(child.node), index) }
    }
    return nil
  }

  @inline(__always)
  private func isNamed(_ key: JSONTape.Value, _ name: Range<Int32>, _ bytes: Span<UInt8>) -> Bool {
    if key.isEscaped {
      var text: Bytes = []
      JSONTape.unescape(bytes, Int(key.start)..<Int(key.end), into: &text)
      return isSame(text.span, from: 0, to: text.count, as: name)
    }
    return isSame(bytes, from: Int(key.start), to: Int(key.end), as: name)
  }

  /// Returns the index of a text among the known values of a choice, or -1 if it is not among them.
  func choiceIndex(in choices: Range<Int32>, bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let count = end &- start
    let word = bytes.word(at: start, count: min(8, count))
    var index = Int(choices.lowerBound)
    while index < Int(choices.upperBound) {
      if self.choices[index].word == word, Int(self.choices[index].text.length) == count,
        count <= 8 || isSame(bytes, from: start, to: end, as: self.choices[index].text)
      {
        return index &- Int(choices.lowerBound)
      }
      index &+= 1
    }
    return -1
  }

  /// Returns whether the bytes in `start..<end` are equal to a text of the schema.
  @inline(__always)
  func isSame(_ bytes: Span<UInt8>, from start: Int, to end: Int, as text: Range<Int32>) -> Bool {
    let texts = texts
    return end &- start == Int(text.length)
      && bytes.isEqual(from: start, count: end &- start, to: texts.span, at: Int(text.lowerBound))
  }
}

extension SchemaLayout.Kind {
  init(_ type: FieldType) { self = type.name }

  /// Whether any text is well-formed.
  @inline(__always)
  var isAnyText: Bool { self == .text || self == .creditCode }

  /// Whether the value is neither an object nor a list, so that one slot holds all of it.
  package var isSingle: Bool {
    switch self {
    case .money, .count, .year, .decimal, .percent, .flag, .choice, .text, .creditCode, .time, .date, .division: true
    case .yearlyMoney, .texts, .objects, .tally, .object: false
    }
  }
}

extension FieldType {
  /// Whether texts other than the choices are also well-formed.
  var isOpen: Bool { if case .choice(_, isOpen: true) = self { true } else { false } }
}
