import KepingCore

/// The entries of a round by their ids.
struct EntryIndex: Sendable {
  init(_ entries: [Entry]) {}
}
