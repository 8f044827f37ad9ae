-- When a unit came to see a dossier, and until when a post may read one that it was let read on request.
alter table services.dossier_access add column granted_at timestamptz, add column ends_at timestamptz;

-- The lists read the end from the index itself.
drop index services.dossier_access_open;
create index dossier_access_open on services.dossier_access (principal, deadline, dossier_id) include (ends_at) where is_open;
drop index services.dossier_access_newest;
create index dossier_access_newest on services.dossier_access (principal, filed_at desc, dossier_id desc) include (ends_at);

create table services.access_request (
  id uuid constraint access_request_pk primary key,
  code text not null,
  dossier_id uuid references services.dossier (id),
  unit_id uuid references directory.unit (id),
  post_id uuid not null references directory.post (id),
  person_id uuid not null references directory.person (id),
  purpose text not null,
  asked_at timestamptz not null,
  answer text constraint access_request_answer check (answer in ('granted', 'refused')),
  answered_at timestamptz,
  answered_by text,
  words text,
  document text,
  ends_at timestamptz,
  constraint access_request_answered check ((answer is null) = (answered_at is null)),
  constraint access_request_granted check ((answer is not distinct from 'granted') = (ends_at is not null))
);
create index access_request_by_person on services.access_request (person_id, asked_at desc, id desc);
create index access_request_waiting on services.access_request (unit_id, asked_at) where answer is null;
create index access_request_by_dossier on services.access_request (dossier_id) where dossier_id is not null;

grant select, insert, update on services.access_request to lien_thong_app;

comment on column services.dossier_access.granted_at is 'Since when it counts; null for rows made before this was kept, which count since filing.';
comment on column services.dossier_access.ends_at is 'When it ends by itself: reading that was granted on request; what units have to do with a dossier does not end.';
comment on table services.access_request is 'Who asked to read a dossier by its code, what for, and the answer of the unit at work on it.';
comment on column services.access_request.code is 'As it was asked for. Without a dossier there is none of that code; who asked is told the same.';
