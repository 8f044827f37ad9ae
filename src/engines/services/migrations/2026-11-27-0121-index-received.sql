-- Figures are counted by the day of reception.
create index dossier_received on services.dossier (received_at, id) where received_at is not null;
