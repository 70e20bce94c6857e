import KepingCore
import KepingPlugins

/// A statement `direction { "4.1", … }` at the top level of a Lua file.
struct DirectionStatement {
  /// The direction's id.
  let id: String
  /// The indexes of the statement's tokens.
  let tokens: Range<Int>
}

extension LuaFile {
  /// The directions that the file defines with their ids as literals, in its order.
  var directions: [DirectionStatement] {
    block.statements.compactMap { statement in
      guard case .expression(let expression) = statement.kind, case .suffixed(let first, let suffixes) = expression.kind,
        case .name(let name) = first.kind, written(name.token) == Word.direction.name, suffixes.count == 1,
        case .call(let arguments) = suffixes[0].kind, arguments.count == 1, case .table(let fields) = arguments[0].kind,
        case .position? = fields.first?.key, case .text(let id)? = fields.first?.value.kind
      else { return nil }
      return DirectionStatement(id: id, tokens: expression.tokens)
    }
  }
}
