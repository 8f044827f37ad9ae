-- Receipts of fees name the tax code of whoever collects (Decree 123/2020/NĐ-CP art. 32).
alter table directory.unit_version add column tax_code text constraint unit_version_tax_code check (tax_code ~ '^\d{10}(-\d{3})?$');
