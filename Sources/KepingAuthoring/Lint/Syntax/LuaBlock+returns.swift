/// The values that the statements of a function return.
extension LuaBlock {
  /// The values of all `return` statements of the block, without those of functions in it; an element is empty for a plain `return`.
  var returns: [[LuaExpression]] {
    statements.flatMap { statement -> [[LuaExpression]] in
      switch statement.kind {
      case .return(let values): [values]
      case .do(let block), .while(_, let block), .repeat(let block, _): block.returns
      case .if(let branches, let otherwise): branches.flatMap(\.block.returns) + (otherwise?.returns ?? [])
      case .for(let loop): loop.body.returns
      default: []
      }
    }
  }

  /// Whether a `return` of the block has a value.
  var returnsValue: Bool { returns.contains { !$0.isEmpty } }

  /// Whether the block cannot be left at its end.
  var alwaysReturns: Bool {
    guard let last = statements.last else { return false }
    switch last.kind {
    case .return: return true
    case .do(let block): return block.alwaysReturns
    case .if(let branches, let otherwise?): return branches.allSatisfy(\.block.alwaysReturns) && otherwise.alwaysReturns
    // A loop may be left only by its `return`.
    case .while, .repeat, .for: return !last.returnsNothing
    case .expression: return true
    default: return false
    }
  }
}

extension LuaStatement {
  /// Whether no `return` is in the statement.
  fileprivate var returnsNothing: Bool { LuaBlock(statements: [self], isComplete: isComplete).returns.isEmpty }
}
