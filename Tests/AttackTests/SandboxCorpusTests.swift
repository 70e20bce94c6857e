import Foundation
import SandboxPrograms
import Testing

@Suite("Random programs are held to the promises of the sandbox")
struct SandboxCorpusTests {
  /// The programs that `sandbox-fuzz` found, by file name.
  static let finds: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".lua") }.sorted()
  }()
  private static let folder = Attack.root.appendingPathComponent("Tests/Fuzzing/Corpus/sandbox")

  /// Passes a trial in a temporary folder to a body.
  private func withTrial(_ body: (SandboxTrial) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("keping-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(try SandboxTrial(folder: folder, plugins: Attack.root.appendingPathComponent("Plugins")))
  }

  @Test("A find of the fuzzer has the same results in every order and state, and plain messages", arguments: finds)
  func corpus(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    try withTrial { trial in
      let report = try trial.run(SandboxProgram(text: text))
      #expect(report.finds.isEmpty)
      #expect(report.answers.count == 7)
    }
  }

  @Test("An application costs the same whatever came before", arguments: 0..<5)
  func orders(_ part: UInt64) throws {
    try withTrial { trial in
      var loaded = 0
      var ends: Set<String> = []
      for seed in (part * 20 + 1)...(part * 20 + 20) {
        let report = try trial.run(SandboxProgram(seed: seed))
        #expect(report.finds.isEmpty, "sandbox-fuzz --show --seed \(seed)")
        if report.loadFailure == nil { loaded += 1 }
        ends.formUnion(report.ends.keys)
      }
      // The programs are of use only if most of them load and their functions end in all ways.
      #expect(loaded >= 5)
      #expect(ends.isSuperset(of: ["well", "runtime", "contract", "instructions"]))
    }
  }

  @Test("A seed gives the same program on every machine")
  func sameProgram() {
    // The hash of FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for seed in UInt64(1)...20 {
      for byte in SandboxProgram(seed: seed).text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    #expect(hash == 0xF4BA_A95C_F9E5_602A)
    let program = SandboxProgram(seed: 7)
    #expect(SandboxProgram(text: program.text).source == program.source)
  }
}
