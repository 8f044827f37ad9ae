create schema files;
grant usage on schema files to lien_thong_app;

create table files.content (
  sha256 text not null,
  size bigint not null,
  seen_at timestamptz not null,
  constraint content_pk primary key (sha256),
  constraint content_digest check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on table files.content is 'What the content store holds or is about to hold: written before the store is, deleted after it.';
comment on column files.content.seen_at is 'When it was last put; without files that name it, it goes an hour later.';
create index content_by_age on files.content (seen_at);

create table files.file (
  id uuid not null,
  owner_account text not null,
  name text not null,
  size bigint not null,
  state text not null,
  media_type text,
  sha256 text,
  sent_sha256 text,
  refusal text,
  pages integer,
  width integer,
  height integer,
  is_encrypted boolean not null default false,
  created_at timestamptz not null,
  kept_at timestamptz,
  constraint file_pk primary key (id),
  constraint file_content foreign key (sha256) references files.content (sha256),
  constraint file_state check (state in ('received', 'accepted', 'refused')),
  constraint file_accepted check (state <> 'accepted' or (sha256 is not null and media_type is not null)),
  constraint file_refused check ((state = 'refused') = (refusal is not null)),
  constraint file_kept check (kept_at is null or state = 'accepted')
);
comment on table files.file is 'Files that came whole. received = not checked yet, nobody can read it; accepted = checked and stored; refused = not stored.';
comment on column files.file.sent_sha256 is 'Digest of what was sent; images are stored without their metadata, so sha256 may differ.';
comment on column files.file.is_encrypted is 'A PDF with a password or restrictions: its inside could not be looked through.';
comment on column files.file.kept_at is 'When a dossier or record named it; what nothing names after 48 hours is deleted.';
create index file_by_content on files.file (sha256);
create index file_unkept on files.file (created_at) where kept_at is null;
create index file_unkept_by_owner on files.file (owner_account) where kept_at is null;

create table files.upload (
  id uuid not null,
  owner_account text not null,
  name text not null,
  length bigint not null,
  sent_sha256 text,
  verified_to bigint,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint upload_pk primary key (id),
  constraint upload_length check (length > 0)
);
comment on table files.upload is 'Files on their way in; the id is that of the file to be. Kept a day, also when ended: they are counted.';
comment on column files.upload.sent_sha256 is 'Digest that the sender gave for the whole file.';
comment on column files.upload.verified_to is 'While a part with a checksum comes in: bytes beyond it do not count if the server dies.';
create index upload_by_owner on files.upload (owner_account, created_at desc);
create index upload_by_age on files.upload (created_at);

grant select, insert, update, delete on files.content, files.file, files.upload to lien_thong_app;
