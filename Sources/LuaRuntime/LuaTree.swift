import CLuaShim

/// A value in the form in which it crosses to Lua, made once: each call that is given it has a Lua value of its own.
public final class LuaTree {
  let values: UnsafeMutablePointer<kl_value>
  private let texts: UnsafeMutablePointer<CChar>

  public convenience init(_ value: LuaValue) {
    self.init { $0.append(value) }
  }

  /// A tree of the one value that the body appends.
  public init(_ build: (inout ValueTree) -> Void) {
    var tree = ValueTree()
    build(&tree)
    (values, texts) = tree.copied()
  }

  deinit {
    values.deallocate()
    texts.deallocate()
  }
}
