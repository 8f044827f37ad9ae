-- A number that a restore replaces is not immutable: plans that connections keep would go on with the old one.
alter function audit.xid_shift() stable;

create or replace function audit.prepare() returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  this_month timestamp := date_trunc('month', now() at time zone 'UTC');
  month timestamp;
  reached bigint;
begin
  -- Any constant of the audit engine; two processes that start at once would make the same month twice.
  perform pg_advisory_xact_lock(7240011);
  for step in -1 .. 3 loop
    perform audit.create_month((this_month + step * interval '1 month') at time zone 'UTC');
  end loop;
  -- And months of strayed entries, within reason: a wild clock shall not make a thousand tables.
  for month in
    select distinct date_trunc('month', at at time zone 'UTC') from audit.entry_default
    where at > now() - interval '10 years' and at < now() + interval '1 year' limit 24
  loop
    perform audit.create_month(month at time zone 'UTC');
  end loop;
  select greatest(
    coalesce((select to_xid::text::bigint from audit.seal order by number desc limit 1), 0),
    coalesce((select xid::text::bigint + 1 from audit.entry order by xid desc limit 1), 0)) into reached;
  if pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit.xid_shift() < reached then
    execute format(
      'create or replace function audit.xid_shift() returns bigint language sql stable parallel safe as %L',
      format('select %s::bigint', reached));
  end if;
end $$;
