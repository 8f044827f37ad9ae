-- What the virus scanner said of each content, by which signatures and when.
alter table files.content
  add column scanned_by text,
  add column scanned_at timestamptz,
  add column malware text,
  add constraint content_scanned check ((scanned_by is null) = (scanned_at is null) and (malware is null or scanned_by is not null));
comment on column files.content.scanned_by is 'Engine and version of the signatures; null = never scanned, which is not clean.';
comment on column files.content.malware is 'Name of the signature that fits; files of this content are refused.';

-- A file that is named by a dossier may turn out later to hold malware.
alter table files.file
  drop constraint file_kept,
  add constraint file_kept check (kept_at is null or state in ('accepted', 'refused'));
comment on table files.file is 'Files that came whole. received = not checked or scanned yet, nobody can read it; accepted = checked and stored; refused = not stored, or found later to hold malware.';

create index file_received on files.file (created_at) where state = 'received';
