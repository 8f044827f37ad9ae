grant update on services.paper_reuse to lien_thong_app;
comment on table services.paper_reuse is
  'Of each dossier for which the province already had papers that it asks for: how many of them when it was filed and when a supplement was answered, and how many were used again.';
