import type { Handlers } from '#kernel/operations/engine.ts'
import type { accessContract } from '../contract/access.ts'
import { explainPerson } from './explain-person.ts'
import { exportReaders, listReaders } from './list-readers.ts'

/** Rights asked about, on somebody's behalf and on one's own. */
export const accessHandlers: Handlers<typeof accessContract> = {
  explainPerson: (ctx, asked) => explainPerson(ctx, asked),
  listReaders: (ctx, asked) => listReaders(ctx, asked),
  exportReaders: (ctx, asked) => exportReaders(ctx, asked),
}
