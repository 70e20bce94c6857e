import KepingCore
import KepingFiles
import KepingPrograms
import KepingUnicode

/// The rulings of a batch: which of them take effect for an application, and which cannot be taken as they are.
struct RulingBook {
  /// What was evaluated.
  enum Version {
    /// An application as it was submitted.
    case submitted
    /// A correction, with the day in Beijing on which it was submitted, and the program of the original; each is nil if it is not
    /// known.
    case corrected(on: CalendarDate?, from: Program?)
  }

  /// What the rulings on one application come to.
  struct Decision {
    /// What changes in the result.
    var rulings = EvaluationRulings()
    /// The rulings on limits and ties that take effect.
    var selection: [Ruling] = []
  }

  private let confirmation: RulingConfirmation
  /// The number of limits in the configuration.
  private let bureauLimits: Int
  /// The rulings by the id of the application, in the order of their files.
  private let rulings: [Bytes: [Ruling]]
  private let all: [Ruling]
  /// The ids of the rulings for which an application was found.
  private var seen: Set<Bytes> = []
  /// The rulings that cannot be taken as they are, and remarks on rulings that change nothing.
  private var found: [Diagnostic] = []

  /// Creates a book of rulings.
  ///
  /// - Parameters:
  ///   - confirmation: which rulings need to be confirmed.
  ///   - bureauLimits: the number of limits in the configuration.
  init(_ rulings: [Ruling], confirmation: RulingConfirmation, bureauLimits: Int) {
    self.confirmation = confirmation
    self.bureauLimits = bureauLimits
    all = rulings
    self.rulings = Dictionary(grouping: rulings) { Self.key($0.application) }
  }

  private static func key(_ id: String) -> Bytes { Bytes(FoldedText.trim(Bytes(id.utf8)[...])) }

  /// The ids of the applications that are ruled on.
  var ids: Set<Bytes> { Set(rulings.keys) }

  /// What cannot be taken as it is, and remarks, once all applications have been evaluated.
  var diagnostics: [Diagnostic] {
    let unknown = all.filter { !seen.contains(Self.key($0.application)) }
    return found + unknown.map { RulingFault.unknownApplication.diagnostic(for: $0) }
  }

  /// Decides which of the rulings on an application take effect.
  ///
  /// - Parameters:
  ///   - assessment: the result without rulings.
  ///   - call: the call that evaluated the application; nil if it could not be evaluated.
  mutating func decide(
    _ id: Bytes, on assessment: Assessment, of call: EvaluationCall?, _ version: Version
  ) -> Decision {
    guard let own = rulings[id] else { return Decision() }
    seen.insert(id)
    var subject = RulingSubject(assessment, call, version, confirmation: confirmation, bureauLimits: bureauLimits)
    let decision = subject.decide(own)
    found += subject.diagnostics
    return decision
  }
}
