create table services.last_act (
  dossier_id uuid not null,
  account text not null,
  at timestamptz not null,
  revision integer not null,
  event_id uuid not null,
  state jsonb not null,
  promised timestamptz,
  deadline timestamptz not null,
  tasks_before uuid[] not null,
  tasks_after jsonb not null,
  constraint last_act_pk primary key (dossier_id),
  constraint last_act_dossier_id_fkey foreign key (dossier_id) references services.dossier (id)
);
create index last_act_by_age on services.last_act (at);
comment on table services.last_act is 'The last act on a dossier that can be taken back, and how it was before: for seconds only, then swept.';
comment on column services.last_act.tasks_after is 'Open tasks as the act left them, with their assignees: whoever took one since has acted.';
grant select, insert, update, delete on services.last_act to lien_thong_app;
