create table files.content (
  sha256 text not null,
  size bigint not null,
  seen_at timestamp with time zone not null,
  scanned_by text,
  scanned_at timestamp with time zone,
  malware text,
  is_read boolean not null default false,
  constraint content_pk PRIMARY KEY (sha256),
  constraint content_digest CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint content_scanned CHECK ((((scanned_by IS NULL) = (scanned_at IS NULL)) AND ((malware IS NULL) OR (scanned_by IS NOT NULL))))
);
CREATE INDEX content_by_age ON files.content USING btree (seen_at);
CREATE INDEX content_unread ON files.content USING btree (seen_at) WHERE (NOT is_read);

create table files.content_text (
  sha256 text not null,
  how text,
  text text not null default ''::text,
  words tsvector generated always as (to_tsvector('simple'::regconfig, kernel.fold(text))) stored,
  begun_at timestamp with time zone not null,
  tries integer not null default 1,
  constraint content_text_pk PRIMARY KEY (sha256),
  constraint content_text_how CHECK ((how = ANY (ARRAY['layer'::text, 'ocr'::text, 'none'::text]))),
  constraint content_text_sha256_fkey FOREIGN KEY (sha256) REFERENCES files.content(sha256) ON DELETE CASCADE
);
CREATE INDEX content_text_unread ON files.content_text USING btree (begun_at) WHERE (how IS NULL);
CREATE INDEX content_text_words ON files.content_text USING gin (words);

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
  created_at timestamp with time zone not null,
  kept_at timestamp with time zone,
  constraint file_pk PRIMARY KEY (id),
  constraint file_accepted CHECK (((state <> 'accepted'::text) OR ((sha256 IS NOT NULL) AND (media_type IS NOT NULL)))),
  constraint file_content FOREIGN KEY (sha256) REFERENCES files.content(sha256),
  constraint file_kept CHECK (((kept_at IS NULL) OR (state = ANY (ARRAY['accepted'::text, 'refused'::text])))),
  constraint file_refused CHECK (((state = 'refused'::text) = (refusal IS NOT NULL))),
  constraint file_state CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'refused'::text])))
);
CREATE INDEX file_by_content ON files.file USING btree (sha256);
CREATE INDEX file_received ON files.file USING btree (created_at) WHERE (state = 'received'::text);
CREATE INDEX file_unkept ON files.file USING btree (created_at) WHERE (kept_at IS NULL);
CREATE INDEX file_unkept_by_owner ON files.file USING btree (owner_account) WHERE (kept_at IS NULL);

create table files.upload (
  id uuid not null,
  owner_account text not null,
  name text not null,
  length bigint not null,
  sent_sha256 text,
  verified_to bigint,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  goes_to text,
  constraint upload_pk PRIMARY KEY (id),
  constraint upload_length CHECK ((length > 0))
);
CREATE INDEX upload_by_age ON files.upload USING btree (created_at);
CREATE INDEX upload_by_owner ON files.upload USING btree (owner_account, created_at DESC);
CREATE INDEX upload_by_place ON files.upload USING btree (owner_account, goes_to) WHERE (goes_to IS NOT NULL);

comment on table files.content is 'What the content store holds or is about to hold: written before the store is, deleted after it.';
comment on column files.content.seen_at is 'When it was last put; without files that name it, it goes an hour later.';
comment on column files.content.scanned_by is 'Engine and version of the signatures; null = never scanned, which is not clean.';
comment on column files.content.malware is 'Name of the signature that fits; files of this content are refused.';
comment on column files.content.is_read is 'A reader has taken it up; false also for what no dossier or record names yet.';
comment on table files.content_text is 'Text of PDF and pictures: of the file itself, or recognised.';
comment on column files.content_text.how is 'layer: text of the PDF itself; ocr: recognised; none: nothing readable; null: being read, or given up after three tries.';
comment on table files.file is 'Files that came whole. received = not checked or scanned yet, nobody can read it; accepted = checked and stored; refused = not stored, or found later to hold malware.';
comment on column files.file.sent_sha256 is 'Digest of what was sent; images are stored without their metadata, so sha256 may differ.';
comment on column files.file.kept_at is 'When a dossier or record named it; what nothing names after 48 hours is deleted.';
comment on table files.upload is 'Files on their way in; the id is that of the file to be. Kept a day, also when ended: they are counted.';
comment on column files.upload.sent_sha256 is 'Digest that the sender gave for the whole file.';
comment on column files.upload.verified_to is 'While a part with a checksum comes in: bytes beyond it do not count if the server dies.';
comment on column files.upload.goes_to is 'The path of the operation that puts it there, and the paper; empty once it was put.';

grant delete, insert, select, update on files.content to lien_thong_app;
grant delete, insert, select, update on files.content_text to lien_thong_app;
grant delete, insert, select, update on files.file to lien_thong_app;
grant delete, insert, select, update on files.upload to lien_thong_app;
