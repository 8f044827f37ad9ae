import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** What copies are made with; they go with the connection. */
export async function makeFunctions(tx: Queries): Promise<void> {
  for (const made of functions) await run(tx, made)
}

const functions = [
  // 0 … 2^32 - 1, always the same of the same text.
  sql`create or replace function pg_temp.chance(text text) returns bigint immutable language sql
    return ('x' || substr(md5(text), 1, 8))::bit(32)::bigint`,
  // Of a moment, so that ids lie in the order of time as UUIDv7 does, and in the order that they had at one moment (version 8, RFC 9562 §5.8).
  sql`create or replace function pg_temp.copied_id(id uuid, at timestamptz, mark text) returns uuid immutable language sql
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '8' || substr(id::text, 16, 3) || '8' || substr(id::text, 21, 3)
      || substr(md5(id::text || mark), 1, 12))::uuid`,
  sql`create or replace function pg_temp.closing_id(id uuid, shift interval) returns uuid immutable language sql
    return overlay(overlay(md5(id::text || shift::text) placing '8' from 13) placing '8' from 17)::uuid`,
  // Days in what was said, later than that of anybody's birth. The earlier first: what was moved is never moved again. Of a year alone nothing
  // says that it is one, but that it has not come yet.
  sql`create or replace function pg_temp.moved(said text, days int, since date, filed date) returns text immutable language plpgsql as $$
    declare day text;
    begin
      if days = 0 then return said; end if;
      for day in select distinct hit[1] from regexp_matches(said, '"(\\d{4}-\\d\\d-\\d\\d)"', 'g') hit order by 1 loop
        if day::date >= since then said := replace(said, '"' || day || '"', '"' || (day::date - days) || '"'); end if;
      end loop;
      for day in select distinct hit[1] from regexp_matches(said, '"(20[0-3]\\d)"', 'g') hit loop
        if day > to_char(filed, 'YYYY') then said := replace(said, '"' || day || '"', '"' || to_char(filed, 'YYYY') || '"'); end if;
      end loop;
      return said;
    end $$`,
]
