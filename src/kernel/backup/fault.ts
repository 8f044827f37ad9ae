/** Why a backup cannot be made or taken back, in words for whoever runs the platform. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
  /** Trying again would not help. */
  readonly isFinal: boolean

  constructor(words: string, { isFinal = false, ...options }: ErrorOptions & { readonly isFinal?: boolean } = {}) {
    super(words, options)
    this.isFinal = isFinal
  }
}
