import KepingCore

/// A hash of a name, a credit code or an id number in the form in which they are compared; 0 stands for one that was not given.
///
/// Each process draws a new key, so that nobody can prepare two names with one hash. Equal hashes of different texts are
/// practically impossible: one in 10^7 for a million texts. No output depends on the value.
public struct IdentityHash: Sendable, Hashable {
  let bits: UInt64

  /// The hash of what was not given.
  public static let none = IdentityHash(bits: 0)

  /// Whether there is nothing to compare.
  public var isNone: Bool { bits == 0 }

  init(bits: UInt64) { self.bits = bits }

  /// Creates the hash of a folded text; that of an empty one is ``none``.
  public init(folded text: Bytes) {
    if text.isEmpty {
      bits = 0
    } else {
      var hasher = Hasher()
      hasher.combine(text.span, from: 0, to: text.count)
      let hash = UInt64(bitPattern: Int64(hasher.finalize()))
      bits = hash == 0 ? 1 : hash
    }
  }
}

/// A unit as limits compare it: by its valid credit code, or else by its name.
public struct UnitIdentity: Sendable, Hashable {
  /// The hash of the name.
  public let name: IdentityHash
  /// The hash of the credit code; ``IdentityHash/none`` if it is absent or invalid.
  public let code: IdentityHash

  /// The identity of a unit of which nothing is known.
  public static let none = UnitIdentity(name: .none, code: .none)

  /// Creates an identity.
  public init(name: IdentityHash, code: IdentityHash) {
    self.name = name
    self.code = code
  }
}

/// A leader as limits compare them: by the id number, or else by the name together with the applicant.
public struct LeaderIdentity: Sendable, Hashable {
  /// The hash of the name.
  public let name: IdentityHash
  /// The hash of the id number.
  public let number: IdentityHash

  /// The identity of a leader of whom nothing is known.
  public static let none = LeaderIdentity(name: .none, number: .none)

  /// Creates an identity.
  public init(name: IdentityHash, number: IdentityHash) {
    self.name = name
    self.number = number
  }
}
