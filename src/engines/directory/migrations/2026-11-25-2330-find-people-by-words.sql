-- Titles and short names of units are searched by their words, as names are.
alter table directory.post add column folded text not null generated always as (kernel.fold(title)) stored;
create index post_by_title on directory.post using gin (folded gin_trgm_ops);

alter table directory.unit_version drop column folded;
alter table directory.unit_version add column folded text not null
  generated always as (kernel.fold(name || coalesce(' ' || short_name, ''))) stored;
create index unit_version_by_name on directory.unit_version using gin (folded gin_trgm_ops);
