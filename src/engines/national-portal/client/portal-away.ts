/** The national portal cannot be asked now: away, too slow, failing, or answering what nobody can read. */
export class PortalAway extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'PortalAway'
  }
}
