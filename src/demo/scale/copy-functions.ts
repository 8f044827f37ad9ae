import { run, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'

/** What copies are made with; they go with the schema `growing`. */
export async function makeFunctions(tx: Queries): Promise<void> {
  for (const made of functions) await run(tx, made)
}

const functions = [
  // 0 … 2^32 - 1, always the same of the same text.
  sql`create function growing.chance(text text) returns bigint immutable language sql
    return ('x' || substr(md5(text), 1, 8))::bit(32)::bigint`,
  // Of a moment, so that ids lie in the order of time as UUIDv7 does, and in the order that they had at one moment (version 8, RFC 9562 §5.8).
  sql`create function growing.copied_id(id uuid, at timestamptz, mark text) returns uuid immutable language sql
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '8' || substr(id::text, 16, 3) || '8' || substr(id::text, 21, 3)
      || substr(md5(id::text || mark), 1, 12))::uuid`,
  sql`create function growing.closing_id(id uuid, shift interval) returns uuid immutable language sql
    return overlay(overlay(md5(id::text || shift::text) placing '8' from 13) placing '8' from 17)::uuid`,
  // Days in what was said, later than that of anybody's birth.
  sql`create function growing.days_in(said text, since date) returns date[] immutable language sql
    return array(select distinct hit[1]::date from regexp_matches(said, '"(\\d{4}-\\d\\d-\\d\\d)"', 'g') hit where hit[1]::date >= since)`,
  // With places for format(): for what was said of the applicant, then for the days.
  sql`create function growing.template(said text, facts text[], days date[]) returns text immutable language plpgsql as $$
    begin
      said := replace(said, '%', '%%');
      for at in 1 .. cardinality(facts) loop said := replace(said, facts[at], '%' || at || '$s'); end loop;
      for at in 1 .. cardinality(days) loop
        said := replace(said, '"' || days[at] || '"', '"%' || cardinality(facts) + at || '$s"');
      end loop;
      return said;
    end $$`,
  // Of a year alone nothing says that it is one, but that it has not come yet.
  sql`create function growing.not_after(said text, year text) returns text immutable language plpgsql as $$
    declare named text;
    begin
      for named in select distinct hit[1] from regexp_matches(said, '"(20[0-3]\\d)"', 'g') hit where hit[1] > year loop
        said := replace(said, '"' || named || '"', '"' || year || '"');
      end loop;
      return said;
    end $$`,
]
