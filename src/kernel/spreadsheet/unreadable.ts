/** A file that is no spreadsheet, or more of one than anybody typed. */
export class UnreadableSpreadsheet extends Error {
  readonly why: 'broken' | 'tooBig'

  constructor(why: 'broken' | 'tooBig', cause?: unknown) {
    super(`spreadsheet: ${why}`, { cause })
    this.why = why
  }
}
