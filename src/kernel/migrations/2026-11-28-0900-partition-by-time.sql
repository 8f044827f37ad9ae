-- Tables that only grow are kept in parts of a month or a year, which leave whole once they are archived.
create table kernel.partitioned (
  parent text not null,
  period text not null,
  constraint partitioned_pk primary key (parent),
  constraint partitioned_period check (period in ('month', 'year'))
);
comment on table kernel.partitioned is 'Tables kept in parts by "at", in UTC; filled by migrations. Parts are called parent_YYYY_MM or parent_YYYY.';
grant select on kernel.partitioned to lien_thong_app;

create function kernel.partition_name(parent text, at timestamptz) returns text language sql stable
  return parent || '_' || to_char(at at time zone 'UTC',
    (select case period when 'month' then 'YYYY_MM' else 'YYYY' end from kernel.partitioned p where p.parent = partition_name.parent));
comment on function kernel.partition_name(text, timestamptz) is 'The part that holds this moment.';

-- Made beside the table and attached, which stops no writer; what meanwhile fell into the default part moves along.
create function kernel.make_partition(parent text, at timestamptz) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  unit text := (select period from kernel.partitioned p where p.parent = make_partition.parent);
  name text := kernel.partition_name(parent, at);
  first timestamp := date_trunc(unit, at at time zone 'UTC');
  since timestamptz := first at time zone 'UTC';
  until timestamptz := (first + ('1 ' || unit)::interval) at time zone 'UTC';
  strayed bool;
begin
  if to_regclass(name) is not null then return; end if;
  -- Attaching takes this lock anyway; taken first, nothing falls into the default part after it was emptied.
  execute format('lock table %s_default in access exclusive mode', parent);
  execute format('create table %s (like %s including all)', name, parent);
  execute format('select exists (select from %s_default where at >= $1 and at < $2)', parent) into strayed using since, until;
  if strayed then
    execute format(
      'with moved as (delete from %s_default where at >= %L and at < %L returning *) insert into %s select * from moved',
      parent, since, until, name);
  end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', parent, name, since, until);
end $$;

create function kernel.make_partitions() returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set lock_timeout = '2s' as $$
declare
  kept record;
  step int;
  moment timestamptz;
begin
  -- Any constant of our own; two processes that start at once would make the same part twice.
  perform pg_advisory_xact_lock(7240012);
  for kept in select parent, period, case period when 'month' then 3 else 1 end as ahead from kernel.partitioned loop
    for step in -1 .. kept.ahead loop
      perform kernel.make_partition(kept.parent, now() + (step || ' ' || kept.period)::interval);
    end loop;
    -- And parts for what strayed, within reason: a wild clock shall not make a thousand tables.
    for moment in execute format(
      'select distinct date_trunc(%L, at) from %s_default where at > now() - interval ''10 years'' and at < now() + interval ''1 year'' limit 24',
      kept.period, kept.parent)
    loop
      perform kernel.make_partition(kept.parent, moment);
    end loop;
  end loop;
end $$;
comment on function kernel.make_partitions() is 'Makes the parts around now. After every migration and once a day.';

revoke execute on function kernel.make_partition(text, timestamptz), kernel.make_partitions() from public;
grant execute on function kernel.make_partitions() to lien_thong_app;
