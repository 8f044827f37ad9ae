-- Where papers of before came from nobody wrote down. Of drafts it follows from who writes them.
alter table services.dossier_paper
  add column origin text not null default 'unknown',
  add column source_paper_id uuid,
  add column source_result_id uuid,
  add column source_at timestamptz,
  add constraint dossier_paper_origin check (
    origin in ('uploaded', 'scanned', 'earlier-paper', 'earlier-result', 'national-portal', 'unknown')),
  add constraint dossier_paper_source check (
    (origin = 'earlier-paper') = (source_paper_id is not null) and (origin = 'earlier-result') = (source_result_id is not null)
    and (origin in ('earlier-paper', 'earlier-result')) = (source_at is not null)),
  add constraint dossier_paper_source_paper_id_fkey foreign key (source_paper_id) references services.dossier_paper (id),
  add constraint dossier_paper_source_result_id_fkey foreign key (source_result_id) references services.result (id);
alter table services.dossier_paper alter column origin drop default;
comment on column services.dossier_paper.origin is
  'How the file came into the dossier: sent by the applicant, scanned at a counter, used again from an earlier dossier or result, or from the national portal.';
comment on column services.dossier_paper.source_at is 'When what is used again was first handed in, or issued.';

alter table services.draft_paper
  add column origin text not null default 'uploaded',
  add column source_paper_id uuid,
  add column source_result_id uuid,
  add column source_at timestamptz,
  add constraint draft_paper_origin check (origin in ('uploaded', 'scanned', 'earlier-paper', 'earlier-result')),
  add constraint draft_paper_source check (
    (origin = 'earlier-paper') = (source_paper_id is not null) and (origin = 'earlier-result') = (source_result_id is not null)
    and (origin in ('earlier-paper', 'earlier-result')) = (source_at is not null)),
  add constraint draft_paper_source_paper_id_fkey foreign key (source_paper_id) references services.dossier_paper (id),
  add constraint draft_paper_source_result_id_fkey foreign key (source_result_id) references services.result (id);
update services.draft_paper p set origin = 'scanned'
  from services.draft d where d.id = p.draft_id and d.counter_id is not null;
alter table services.draft_paper alter column origin drop default;

create table services.paper_reuse (
  dossier_id uuid not null,
  offered integer not null,
  reused integer not null,
  constraint paper_reuse_pk primary key (dossier_id),
  constraint paper_reuse_dossier_id_fkey foreign key (dossier_id) references services.dossier (id),
  constraint paper_reuse_offered check (offered > 0),
  constraint paper_reuse_reused check (reused between 0 and offered)
);
comment on table services.paper_reuse is
  'Of each dossier for which the province already had papers that it asks for: how many of them when it was filed, and how many were used again.';
grant select, insert on services.paper_reuse to lien_thong_app;
