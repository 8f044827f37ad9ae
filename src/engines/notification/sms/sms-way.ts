/** One part of a short message on its way to a centre. */
export interface SmsPart {
  /** Of the whole; parts of one are joined by it. */
  readonly smsId: string
  readonly phone: string
  readonly text: string
  readonly part: number
}

/** What a centre said of a part. `unsure`: the line ended before its answer, so it may have it or not. */
export type Answer =
  | { readonly is: 'taken'; readonly centreId: string }
  | { readonly is: 'refused'; readonly error: string }
  | { readonly is: 'later'; readonly error: string; readonly isCrowded: boolean }
  | { readonly is: 'unsure'; readonly error: string }

/** What became of a part, as the centre tells later. */
export interface Receipt {
  readonly centreId: string
  readonly state: 'delivered' | 'undelivered'
  readonly error: string | null
  readonly at: Date
}

/** A way by which short messages leave the house. */
export interface SmsWay {
  /** How many may be under way at once. */
  readonly window: number
  /** Most parts a second; undefined = as fast as it goes. */
  readonly rate: number | undefined
  /** The far side cuts long texts: it is given the whole as one part. */
  readonly cutsItself: boolean
  /** Whether something can be handed over now; false while it has to rest. Throws where nobody answers. */
  isReady(): Promise<boolean>
  handOver(part: SmsPart): Promise<Answer>
  /** Lets go of the line; what is under way is answered or unsure by then. */
  close(): Promise<void>
}
