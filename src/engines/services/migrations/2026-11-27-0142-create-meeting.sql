create table services.meeting (
  dossier_id uuid not null,
  step text not null,
  held_at timestamptz not null,
  place text not null,
  called_by text not null,
  called_at timestamptz not null,
  members jsonb,
  findings text,
  conclusion text,
  kept_by text,
  kept_at timestamptz,
  constraint meeting_pk primary key (dossier_id, step),
  constraint meeting_dossier_id_fkey foreign key (dossier_id) references services.dossier (id),
  constraint meeting_conclusion check (conclusion in ('met', 'not-met')),
  constraint meeting_minutes check ((members is null) = (kept_at is null) and (findings is null) = (kept_at is null)
    and (conclusion is null) = (kept_at is null) and (kept_by is null) = (kept_at is null))
);
comment on table services.meeting is 'A council that considers a dossier, or an inspection on site, in one step of it: called first, then with minutes.';
comment on column services.meeting.members is 'Who took part, for which body, and what each said.';
comment on column services.meeting.conclusion is 'Whether what the law asks is met, as those who took part concluded.';
grant insert, select, update on services.meeting to lien_thong_app;
