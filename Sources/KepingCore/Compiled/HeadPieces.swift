/// The JSON around what a record says of itself.
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
