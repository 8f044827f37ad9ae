import type { ProblemPlace } from '#values/errors.ts'

/** A scan that waits in the browser; `fileId` once the server has it. */
export interface KeptPaper {
  readonly paper: string
  readonly name: string
  readonly content: Blob
  /** How far a picture is turned to the right, in degrees. */
  readonly turn?: 0 | 90 | 180 | 270
  readonly fileId?: string
}

/** A reception as this browser keeps it until the server has it. */
export interface KeptReception {
  /** Made here; the server knows by it what it was sent before. */
  readonly id: string
  /** Whose it is: only whoever received it sends it. */
  readonly account: string
  readonly code: string
  readonly counterId: string
  /** `draft` is being typed; `refused` needs the officer; of what was `sent` only the numbers stay. */
  readonly state: 'draft' | 'waiting' | 'refused' | 'sent'
  readonly name: string
  /** The form as it stands. */
  readonly post: string
  readonly papers: readonly KeptPaper[]
  /** Given when it was handed in, with the moment by the clock of the server as far as this machine knows it. */
  readonly slip?: string
  readonly handedInAt?: number
  readonly savedAt: number
  readonly why?: string
  readonly places?: readonly ProblemPlace[]
  readonly dossier?: { readonly id: string; readonly code: string }
}

const database = 'reception-without-a-line'

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('reception', { keyPath: 'id' })
    request.result.createObjectStore('number')
  })
  return done(request)
}

const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')))
  })

/** Whether the disk of this machine has it: a promise of the store is kept when its transaction ends. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the browser keeps nothing')))
  })

/** Everything that is kept here, oldest first. */
export async function listKept(): Promise<KeptReception[]> {
  const db = await open()
  const all = (await done(db.transaction('reception').objectStore('reception').getAll())) as KeptReception[]
  db.close()
  return all.toSorted((a, b) => a.savedAt - b.savedAt)
}

/** Keeps a reception; resolves when this machine would have it after a power cut. */
export const keepReception = (one: KeptReception): Promise<void> => write((store) => void store.put(one))

/** Keeps what was typed; late, when it was handed in meanwhile, it changes nothing. */
export const keepTyped = (id: string, typed: Partial<KeptReception>): Promise<void> =>
  write((store) => {
    const asked = store.get(id)
    asked.addEventListener('success', () => {
      const now = asked.result as KeptReception | undefined
      if (now?.state === 'draft' || now?.state === 'refused') store.put({ ...now, ...typed })
    })
  })

export const forgetReception = (id: string): Promise<void> => write((store) => void store.delete(id))

async function write(change: (store: IDBObjectStore) => void): Promise<void> {
  const db = await open()
  const transaction = db.transaction('reception', 'readwrite', { durability: 'strict' })
  change(transaction.objectStore('reception'))
  await ended(transaction)
  db.close()
}

/** Where and when a reception is handed in; `now` in milliseconds by the clock of the server. */
export interface HandingIn {
  readonly place: string
  readonly day: string
  readonly now: number
}

/**
 * Hands a reception in, with the number of its slip, in one transaction: of two windows the first gives the number, the other changes nothing. What was
 * refused by the server keeps its number and its moment.
 */
export async function handReceptionIn(
  id: string,
  given: Partial<KeptReception>,
  { place, day, now }: HandingIn,
): Promise<void> {
  const db = await open()
  const transaction = db.transaction(['reception', 'number'], 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('reception')
  const one = (await done(store.get(id))) as KeptReception | undefined
  if (one?.state === 'draft' || one?.state === 'refused') {
    const { why: _why, places: _places, ...before } = one
    const slip = one.slip ?? (await nextSlip(transaction.objectStore('number'), place, day))
    store.put({ ...before, ...given, state: 'waiting', slip, handedInAt: one.handedInAt ?? now, savedAt: Date.now() })
  }
  await ended(transaction)
  db.close()
}

/**
 * The number of the next provisional slip: `TN-07381-261127-K7M2Q001`. Five letters are this browser's own, so that two of one counter do not give the
 * same; the three digits count its day.
 */
async function nextSlip(store: IDBObjectStore, place: string, day: string): Promise<string> {
  const machine = ((await done(store.get('machine'))) as string | undefined) ?? someLetters()
  const number = (((await done(store.get(day))) as number | undefined) ?? 0) + 1
  store.put(machine, 'machine')
  store.put(number, day)
  return `TN-${place}-${day}-${machine}${String(number).padStart(3, '0')}`
}

/** What this machine knows of the clock of the server. */
interface KeptClock {
  /** How far the clock of this machine is behind, in milliseconds; ahead below zero. */
  readonly behind: number
  /** The latest moment that is sure to be over. */
  readonly seen: number
}

export async function readClock(): Promise<KeptClock | undefined> {
  const db = await open()
  const clock = (await done(db.transaction('number').objectStore('number').get('clock'))) as KeptClock | undefined
  db.close()
  return clock
}

export async function keepClock(clock: KeptClock): Promise<void> {
  const db = await open()
  const transaction = db.transaction('number', 'readwrite')
  transaction.objectStore('number').put(clock, 'clock')
  await ended(transaction)
  db.close()
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

const someLetters = (): string =>
  [...crypto.getRandomValues(new Uint8Array(5))].map((value) => letters[value % letters.length]).join('')
