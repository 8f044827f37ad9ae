-- A draft of a counter has no person yet: who stands there is known at reception.
alter table services.draft alter column person_id drop not null;
alter table services.draft add column counter_id uuid references directory.unit (id);
alter table services.draft add column is_assisted boolean not null default false;
alter table services.draft add column typed text;
alter table services.draft add column applicant_name text;
alter table services.draft add constraint draft_writer check (
  (counter_id is null and person_id is not null and typed is null) or (counter_id is not null and person_id is null and typed is not null));
comment on table services.draft is 'An application being written, by its applicant or by an officer of a counter: saved as it goes, kept 30 days, gone when filed.';
comment on column services.draft.account_id is 'Who writes it. At a counter a colleague may take it over.';
comment on column services.draft.typed is 'The form of a counter as it stands, so that also what cannot be read yet is kept.';
create index draft_by_counter on services.draft (counter_id, saved_at desc) where counter_id is not null;

alter table services.dossier add column assisted_by text;
alter table services.dossier add column assisted_unit_id uuid references directory.unit (id);
comment on column services.dossier.assisted_by is 'The officer who helped the applicant to file online; assisted_unit_id is the counter where.';
