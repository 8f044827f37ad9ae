create table petitions.attachment (
  file_id uuid not null references files.file (id),
  petition_id uuid not null references petitions.petition (id),
  part text not null,
  sealed_type text,
  is_public boolean not null default false,
  attached_at timestamptz not null,
  constraint attachment_pk primary key (file_id),
  constraint attachment_part check (part in ('sender', 'answer')),
  constraint attachment_sealed check (sealed_type is null or part = 'sender'),
  constraint attachment_public check (not is_public or part = 'answer')
);
comment on table petitions.attachment is 'Files that a sender gave, and those of an answer.';
comment on column petitions.attachment.sealed_type is 'Media type of what is sealed, of a denunciation; the file itself holds it encrypted, without a name. Null: not sealed.';
comment on column petitions.attachment.is_public is 'Everybody reads it with the published answer.';
create index attachment_by_petition on petitions.attachment (petition_id, attached_at, file_id);
grant select, insert, update, delete on petitions.attachment to lien_thong_app;
