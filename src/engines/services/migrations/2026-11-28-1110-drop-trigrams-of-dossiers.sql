-- outside a transaction
drop index concurrently if exists services.dossier_folded
