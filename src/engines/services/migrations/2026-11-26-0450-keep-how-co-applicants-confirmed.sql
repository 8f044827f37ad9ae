-- Whoever stands at the counter confirms before an officer, or has signed the paper form.
alter table services.dossier_co_applicant add column confirmed text not null default 'online',
  add column recorded_by text,
  add constraint dossier_co_applicant_confirmed check (confirmed in ('online', 'present', 'signed')),
  add constraint dossier_co_applicant_recorded check ((confirmed = 'online') = (recorded_by is null));
comment on table services.dossier_co_applicant is 'Who filed together with the applicant, when and how each had confirmed; they see the dossier as the applicant does.';
comment on column services.dossier_co_applicant.confirmed is 'Themselves on their page, before the officer of a counter, or with their signature on the paper form.';
comment on column services.dossier_co_applicant.recorded_by is 'The officer who wrote down that they had confirmed; nobody where they did it themselves.';
