/** One word of the command line. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** The lines of `--help` after the summary. */
  readonly usage: readonly string[]
  /** Answers the exit code. Throws with words for people on wrong arguments. */
  run(args: readonly string[], out: Output): Promise<number>
}

export interface Output {
  readonly json: boolean
  /** Says a result: with `--json` as one line of JSON, else as lines. */
  say(value: unknown, lines?: readonly string[]): void
}
