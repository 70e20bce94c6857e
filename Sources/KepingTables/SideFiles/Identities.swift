import KepingCore
import KepingSelection
import KepingUnicode

extension IdentityHash {
  /// Creates the hash of a text in the form in which names are compared: without regard to width, case and white space.
  package init(folding text: ArraySlice<UInt8>) { self.init(folded: FoldedText.fold(text)) }
}

extension UnitIdentity {
  /// Creates the identity of a unit from its name and its credit code, which counts only if it is valid.
  package init(name: ArraySlice<UInt8>, creditCode: Bytes?) {
    let code = creditCode.flatMap { CreditCode.isValid($0) ? IdentityHash(folded: $0) : nil }
    self.init(name: IdentityHash(folding: name), code: code ?? .none)
  }

  /// Creates the identity of a unit from a text that is its name or its credit code.
  init(text: String) {
    let code = Bytes(CellReader.creditCode(text).utf8)
    if CreditCode.isValid(code) {
      self.init(name: .none, code: IdentityHash(folded: code))
    } else {
      self.init(name: Bytes(text.utf8)[...], creditCode: nil)
    }
  }
}

extension LeaderIdentity {
  /// Creates the identity of a leader from the name and the id number.
  package init(name: ArraySlice<UInt8>, number: ArraySlice<UInt8>) {
    self.init(name: IdentityHash(folding: name), number: IdentityHash(folding: number))
  }
}
