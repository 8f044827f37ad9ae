-- What stands in stored papers, read by machine, so that they can be found by their words.
create table files.content_text (
  sha256 text constraint content_text_pk primary key references files.content on delete cascade,
  how text constraint content_text_how check (how in ('layer', 'ocr', 'none')),
  text text not null default '',
  words tsvector generated always as (to_tsvector('simple', kernel.fold(text))) stored,
  begun_at timestamptz not null,
  tries int not null default 1
);
create index content_text_words on files.content_text using gin (words);
create index content_text_unread on files.content_text (begun_at) where how is null;

alter table files.content add column is_read boolean not null default false;
create index content_unread on files.content (seen_at) where not is_read;
comment on column files.content.is_read is 'A reader has taken it up; false also for what no dossier or record names yet.';

comment on table files.content_text is 'Text of PDF and pictures: of the file itself, or recognised.';
comment on column files.content_text.how is 'layer: text of the PDF itself; ocr: recognised; none: nothing readable; null: being read, or given up after three tries.';

grant insert, select, update, delete on files.content_text to lien_thong_app;
