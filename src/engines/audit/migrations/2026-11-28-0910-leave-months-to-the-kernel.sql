-- Months are made as the parts of every table that only grows.
insert into kernel.partitioned values ('audit.entry', 'month');

create or replace function audit.prepare() returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  reached bigint;
begin
  -- Any constant of the audit engine; two processes that start at once would shift twice.
  perform pg_advisory_xact_lock(7240011);
  perform kernel.make_partitions();
  select greatest(
    coalesce((select to_xid::text::bigint from audit.seal order by number desc limit 1), 0),
    coalesce((select xid::text::bigint + 1 from audit.entry order by xid desc limit 1), 0)) into reached;
  if pg_snapshot_xmax(pg_current_snapshot())::text::bigint + audit.xid_shift() < reached then
    execute format(
      'create or replace function audit.xid_shift() returns bigint language sql stable parallel safe as %L',
      format('select %s::bigint', reached));
  end if;
end $$;
comment on function audit.prepare() is
  'Makes the parts around now and follows a restore into another cluster. After every migration and once a day.';

drop function audit.create_month(timestamptz);
drop function audit.month_name(timestamptz);
