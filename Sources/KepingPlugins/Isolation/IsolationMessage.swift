/// The first byte of a frame from the parent to its isolated child.
enum IsolationRequest: UInt8 {
  /// Run a program's source in a new state. Answered by any number of ``IsolationAnswer/calls`` and
  /// ``IsolationAnswer/module``, and then by ``IsolationAnswer/ran``.
  case load
  /// The source of a module, or why there is none.
  case module, refusal
  /// Make what the program built at load read-only. Answered by ``IsolationAnswer/sealed``.
  case seal
  /// Call a function. Answered by ``IsolationAnswer/returned`` or ``IsolationAnswer/failed``.
  case call
}

/// The first byte of a frame from an isolated child to its parent.
enum IsolationAnswer: UInt8 {
  /// The child is ready; says whether the kernel filters its system calls.
  case hello
  /// Calls of the vocabulary while a program loads, with their results.
  case calls
  /// Asks for the source of a module.
  case module
  /// The program's source ran to its end, or failed.
  case ran
  /// The program is read-only, with the locations of its functions, or that failed.
  case sealed
  /// A function returned a value.
  case returned
  /// A function failed.
  case failed
}

/// How a call of the vocabulary begins in ``IsolationAnswer/calls``.
enum RecordedWord: UInt8 {
  case global, member, operation, call
}
