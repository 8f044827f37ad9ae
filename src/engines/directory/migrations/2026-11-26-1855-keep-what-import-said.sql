-- What an import added of a person who was known, to take that back and nothing that they wrote themselves since.
alter table directory.imported_row drop column facts, add column said jsonb;
comment on column directory.imported_row.said is 'Of a person who was known: what was not, as it was added.';
