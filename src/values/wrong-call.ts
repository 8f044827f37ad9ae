/** A command was called wrongly: exit code 2, where what was found wrong is 1. The message is for whoever typed it. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall'
}
