import Dispatch
import Glibc
import KepingFiles
import Testing

@Suite("Several threads give the same values as one")
struct ThreadsTests {
  @Test("Each index is computed once, and its value is at this index", arguments: [0, 1, 2, 3, 1000])
  func map(_ count: Int) {
    #expect(Threads.map(count) { "\($0)" } == (0..<count).map { "\($0)" })
  }

  @Test("All values are complete when the call returns", arguments: 1...20)
  func done(_ turn: Int) {
    let sums = Threads.map(4) { number in (0..<(number * 20_000)).reduce(0) { $0 &+ $1 } }
    #expect(sums == (0..<4).map { number in (0..<(number * 20_000)).reduce(0, &+) })
  }

  @Test("Results keep their order when later ones finish first")
  func order() {
    let lastBegun = DispatchSemaphore(value: 0)
    let values = Threads.map(8) { number in
      if number == 0, Threads.cores > 1 { lastBegun.wait() }
      if number == 7 { lastBegun.signal() }
      return number
    }
    #expect(values == Array(0..<8))
  }

  @Test("A started thread runs its body once, and not on the thread that started it")
  func start() {
    let done = DispatchSemaphore(value: 0)
    let starter = pthread_self()
    #expect(Threads.start { if pthread_equal(pthread_self(), starter) == 0 { done.signal() } })
    done.wait()
    #expect(done.wait(timeout: .now()) == .timedOut)
  }
}
