alter table services.result add column signer_capacity text;
comment on column services.result.signer_capacity is 'In what right a deputy or delegate signed, as printed above the position: KT. GIÁM ĐỐC (Decree 30/2020 art. 13).';
