/// A schema as binding wants it: plain numbers in a row, without texts or lists of their own that would have to be counted
/// for each value of each record.
final class SchemaLayout: Sendable {
  enum Kind: UInt8, Sendable {
    case text, creditCode, division, time, choice, flag, count, year, money, yearlyMoney, texts, object, objects, tally
  }

  /// A field.
  struct Place: Sendable {
    let kind: Kind
    let isRequired: Bool
    /// Of a choice: whether other texts are well-formed, too.
    let isOpen: Bool
    let slot: Int32
    let stride: Int32
    /// Its children among ``SchemaLayout/children``.
    let children: Range<Int32>
    /// Its known values among ``SchemaLayout/choices``.
    let choices: Range<Int32>
  }

  /// A field as the child of another, or at the top.
  struct Child: Sendable {
    /// Of its key, as a tape has it.
    let hash: Int32
    let node: Int32
    /// Its key among ``SchemaLayout/texts``.
    let key: Range<Int32>
  }

  let places: [Place]
  let children: [Child]
  /// The fields at the top, among ``children``.
  let roots: Range<Int32>
  let choices: [Range<Int32>]
  let texts: Bytes
  /// How many values a record keeps outside of lists.
  let slotCount: Int
  /// The fields themselves, to speak of.
  let nodes: [Schema.Node]
  let rootNodes: [Int]

  init(_ schema: Schema) {
    var maker = Maker()
    for node in schema.nodes { maker.add(node, schema) }
    roots = maker.add(schema.roots, of: schema)
    places = maker.places
    children = maker.children
    choices = maker.choices
    texts = maker.texts
    slotCount = schema.slotCount
    nodes = schema.nodes
    rootNodes = schema.roots
  }

  private struct Maker {
    var places: [Place] = []
    var children: [Child] = []
    var choices: [Range<Int32>] = []
    var texts: Bytes = []

    mutating func add(_ node: Schema.Node, _ schema: Schema) {
      let known = Int32(choices.count)
      for choice in node.choices { choices.append(add(choice)) }
      places.append(
        Place(
          kind: Kind(node.field.type), isRequired: node.field.isRequired, isOpen: node.field.type.isOpen,
          slot: Int32(node.slot), stride: Int32(node.stride), children: add(node.children, of: schema),
          choices: known..<Int32(choices.count)))
    }

    mutating func add(_ nodes: [Int], of schema: Schema) -> Range<Int32> {
      let start = Int32(children.count)
      for node in nodes {
        let key = schema.nodes[node].key
        children.append(Child(hash: JSONTape.keyHash(key), node: Int32(node), key: add(key)))
      }
      return start..<Int32(children.count)
    }

    private mutating func add(_ text: Bytes) -> Range<Int32> {
      let start = Int32(texts.count)
      texts.append(contentsOf: text)
      return start..<Int32(texts.count)
    }
  }

  /// The child with a key, looked for from a place on: most records have their fields in one order.
  @inline(__always)
  func find(
    _ key: JSONTape.Value, _ bytes: Span<UInt8>, among range: Range<Int32>, from hint: Int32
  ) -> (node: Int, next: Int32)? {
    var place = hint < range.upperBound ? hint : range.lowerBound
    for _ in range {
      let child = children[Int(place)]
      place = place + 1 == range.upperBound ? range.lowerBound : place + 1
      if child.hash == key.next, matches(key, child.key, bytes) { return (Int(child.node), place) }
    }
    return nil
  }

  @inline(__always)
  private func matches(_ key: JSONTape.Value, _ name: Range<Int32>, _ bytes: Span<UInt8>) -> Bool {
    if key.isEscaped {
      var text: Bytes = []
      JSONTape.unescape(bytes, Int(key.start)..<Int(key.end), into: &text)
      return isSame(text.span, 0, text.count, name)
    }
    return isSame(bytes, Int(key.start), Int(key.end), name)
  }

  /// The place of a text among the known values of a choice; -1 where it is none.
  func choice(_ choices: Range<Int32>, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    for place in choices where isSame(bytes, start, end, self.choices[Int(place)]) { return Int(place - choices.lowerBound) }
    return -1
  }

  @inline(__always)
  func isSame(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ text: Range<Int32>) -> Bool {
    let texts = texts
    return end &- start == text.count && bytes.isSame(start, end &- start, as: texts.span, Int(text.lowerBound))
  }
}

extension SchemaLayout.Kind {
  fileprivate init(_ type: FieldType) {
    self =
      switch type {
      case .text: .text
      case .creditCode: .creditCode
      case .division: .division
      case .time: .time
      case .choice: .choice
      case .flag: .flag
      case .count: .count
      case .year: .year
      case .money: .money
      case .yearlyMoney: .yearlyMoney
      case .texts: .texts
      case .object: .object
      case .objects: .objects
      case .tally: .tally
      }
  }
}

extension FieldType {
  fileprivate var isOpen: Bool { if case .choice(_, isOpen: true) = self { true } else { false } }
}
