alter table services.procedure_draft add column merged_version_id uuid references services.procedure_version (id);
alter table services.procedure_draft add column conflicts json not null default '[]';
comment on column services.procedure_draft.merged_version_id is 'The declared version that was held back behind an edited one, and that this draft takes in.';
comment on column services.procedure_draft.conflicts is 'Places that both changed, named by the ids of their elements, each with both values and which was chosen.';
create index procedure_draft_merged on services.procedure_draft (merged_version_id) where merged_version_id is not null;
