import { z } from 'zod'
import { addDays } from '#values/plain-date.ts'
import type { Client } from '#engines/contract.ts'
import { readAreaTable, ReorganizationPlan, type Unread } from '#engines/directory/contract.ts'
import { textOf } from '../../form-text.ts'
import { withHead } from './read-change.ts'

export interface ReadPlan {
  readonly plan: ReorganizationPlan | undefined
  readonly same: number
  readonly unread: readonly Unread[]
}

/** What was understood of a plan that was given as text: in the platform's grammar (JSON), or as a table of areas. */
export async function readPlan(client: Client, form: FormData): Promise<ReadPlan> {
  const text = textOf(form, 'bang')
  if (text.startsWith('{')) return readJson(text)
  const head = withHead({ officials: ReorganizationPlan.shape.officials.parse(undefined) }, form)
  const areas = await client.directory.findAreas({ asOf: addDays(head.effectiveOn, -1) })
  const table = readAreaTable(text, new Map(areas.map((area) => [area.code, area])))
  const read = ReorganizationPlan.safeParse({ ...head, areas: table.areas, openedAreas: table.openedAreas })
  if (!read.success) return { plan: undefined, same: table.same, unread: [...wrongIn(read.error), ...table.unread] }
  return { plan: read.data, same: table.same, unread: table.unread }
}

function readJson(text: string): ReadPlan {
  try {
    const read = ReorganizationPlan.safeParse(JSON.parse(text))
    return read.success
      ? { plan: read.data, same: 0, unread: [] }
      : { plan: undefined, same: 0, unread: wrongIn(read.error) }
  } catch (error) {
    return { plan: undefined, same: 0, unread: [{ line: 1, text: text.slice(0, 80), reason: both(String(error)) }] }
  }
}

const wrongIn = ({ issues }: z.ZodError): Unread[] =>
  issues.map(({ path, message }) => ({ line: 1, text: path.join('.'), reason: both(message) }))

const both = (text: string) => ({ vi: text, en: text })
