import { json, run, sql } from '#kernel/database/query.ts'
import type { Context } from '#kernel/operations/context.ts'
import { Problem, type ProblemPlace } from '#values/errors.ts'
import { csvCells } from '#values/csv.ts'
import { dateAt } from '#values/plain-date.ts'
import { readWireTime } from '../messages/wire-time.ts'
import { paymentsProblems } from '../problems.ts'

interface Line {
  readonly reference: string
  readonly code: string
  readonly amount: number
  readonly at: Date
}

const columns = { reference: 'MaThamChieu', code: 'MaGiaoDich', amount: 'SoTien', at: 'ThoiGianGD' } as const

/**
 * Brings a statement of the platform in (CSV with the names of its own fields, commas or semicolons); a line that is known stays as it is.
 * Payments that it has and we do not, also those that were given up, are asked about once more: only the platform's own word makes them count.
 * 422 with the lines that cannot be read: nothing of such a file is taken.
 */
export async function takeStatement(ctx: Context, content: string): Promise<{ lines: number; fresh: number }> {
  const lines = readStatement(content)
  const given = lines.map((line) => ({ ...line, day: dateAt(line.at) }))
  const fresh = await run(
    ctx.tx,
    sql`insert into payments.statement_line (transaction_code, reference, amount, at, day, brought_at, brought_by)
      select code, reference, amount, at, day, ${ctx.now()}, ${ctx.actor.name}
      from jsonb_to_recordset(${json(given)}) as g (reference text, code text, amount bigint, at timestamptz, day date)
      on conflict do nothing`,
  )
  const asked = await askAbout(
    ctx,
    lines.map(({ reference }) => reference),
  )
  ctx.note({ objectType: 'statement', objectId: dateAt(ctx.now()), facts: { lines: lines.length, fresh, asked } })
  return { lines: lines.length, fresh }
}

const askAbout = (ctx: Context, references: readonly string[]): Promise<number> =>
  run(
    ctx.tx,
    sql`update payments.attempt set state = 'pending', settled_at = null, next_ask_at = ${ctx.now()}
      where reference = any(${references}::text[]) and method = 'online' and state in ('pending', 'failed')`,
  )

function readStatement(content: string): Line[] {
  const [head = '', ...body] = content
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const separator = head.includes(';') ? ';' : ','
  const names = csvCells(head, separator)
  const at = (name: string) => names.indexOf(name)
  if (Object.values(columns).some((name) => at(name) < 0))
    throw new Problem('statementUnread', paymentsProblems.statementUnread)
  const places: ProblemPlace[] = []
  const lines = body.flatMap((line, index) => {
    const cells = csvCells(line, separator)
    const cell = (name: string) => cells[at(name)] ?? ''
    const time = readWireTime(cell(columns.at))
    const amount = cell(columns.amount)
    const [reference, code] = [cell(columns.reference), cell(columns.code)]
    if (
      time !== undefined &&
      /^\d{1,15}(\.0{1,4})?$/.test(amount) &&
      reference !== '' &&
      reference.length <= 60 &&
      code !== '' &&
      code.length <= 100
    )
      return { reference, code, amount: Number(amount), at: time }
    const number = index + 2
    places.push({
      path: `content.${number}`,
      message: { vi: `Dòng ${number} không đọc được.`, en: `Line ${number} cannot be read.` },
    })
    return []
  })
  if (places.length > 0)
    throw new Problem('statementUnread', paymentsProblems.statementUnread, { places: places.slice(0, 20) })
  return lines
}
