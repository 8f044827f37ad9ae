import { randomUUIDv7 } from 'node:crypto'
import { json, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import { boxOf, collect, squareKilometresOf } from '#values/geometry.ts'
import { addDays } from '#values/plain-date.ts'
import { journal } from '../reorganization/journal.ts'
import type { Writing } from '../reorganization/write-changes.ts'
import { boundariesOn, settleEnds } from './boundary.ts'
import type { Territories } from './territories.ts'

/** Ends boundaries from the day of a reorganisation on, and puts those of merged areas together until better ones are brought in. */
export async function writeBoundaries(
  tx: Queries,
  { id, effectiveOn, at }: Writing,
  { ending, joined }: Territories,
): Promise<void> {
  const parts = new Map(
    (
      await boundariesOn(
        tx,
        addDays(effectiveOn, -1),
        joined.flatMap((one) => one.parts),
      )
    ).map((one) => [one.code, one]),
  )
  const rows = joined.map(({ code, parts: codes }) => {
    const of = codes.flatMap((part) => parts.get(part) ?? [])
    const geometry = collect(of.map((part) => part.geometry))
    return {
      id: randomUUIDv7(),
      code,
      geometry,
      box: boxOf([geometry]),
      area: squareKilometresOf(geometry),
      isJoined: codes.length > 1,
      source: unique(of.map(({ source }) => source)),
      licence: unique(of.flatMap(({ licence }) => licence ?? [])) || null,
    }
  })
  await journal(
    tx,
    id,
    sql`insert into directory.boundary (id, area_code, valid_from, geometry, box, square_kilometres, is_joined, source, licence,
        written_at)
      select id, code, ${effectiveOn}, geometry,
        array(select jsonb_array_elements_text(box)::double precision), area, "isJoined", source, licence, ${at}
      from jsonb_to_recordset(${json(rows)}) as g (id uuid, code text, geometry jsonb, box jsonb, area double precision,
        "isJoined" boolean, source text, licence text)
      returning 'boundary' as entity, id::text as key, valid_from, true as was_added, null::date as valid_to`,
  )
  await settleEnds(tx, [...ending, ...joined.map(({ code }) => code)])
}

const unique = (texts: readonly string[]): string => [...new Set(texts)].join('; ')
