-- outside a transaction
create table if not exists services.dossier_search (
  dossier_id uuid constraint dossier_search_pk primary key references services.dossier (id),
  filed_at timestamptz not null,
  is_open boolean not null,
  text text not null,
  seen_by bigint[] not null
)
-- then
comment on table services.dossier_search is 'What the search box looks into, kept by triggers as any index is: what a dossier is found by, when, and for whom. Who may see it is decided by services.dossier_access alone.'
-- then
comment on column services.dossier_search.text is 'Its words, folded; after an equals sign the code of its procedure.'
-- then
comment on column services.dossier_search.seen_by is 'For each principal that ever saw it, and for 0, which is everybody: the principal, in its year, and in its month of filing. See services.search_keys.'
-- then
grant select, insert, update on services.dossier_search to lien_thong_app
-- then
create or replace function services.search_text(dossier services.dossier) returns text language sql stable as $$
  select trim(regexp_replace(dossier.folded || ' ' || kernel.fold(dossier.procedure_name), '[^[:alnum:]]+', ' ', 'g')) || ' =' || dossier.procedure_code
$$
-- then
create or replace function services.search_words(text text) returns text[] language plpgsql immutable parallel safe as $$
declare
  words text[] := '{}';
  word text;
begin
  -- The beginnings of each word: who types is found what begins so. A loop, as one statement with a set takes five times as long.
  foreach word in array string_to_array(text, ' ') loop
    if left(word, 1) = '=' then words := words || word; continue; end if;
    for letters in 1..least(12, length(word)) loop
      if left(word, letters) <> all (words) then words := words || left(word, letters); end if;
    end loop;
  end loop;
  return words;
end $$
-- then
create or replace function services.search_keys(principal integer, filed_at timestamptz) returns bigint[] language sql immutable parallel safe as $$
  select array[seen, seen + year * 100, seen + year * 100 + month]
  from (select principal::bigint * 1000000 as seen, extract(year from filed_at at time zone 'UTC')::int as year,
    extract(month from filed_at at time zone 'UTC')::int as month) filed
$$
-- then
create or replace function services.search_row(dossier services.dossier) returns services.dossier_search language sql stable as $$
  select dossier.id, dossier.filed_at, dossier.is_open, services.search_text(dossier), array(
    select unnest(services.search_keys(seen.principal, dossier.filed_at))
    from (select 0 as principal union all select a.principal from services.dossier_access a where a.dossier_id = dossier.id) seen)
$$
-- then
create or replace function services.index_seen() returns trigger language plpgsql as $$
begin
  -- What somebody else adds at the same time stays: each waits for the other's row, and puts its own to it.
  insert into services.dossier_search as s
  select made.* from (select distinct dossier_id from added) seen join services.dossier d on d.id = seen.dossier_id, services.search_row(d) made
  on conflict (dossier_id) do update set seen_by = array(select distinct unnest(s.seen_by || excluded.seen_by));
  return null;
end $$
-- then
create or replace function services.index_change() returns trigger language plpgsql as $$
begin
  insert into services.dossier_search select made.* from services.search_row(new) made
  on conflict (dossier_id) do update set is_open = excluded.is_open, text = excluded.text;
  return null;
end $$
-- then
create or replace trigger index_seen after insert on services.dossier_access
  referencing new table as added for each statement execute function services.index_seen()
-- then
create or replace trigger index_change after update of is_open, folded on services.dossier for each row
  when (old.is_open is distinct from new.is_open or old.folded is distinct from new.folded) execute function services.index_change()
-- then
-- batch
insert into services.dossier_search
select made.* from (
  select * from services.dossier where id < coalesce((select dossier_id from services.dossier_search order by 1 limit 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  order by id desc limit 10000) d, services.search_row(d::services.dossier) made
on conflict (dossier_id) do nothing
-- then
-- Older ones that were worked on meanwhile have their row by the trigger, and those between them not yet.
-- batch
insert into services.dossier_search
select made.* from (
  select * from services.dossier d where not exists (select from services.dossier_search s where s.dossier_id = d.id) limit 10000) d,
  services.search_row(d::services.dossier) made
on conflict (dossier_id) do nothing
-- then
create index concurrently if not exists dossier_search_all on services.dossier_search
  using gin (services.search_words(text), seen_by) with (gin_pending_list_limit = 256)
-- then
create index concurrently if not exists dossier_search_open on services.dossier_search
  using gin (services.search_words(text), seen_by) with (gin_pending_list_limit = 256) where is_open
