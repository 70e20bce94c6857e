import CLuaShim

/// A value that is converted for Lua once and can then be an argument of many calls.
///
/// Each call receives a new Lua value, so a function cannot keep anything in it.
public final class LuaTree {
  let values: UnsafeMutablePointer<kl_value>
  /// The number of values.
  let count: Int
  private let texts: UnsafeMutablePointer<CChar>

  /// Creates a tree from a value.
  public convenience init(_ value: LuaValue) {
    self.init { $0.append(value) }
  }

  /// Creates a tree from the single value that the closure appends.
  public init(_ build: (inout ValueTree) -> Void) {
    var tree = ValueTree()
    build(&tree)
    count = tree.values.count
    (values, texts) = tree.copied()
  }

  deinit {
    values.deallocate()
    texts.deallocate()
  }
}
