import type pg from 'pg'
import { types, type FieldDef } from 'pg'
import { serialize } from 'pg-protocol'

/** What a statement gave: its rows, with columns in camelCase, and its command tag ("SELECT 3", "COMMIT"). */
export interface Given {
  readonly rows: Record<string, unknown>[]
  readonly tag: string
}

interface Column {
  readonly name: string
  readonly read: (text: string) => unknown
}

/** A statement that one connection has planned, or is about to. */
export interface Prepared {
  readonly name: string
  /** Known once described; none for a statement without rows. */
  columns: readonly Column[]
}

/** A statement on its way. */
export interface Sent {
  readonly text: string
  readonly prepared: Prepared
  /** Planned and described with this use. */
  readonly isNew: boolean
  readonly rows: Record<string, unknown>[]
  resolve(given: Given): void
  reject(error: unknown): void
}

const sync = serialize.sync()

/** Statements that leave together. `pg` takes it as one query and hands over each message of the server that answers it. */
export class Batch implements pg.Submittable {
  readonly bytes: Buffer[] = []
  readonly sent: Sent[] = []
  readonly #onClosed: () => void
  readonly #onFailure: (undone: readonly Sent[], error: unknown) => void
  #place = 0

  /** `onClosed`: it takes no more statements. */
  constructor(onClosed: () => void, onFailure: (undone: readonly Sent[], error: unknown) => void) {
    this.#onClosed = onClosed
    this.#onFailure = onFailure
  }

  get #current(): Sent {
    return this.sent[this.#place] as Sent
  }

  submit({ stream }: pg.Connection): void {
    this.#onClosed()
    stream.write(Buffer.concat([...this.bytes, sync]))
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.#current.prepared.columns = fields.map(({ name, dataTypeID }) => ({
      name: inCamelCase(name),
      read: readerOf(dataTypeID),
    }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { rows, prepared } = this.#current
    const row: Record<string, unknown> = {}
    prepared.columns.forEach(({ name, read }, place) => {
      const text = fields[place] as string | null
      row[name] = text === null ? null : read(text)
    })
    rows.push(row)
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const { rows, resolve } = this.#current
    this.#place += 1
    resolve({ rows, tag })
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  /** Those behind a failed one were not done, for the same reason. Also called when it could not be sent at all. */
  handleError(error: unknown): void {
    this.#onClosed()
    const undone = this.sent.slice(this.#place)
    this.#place = this.sent.length
    this.#onFailure(undone, error)
    for (const { reject } of undone) reject(error)
  }

  handleReadyForQuery(): void {}
}

/** Types are known by number; `pg` names only some. */
const readerOf = types.getTypeParser as (type: number) => Column['read']

const columnNames = new Map<string, string>()

function inCamelCase(column: string): string {
  const known = columnNames.get(column)
  if (known !== undefined) return known
  const name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  columnNames.set(column, name)
  return name
}
