-- One row a version, for the days on which it counts: the day of a change arrives by itself, without a job.
alter table services.procedure drop constraint procedure_pk;
alter table services.procedure add constraint procedure_pk primary key (version_id);
alter table services.procedure rename column effective_from to valid_from;
alter table services.procedure rename column effective_to to valid_to;
alter table services.procedure add column online_levels jsonb not null default '[]';
update services.procedure p set valid_to = null,
  online_levels = coalesce((select v.declaration -> 'onlineLevel' from services.procedure_version v where v.id = p.version_id)::jsonb, '[]');
alter table services.procedure alter column online_levels drop default;
alter table services.procedure drop column online_level;
alter table services.procedure add constraint procedure_from_day unique (code, valid_from);
alter table services.procedure add constraint procedure_period check (valid_to is null or valid_to > valid_from);
comment on table services.procedure is
  'The days on which each version of a procedure counts, with what people search by; a version that was replaced before its day has no row.';
comment on column services.procedure.valid_to is 'The day from which another version counts; the end that a declaration gives for itself stands in the declaration.';
grant delete on services.procedure to lien_thong_app;

alter table services.procedure_version add column origin text not null default 'declared';
alter table services.procedure_version add constraint procedure_version_origin check (origin in ('declared', 'imported'));
comment on column services.procedure_version.origin is
  'Whether the systems declare it or a file brought it: what is declared unchanged does not push out what was imported since.';
