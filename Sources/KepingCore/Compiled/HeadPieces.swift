/// The pieces of JSON before each of the values that identify the application, at the start of a result.
struct HeadPieces: Sendable {
  let id, year, direction, title, applicant, program: Piece
  let texts: Vectors

  init() {
    var pieces = Pieces()
    id = pieces.json("{\"id\":\"")
    year = pieces.json(",\"year\":")
    direction = pieces.json(",\"direction\":\"")
    title = pieces.json(",\"title\":\"")
    applicant = pieces.json(",\"applicant\":\"")
    program = pieces.json(",\"program\":")
    texts = pieces.vectors
  }
}
