-- What was sent for a request until now was uploaded; what is used again bears its source, as in drafts.
alter table services.supplement_paper
  add column origin text not null default 'uploaded',
  add column source_paper_id uuid,
  add column source_result_id uuid,
  add column source_at timestamptz,
  add constraint supplement_paper_origin check (origin in ('uploaded', 'earlier-paper', 'earlier-result')),
  add constraint supplement_paper_source check (
    (origin = 'earlier-paper') = (source_paper_id is not null) and (origin = 'earlier-result') = (source_result_id is not null)
    and (origin in ('earlier-paper', 'earlier-result')) = (source_at is not null)),
  add constraint supplement_paper_source_paper_id_fkey foreign key (source_paper_id) references services.dossier_paper (id),
  add constraint supplement_paper_source_result_id_fkey foreign key (source_result_id) references services.result (id);
alter table services.supplement_paper alter column origin drop default;
