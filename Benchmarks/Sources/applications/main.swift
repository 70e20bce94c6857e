import Glibc

// Writes invented applications as JSON Lines: `applications COUNT [SEED [DIRECTION]]`; the same seed gives the same bytes.

let arguments = CommandLine.arguments.dropFirst()

func stop() -> Never {
  let usage = "usage: applications COUNT [SEED [DIRECTION]]\n"
  _ = write(2, usage, usage.utf8.count)
  exit(64)
}

guard (1...3).contains(arguments.count), let count = Int(arguments[1]), count >= 0 else { stop() }
guard let seed = arguments.count > 1 ? UInt64(arguments[2]) : 1 else { stop() }
let directions = arguments.count > 2 ? Direction.all.filter { "\($0.id)" == arguments[3] } : Direction.all
guard !directions.isEmpty else { stop() }

var out = Writer()
for number in 0..<count {
  var pick = Random(seed: seed, number: number)
  let direction = pick.one(of: directions)
  var application = Application(pick: pick, number: number + 1, direction: direction)
  application.write(to: &out)
}
out.flush()
