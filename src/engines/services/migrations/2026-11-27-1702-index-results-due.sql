-- What a counter has to hand out, in the order of what was promised.
create index dossier_to_hand_out on services.dossier (receiver_id, promised, id) where is_open and promised is not null;
