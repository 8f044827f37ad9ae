create table services.draft_co_applicant (
  id uuid not null,
  draft_id uuid not null references services.draft (id) on delete cascade,
  name text not null,
  folded text not null generated always as (kernel.fold(name)) stored,
  personal_id text not null,
  phone text,
  email text,
  page text,
  named_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  words text,
  digest text,
  constraint draft_co_applicant_pk primary key (id),
  constraint draft_co_applicant_once unique (draft_id, personal_id),
  constraint draft_co_applicant_page unique (draft_id, page),
  constraint draft_co_applicant_contact check (phone is not null or email is not null),
  constraint draft_co_applicant_answer check (answer in ('confirmed', 'declined') and answered_at is not null or answer is null),
  constraint draft_co_applicant_digest check ((answer is not distinct from 'confirmed') = (digest is not null))
);
comment on table services.draft_co_applicant is 'Who is to file together with the writer of a draft: found by number and name, also when the account comes later.';
comment on column services.draft_co_applicant.page is 'The question page that is theirs to answer.';
comment on column services.draft_co_applicant.digest is 'What was confirmed: answers, papers, place and names of the draft at that time.';
create index draft_co_applicant_by_number on services.draft_co_applicant (personal_id);

create table services.dossier_co_applicant (
  dossier_id uuid not null references services.dossier (id),
  person_id uuid not null references directory.person (id),
  name text not null,
  confirmed_at timestamptz not null,
  constraint dossier_co_applicant_pk primary key (dossier_id, person_id)
);
comment on table services.dossier_co_applicant is 'Who filed together with the applicant, and when each had confirmed; they see the dossier as the applicant does.';
create index dossier_co_applicant_by_person on services.dossier_co_applicant (person_id, dossier_id);

grant select, insert, update, delete on services.draft_co_applicant to lien_thong_app;
grant select, insert on services.dossier_co_applicant to lien_thong_app;
