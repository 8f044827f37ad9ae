-- outside a transaction
create index concurrently if not exists dossier_in_progress on services.dossier (received_at) where finished_at is null
-- then
create index concurrently if not exists rating_by_time on services.rating (rated_at)
-- then
create index concurrently if not exists dossier_running on services.dossier (id) where status = 'open' and finished_at is null
