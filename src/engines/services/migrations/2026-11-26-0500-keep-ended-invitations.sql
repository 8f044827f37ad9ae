create table services.ended_invitation (
  id uuid not null,
  personal_id text not null,
  folded text not null,
  writer_id uuid not null references directory.person (id),
  version_id uuid not null references services.procedure_version (id),
  how text not null,
  ended_at timestamptz not null,
  constraint ended_invitation_pk primary key (id),
  constraint ended_invitation_how check (how in ('discarded', 'expired', 'taken-out'))
);
comment on table services.ended_invitation is 'An invitation to file together that ended before anything was sent, so that its page can say so: kept as long as a draft, then swept.';
comment on column services.ended_invitation.how is 'Whether the draft was discarded, was kept no longer, or the name was taken out of it.';
create index ended_invitation_by_time on services.ended_invitation (ended_at);

grant select, insert, delete on services.ended_invitation to lien_thong_app;
