/// The fields of a program whose values the host examines in every record: amounts of money, and lists of texts with known values.
///
/// The ranges refer to ``CompiledProgram/lists``. Amounts by year need no list, because ``Record/years`` contains all of them.
struct ExaminedFields: Sendable {
  /// The slots of single amounts.
  var amounts: Range<Int32> = 0..<0
  /// The amounts in elements of lists, three numbers for each: the slot of the list, the number of slots of an element, and the
  /// slot of the amount within an element.
  var amountsInLists: Range<Int32> = 0..<0
  /// The slots of lists of texts with known values.
  var texts: Range<Int32> = 0..<0
  /// Whether elements of lists contain amounts or lists of texts at a depth that the other members do not describe.
  var areNested = false
}

extension ProgramCompiler {
  /// Returns the fields of the program's schema that the host examines.
  mutating func examinedFields() -> ExaminedFields {
    var amounts: [Int] = []
    var amountsInLists: [Int] = []
    var texts: [Int] = []
    var areNested = false
    let nodes = program.schema.nodes
    func add(_ children: [Int]) {
      for node in children.map({ nodes[$0] }) {
        switch node.field.type {
        case .money: amounts.append(node.slot)
        case .texts(let choices) where !choices.isEmpty: texts.append(node.slot)
        case .object: add(node.children)
        case .objects:
          for child in node.children.map({ nodes[$0] }) {
            switch child.field.type {
            case .money: amountsInLists += [node.slot, node.stride, child.slot]
            case .texts, .object, .objects: areNested = true
            default: break
            }
          }
        default: break
        }
      }
    }
    add(program.schema.roots)
    return ExaminedFields(
      amounts: list(amounts), amountsInLists: list(amountsInLists), texts: list(texts), areNested: areNested)
  }
}
