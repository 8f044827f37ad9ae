alter table services.rating
  add column channel text not null default 'account',
  add column desk_unit_id uuid references directory.unit (id),
  add column desk_account_id uuid,
  add constraint rating_channel check (channel in ('account', 'link', 'desk'));
comment on column services.rating.channel is 'How it came: from the account, by the link in a message, or at a desk under an officer''s eyes; the last are counted apart.';
create index rating_at_desk on services.rating (desk_account_id, rated_at) where channel = 'desk';

create table services.rating_link (
  dossier_id uuid not null references services.dossier (id),
  digest bytea not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  constraint rating_link_pk primary key (dossier_id),
  constraint rating_link_digest unique (digest)
);
comment on table services.rating_link is 'One link a dossier, with which it is rated once without signing in; only its SHA-256 is kept.';

create table services.low_mark (
  dossier_id uuid not null references services.rating (dossier_id),
  unit_id uuid not null references directory.unit (id),
  unit_key integer not null,
  opened_at timestamptz not null,
  due timestamptz not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  constraint low_mark_pk primary key (dossier_id)
);
comment on table services.low_mark is 'A low mark is work for the head of the unit that handled the dossier: the citizen is answered.';
create index low_mark_to_answer on services.low_mark (unit_key, due, dossier_id) where answered_at is null;
create index low_mark_answered on services.low_mark (unit_key, opened_at desc, dossier_id) where answered_at is not null;

grant select, insert, update, delete on services.rating_link to lien_thong_app;
grant select, insert, update on services.low_mark to lien_thong_app;
