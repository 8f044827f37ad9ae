/** The provider cannot be asked now: away, too slow, failing, or answering without end. */
export class ProviderAway extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'ProviderAway'
  }
}

/** Whether an error, or what it was wrapped around, says so. */
export const isAway = (error: unknown): boolean =>
  error instanceof ProviderAway || (error instanceof Error && error.cause !== undefined && isAway(error.cause))
